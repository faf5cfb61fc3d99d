import type { CodegenConfig } from "@graphql-codegen/cli";

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
          HistoryEntry: "../records/history.entity.ts#HistoryRow",
          HistoryConnection: "../features/history/history.service.ts#HistoryPage",
          TimelineConnection: "../features/timeline/timeline.service.ts#TimelinePage",
          TimelineEntry: "../features/timeline/timeline.service.ts#TimelineRow",
          TimelineItem: "../features/timeline/timeline.service.ts#TimelineRecord",
          Dashboard: "../features/dashboards/dashboards.service.ts#DashboardRequest",
          Activity: "../features/dashboards/activity.ts#ActivityRow",
          Participant: "../features/collaborations/collaborations.entity.ts#ParticipantRow",
          Appearance: "../features/collaborations/collaborations.entity.ts#AppearanceRow",
          Position: "../features/people/people.entity.ts#PositionRow",
          Party: "../features/recognitions/recognitions.entity.ts#PartyRow",
        },
      },
    },
    "client/src/generated/": {
      preset: "client",
      documents: "client/src/**/*.graphql",
      presetConfig: { fragmentMasking: false },
      config: { scalars, enumsAsTypes: true, useTypeImports: true, strictScalars: true },
    },
  },
};

export default config;
