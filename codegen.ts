import type { CodegenConfig } from "@graphql-codegen/cli";
import { addTypenameSelectionDocumentTransform } from "@graphql-codegen/client-preset";

/** Types for both sides from the SDL in `shared/schema`; what this makes is never edited nor committed. */
const scalars = {
  ID: "string",
  PartialDate: "string",
  DateTime: "string",
};

const config: CodegenConfig = {
  schema: "shared/schema/*.graphql",
  emitLegacyCommonJSImports: false,
  importExtension: ".ts",
  generates: {
    "server/src/generated/schema.ts": {
      plugins: ["typescript", "typescript-resolvers"],
      config: {
        scalars,
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        contextType: "../graphql/context.ts#Context",
        avoidOptionals: { field: true, object: true, inputValue: false },
        inputMaybeValue: "T | null | undefined",
        mappers: {
          PartnerConnection: "../features/partners/partners.entity.ts#PartnerPage",
          PersonConnection: "../features/people/people.entity.ts#PersonPage",
          CollaborationConnection: "../features/collaborations/collaborations.entity.ts#CollaborationPage",
          RecognitionConnection: "../features/recognitions/recognitions.entity.ts#RecognitionPage",
          StatementConnection: "../features/statements/statements.entity.ts#StatementPage",
          OfficeConnection: "../features/offices/offices.entity.ts#OfficePage",
          UserConnection: "../features/accounts/accounts.entity.ts#UserPage",
          Partner: "../features/partners/partners.entity.ts#Partner as PartnerRow",
          Person: "../features/people/people.entity.ts#Person as PersonRow",
          Collaboration: "../features/collaborations/collaborations.entity.ts#Collaboration as CollaborationRow",
          Recognition: "../features/recognitions/recognitions.entity.ts#Recognition as RecognitionRow",
          Statement: "../features/statements/statements.entity.ts#Statement as StatementRow",
          Office: "../features/offices/offices.entity.ts#Office as OfficeRow",
          User: "../features/accounts/accounts.entity.ts#User as UserRow",
          Viewer: "../features/accounts/accounts.entity.ts#User as ViewerRow",
          UserAccount: "../features/accounts/accounts.entity.ts#User as AccountRow",
          OwnAccount: "../features/accounts/account.service.ts#AccountRequest",
          AuditEntry: "../records/audit-log.entity.ts#AuditRow as AuditEntryRow",
          AuditConnection: "../features/audit/audit.service.ts#AuditPage",
          HistoryEntry: "../records/audit-log.entity.ts#AuditRow",
          Merge: "../records/merges.ts#MergeRow",
          HistoryConnection: "../features/history/history.service.ts#HistoryPage",
          TimelineConnection: "../features/timeline/timeline.service.ts#TimelinePage",
          TimelineEntry: "../features/timeline/timeline.service.ts#TimelineRow",
          TimelineItem: "../features/timeline/timeline.service.ts#TimelineRecord",
          Dashboard: "../features/dashboards/request.ts#DashboardRequest",
          DashboardBefore: "../features/dashboards/series.ts#BeforeRequest",
          DashboardOffice: "../features/dashboards/offices-side-by-side.ts#OfficeNumbers",
          RelationshipHealth: "../features/dashboards/request.ts#DashboardRequest",
          SavedDashboard: "../features/saved-dashboards/saved-dashboards.entity.ts#SavedDashboard as SavedDashboardRow",
          PartnerHealth: "../features/dashboards/health.ts#QuietPartner",
          Reciprocity: "../features/reciprocity/reciprocity.loader.ts#Reciprocity as ReciprocityOfPartner",
          RecognitionDue: "../features/reciprocity/recognition-due.list.ts#RecognitionDueRow",
          RecognitionDueConnection: "../features/reciprocity/reciprocity.service.ts#RecognitionDuePage",
          NeverThanked: "../features/reciprocity/never-thanked.list.ts#NeverThankedRow",
          NeverThankedConnection: "../features/reciprocity/reciprocity.service.ts#NeverThankedPage",
          Activity: "../features/dashboards/activity.ts#ActivityRow",
          Participant: "../features/collaborations/collaborations.entity.ts#ParticipantRow",
          Appearance: "../features/collaborations/collaborations.entity.ts#AppearanceRow",
          Attachment: "../features/files/files.entity.ts#StoredFile",
          LikelyDuplicate: "../features/duplicates/duplicates.service.ts#LikelyDuplicate as LikelyDuplicateRow",
          DuplicatePair: "../features/duplicates/duplicates.entity.ts#DuplicatePair as DuplicatePairRow",
          DuplicatePairConnection: "../features/duplicates/duplicates.entity.ts#DuplicatePage",
          Position: "../features/people/people.entity.ts#PositionRow",
          Import: "../features/imports/imports.entity.ts#Import as ImportFile",
          ImportConnection: "../features/imports/imports.entity.ts#ImportPage",
          ImportRow: "../features/imports/imports.entity.ts#ImportRow as ImportedRow",
          ImportRowConnection: "../features/imports/imports.entity.ts#ImportRowPage",
          Party: "../features/recognitions/recognitions.entity.ts#PartyRow",
        },
      },
    },
    "client/src/generated/": {
      preset: "client",
      documents: "client/src/**/*.graphql",
      // The server is sent a hash alone, so that what the cache needs must be in what was hashed.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: "embedHashInDocument", hashAlgorithm: "sha256" },
      },
      config: { scalars, enumsAsTypes: true, useTypeImports: true, strictScalars: true },
    },
  },
};

export default config;
