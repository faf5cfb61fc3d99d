import type { ImportState, RecognitionStage, RecordKind } from "@concord/shared/vocabularies";
import sql from "sql-template-tag";
import { v7 } from "uuid";
import { textOf } from "../../database/rows.ts";
import { newCodes } from "../../features/accounts/one-time-codes.ts";
import { passwordLink } from "../../features/accounts/password-links.ts";
import { DEMO_PASSWORD, demoId } from "../../features/demo/demo.service.ts";
import { certificateEntity } from "../../features/recognitions/certificates.entity.ts";
import { partyEntity } from "../../features/recognitions/recognitions.entity.ts";
import type { TestApplication } from "../application.ts";
import { KINDS, NOTHING, NOUNS } from "../kinds.ts";
import { Authenticator } from "../one-time-codes.ts";
import { addImport } from "./imports.ts";
import { populate } from "./population.ts";
import { Someone } from "./someone.ts";
import { certificateOf, nameOf } from "./specimen-values.ts";
import { ELSEWHERE, HERE, HUB_IDS, isOpen, type Specimen, specimen } from "./specimens.ts";
import {
  closing,
  deciding,
  editing,
  keepingTrueNames,
  making,
  movingTo,
  proposing,
  type Ruling,
  restoring,
  revealingTrueNames,
  unlessRestricted,
} from "./verdicts.ts";

/** One try of a mutation. */
export interface Try {
  readonly application: TestApplication;
  readonly someone: Someone;
  /** The record that it is tried on, or that it would make; of no meaning to a mutation that is about none. */
  readonly target: Specimen;
}

type Arguments = Readonly<Record<string, unknown>>;

/** How a mutation is tried, so that all but its permission is right: whoever may send it succeeds. */
export interface MutationCase {
  /** What it is tried on: fresh records of every combination, or, for `making`, records that it would make. */
  readonly on?: { readonly kinds: readonly RecordKind[]; readonly as: "PRESENT" | "TRASHED" | "MADE" };
  /** What the policies say of each; where there is none, the gate of the mutation says all. */
  readonly ruling?: Ruling;
  /** Whether it begins what goes on in the background, and is waited for, lest it is taken for what is tried next. */
  readonly inBackground?: true;
  readonly args: (attempt: Try) => Promise<Arguments> | Arguments;
}

const changed = { PARTNER: "name", PERSON: "name", COLLABORATION: "title", RECOGNITION: "title", STATEMENT: "text" };

/** Whatever every new record needs, besides what access depends on. */
const newRecord: Readonly<Record<RecordKind, object>> = {
  PARTNER: { name: "New", kind: "NGO" },
  PERSON: { name: "New" },
  COLLABORATION: { title: "New", kind: "MEETING" },
  RECOGNITION: { kind: "AWARD", title: "New", givers: [{ us: true }], recipients: [{ partner: HUB_IDS.PARTNER }] },
  STATEMENT: { text: "New", ours: true, speakerName: "A colleague" },
};

function inputOf({ kind, facts }: Specimen): object {
  const { officeId: office, confidentiality, memberIds: members } = facts;
  return { ...newRecord[kind], office, ...(isOpen(kind) ? {} : { confidentiality, members }) };
}

/** The four ways of writing a record, which are the same for every kind. */
function ofRecords(kind: RecordKind): Readonly<Record<string, MutationCase | readonly MutationCase[]>> {
  const noun = NOUNS[kind];
  const at = (as: "PRESENT" | "TRASHED" | "MADE") => ({ kinds: [kind], as });
  const updating = (input: object, ruling: Ruling): MutationCase => ({
    on: at("PRESENT"),
    ruling,
    args: ({ target }) => ({ id: target.id, version: 1, input }),
  });
  return {
    [`create${noun}`]: { on: at("MADE"), ruling: making, args: ({ target }) => ({ input: inputOf(target) }) },
    [`update${noun}`]: [
      updating({ [changed[kind]]: "Changed" }, editing),
      updating({ office: ELSEWHERE }, movingTo(ELSEWHERE)),
      ...(isOpen(kind) ? [] : [updating({ confidentiality: "RESTRICTED", members: [] }, closing)]),
    ],
    [`delete${noun}`]: {
      on: at("PRESENT"),
      ruling: editing,
      args: ({ target }) => ({ id: target.id, version: 1 }),
    },
    [`restore${noun}`]: { on: at("TRASHED"), ruling: restoring, args: ({ target }) => ({ id: target.id }) },
  };
}

const whose = ({ target }: Try) => ({ collaboration: target.id, appearance: target.appearance });
const onCollaborations = { kinds: ["COLLABORATION"], as: "PRESENT" } as const;
const onRecognitions = { on: { kinds: ["RECOGNITION"], as: "PRESENT" } } as const;
/** Who may edit one of two says whether they are two. */
const onDuplicates = { on: { kinds: ["PARTNER", "PERSON"], as: "PRESENT" }, ruling: editing } as const;
const onMergeable = (...kinds: readonly ("PARTNER" | "PERSON")[]) =>
  ({ on: { kinds, as: "PRESENT" }, ruling: editing }) as const;

/** Another record of the kind, of the office of everybody in the walk. */
async function ownOne({ application, target }: Try, kind = target.kind): Promise<string> {
  const own = specimen(kind, { officeId: HERE, confidentiality: "INTERNAL", memberIds: [] });
  await populate(application, [own]);
  return own.id;
}

/** Several merges at once: who may merge what, each of them says for itself, as the mutation of one merge does. */
function mergingInBulk(kind: "PARTNER" | "PERSON"): MutationCase {
  return {
    args: async (attempt) => {
      const [keep, merge] = [await ownOne(attempt, kind), await ownOne(attempt, kind)];
      return {
        merges: [
          { keep, merge },
          { keep, merge: NOTHING },
        ],
      };
    },
  };
}

/** The merge of a record into another one, or of another one into it. */
function merging(kind: "PARTNER" | "PERSON"): readonly MutationCase[] {
  return [
    { ...onMergeable(kind), args: async (attempt) => ({ keep: await ownOne(attempt), merge: attempt.target.id }) },
    { ...onMergeable(kind), args: async (attempt) => ({ keep: attempt.target.id, merge: await ownOne(attempt) }) },
  ];
}

/** A merge that can be undone; answers the one that went. */
async function merged({ application, target }: Try, keep: string, merge: string): Promise<string> {
  const admin = await application.as("admin");
  const mutation = target.kind === "PARTNER" ? "mergePartners" : "mergePeople";
  await admin.get(`mutation($keep: ID!, $merge: ID!) { ${mutation}(keep: $keep, merge: $merge) { id } }`, {
    keep,
    merge,
  });
  return merge;
}

/** The record and another of the same name, at an office of nobody in the walk, as a pair that is open or was decided. */
async function pairOf({ application, target }: Try, dismissedAt: string | null): Promise<{ pair: string }> {
  const facts = { officeId: demoId("office-chennai"), confidentiality: "INTERNAL", memberIds: [] } as const;
  const namesake = specimen(target.kind, facts, { alias: nameOf(target) });
  await populate(application, [namesake]);
  const isOfBoth = sql`other_id = ${namesake.id} AND one_id = ${target.id}`;
  await application.database.transaction((transaction) =>
    transaction.execute(sql`UPDATE duplicate_pairs SET dismissed_at = ${dismissedAt} WHERE ${isOfBoth}`),
  );
  const [pair] = await application.database.raw(sql`SELECT id FROM duplicate_pairs WHERE ${isOfBoth}`);
  if (!pair) throw new Error("Two partners or people of one name are no pair.");
  return { pair: textOf(pair, "id") };
}

/** Makes of the recognition one that we give, at a stage; with a certificate where it is issued. */
async function atStage(
  { application, target }: Try,
  stage: RecognitionStage,
): Promise<{ id: string; version: number }> {
  const { id } = target;
  await application.database.transaction(async (transaction) => {
    const isThis = sql`recognition_id = ${id}`;
    await transaction.execute(sql`UPDATE recognitions SET stage = ${stage}, direction = 'GIVEN' WHERE id = ${id}`);
    await transaction.execute(sql`DELETE FROM recognition_parties WHERE ${isThis} AND side = 'GIVER'`);
    await transaction.execute(sql`UPDATE recognition_parties SET side = 'GIVER' WHERE ${isThis}`);
    await transaction.insert(partyEntity, [
      {
        ...{ recognitionId: id, side: "RECIPIENT", position: 0, us: false },
        ...{ partnerId: HUB_IDS.PARTNER, personId: null, personName: null },
      },
    ]);
    if (stage === "ISSUED") await transaction.insert(certificateEntity, [certificateOf(id, v7().slice(0, 32))]);
  });
  return { id, version: 1 };
}

/** Somebody else, for what administrators do to users; deactivated, where that is to end. */
async function anotherUser({ application }: Try, deactivatedAt: string | null = null): Promise<{ id: string }> {
  const { id } = (await Someone.arrive(application, "LEADERSHIP", HERE)).user;
  await application.database.transaction((transaction) =>
    transaction.execute(sql`UPDATE users SET deactivated_at = ${deactivatedAt} WHERE id = ${id}`),
  );
  return { id };
}

/** A one-time code that is right now: for an account that asks for codes, or one that begins to. */
async function codeOf({ application, someone }: Try, column: "codes_secret" | "codes_pending"): Promise<string> {
  const { secret, sealed } = newCodes(application.settings, someone.user);
  const values = column === "codes_secret" ? sql`codes_secret = ${sealed}` : sql`codes_pending = ${sealed}`;
  await application.database.transaction((transaction) =>
    transaction.execute(sql`UPDATE users SET ${values} WHERE id = ${someone.user.id}`),
  );
  return new Authenticator(secret).code();
}

const withCode: MutationCase = { args: async (attempt) => ({ code: await codeOf(attempt, "codes_secret") }) };

/** On an import of the trier's own. */
function importing(state: ImportState, args: Arguments = {}): MutationCase {
  return {
    inBackground: true,
    args: async ({ application, someone }) => {
      const id = v7();
      await addImport(application, { id, userId: someone.user.id, state }, []);
      return { id, ...args };
    },
  };
}

const PASSWORD = "lanterns over quiet harbour water";

const savedDashboard = {
  name: "Ours",
  filter: { office: [HERE], country: ["IN"], focusArea: ["BONDED_LABOUR"] },
};

async function saveOne(someone: Someone): Promise<string> {
  const { saved } = await someone.session.get(
    "mutation($input: SaveDashboardInput!) { saved: saveDashboard(input: $input) { id } }",
    { input: savedDashboard },
  );
  return saved.id;
}

/**
 * For each mutation of the schema how it is tried. A new mutation must be written here: with arguments that are right
 * for whoever may send it, and, where it is about records, with the kinds it is tried `on` and the `ruling` that says
 * who succeeds. The walk does the rest: every role, every combination, session, tokens and nobody.
 */
export const mutationCases: Readonly<Record<string, MutationCase | readonly MutationCase[]>> = {
  ...Object.assign({}, ...KINDS.map(ofRecords)),
  mergePartners: merging("PARTNER"),
  mergePeople: merging("PERSON"),
  mergePartnersInBulk: mergingInBulk("PARTNER"),
  mergePeopleInBulk: mergingInBulk("PERSON"),
  unmerge: [
    {
      ...onMergeable("PARTNER", "PERSON"),
      args: async (attempt) => ({ merged: await merged(attempt, await ownOne(attempt), attempt.target.id) }),
    },
    {
      ...onMergeable("PARTNER", "PERSON"),
      args: async (attempt) => ({ merged: await merged(attempt, attempt.target.id, await ownOne(attempt)) }),
    },
  ],
  proposeRecognition: {
    on: { kinds: ["RECOGNITION"], as: "MADE" },
    ruling: proposing,
    args: ({ target }) => ({ input: inputOf(target) }),
  },
  approveRecognition: { ...onRecognitions, ruling: deciding, args: (attempt) => atStage(attempt, "PROPOSED") },
  declineRecognition: {
    ...onRecognitions,
    ruling: deciding,
    args: async (attempt) => ({ ...(await atStage(attempt, "PROPOSED")), reason: "Too early" }),
  },
  issueRecognition: {
    ...onRecognitions,
    ruling: unlessRestricted(editing),
    args: async (attempt) => ({ ...(await atStage(attempt, "APPROVED")), input: {} }),
  },
  handOverRecognition: {
    ...onRecognitions,
    ruling: editing,
    args: async (attempt) => ({ ...(await atStage(attempt, "ISSUED")), input: {} }),
  },
  withdrawCertificate: {
    ...onRecognitions,
    ruling: editing,
    args: async (attempt) => ({ ...(await atStage(attempt, "ISSUED")), reason: "Misspelt" }),
  },
  dismissDuplicate: { ...onDuplicates, args: (attempt) => pairOf(attempt, null) },
  reopenDuplicate: { ...onDuplicates, args: (attempt) => pairOf(attempt, "2026-01-01T00:00:00.000Z") },
  removeFile: { on: { kinds: KINDS, as: "PRESENT" }, ruling: editing, args: ({ target }) => ({ id: target.file }) },
  keepTrueName: {
    on: onCollaborations,
    ruling: keepingTrueNames,
    args: (attempt) => ({ ...whose(attempt), trueName: "Oksana Melnyk" }),
  },
  removeTrueName: { on: onCollaborations, ruling: keepingTrueNames, args: whose },
  revealTrueName: {
    on: onCollaborations,
    ruling: revealingTrueNames,
    args: (attempt) => ({ ...whose(attempt), reason: "The court asks for it by name." }),
  },
  emptyTrash: { args: () => ({}) },

  readImport: importing("READ", { input: {} }),
  checkImport: importing("READ", { input: { columns: ["name"] } }),
  decideImportRows: importing("CHECKED", { input: { decision: "SKIP", rows: [2] } }),
  runImport: importing("CHECKED"),
  cancelImport: importing("CHECKED"),
  undoImport: importing("DONE"),

  signIn: { args: ({ someone }) => ({ input: { email: someone.user.email, password: DEMO_PASSWORD } }) },
  signOut: { args: () => ({}) },
  requestPasswordReset: { args: ({ someone }) => ({ email: someone.user.email }) },
  setPassword: {
    args: async ({ application, someone }) => {
      const { link } = await application.database.transaction((transaction) =>
        passwordLink(transaction, application.settings, someone.user, "PASSWORD_RESET"),
      );
      return { input: { token: link.split("#")[1], password: PASSWORD } };
    },
  },
  changePassword: { args: () => ({ input: { current: DEMO_PASSWORD, password: PASSWORD } }) },
  beginOneTimeCodes: { args: () => ({ password: DEMO_PASSWORD }) },
  confirmOneTimeCodes: { args: async (attempt) => ({ code: await codeOf(attempt, "codes_pending") }) },
  renewRecoveryCodes: withCode,
  switchOneTimeCodesOff: withCode,
  confirmSession: withCode,
  endSession: {
    args: async ({ application, someone }) => {
      const other = await application.sessionOf(someone.user.id);
      const { viewer } = await other.get("{ viewer { account { sessions { id current } } } }");
      return { id: viewer.account.sessions.find((session: { current: boolean }) => session.current).id };
    },
  },
  signOutEverywhere: { args: () => ({}) },
  createApiToken: { args: () => ({ input: { name: "Another script", scope: "READ" } }) },
  revokeApiToken: {
    args: async ({ someone }) => {
      const { createApiToken } = await someone.session.get(
        'mutation { createApiToken(input: { name: "To be revoked", scope: READ }) { apiToken { id } } }',
      );
      return { id: createApiToken.apiToken.id };
    },
  },

  saveDashboard: {
    args: () => ({ input: { ...savedDashboard, period: "THIS_YEAR", monthly: true } }),
  },
  updateSavedDashboard: {
    args: async ({ someone }) => ({ id: await saveOne(someone), input: { name: "Renamed", monthly: false } }),
  },
  deleteSavedDashboard: { args: async ({ someone }) => ({ id: await saveOne(someone) }) },

  inviteUser: {
    args: () => ({ input: { name: "New", email: `${v7()}@example.org`, role: "LEADERSHIP", office: HERE } }),
  },
  sendPasswordLink: { args: (attempt) => anotherUser(attempt) },
  updateUser: {
    args: async (attempt) => ({ ...(await anotherUser(attempt)), version: 1, input: { name: "Changed" } }),
  },
  deactivateUser: { args: async (attempt) => ({ ...(await anotherUser(attempt)), version: 1 }) },
  reactivateUser: {
    args: async (attempt) => ({ ...(await anotherUser(attempt, "2026-01-01T00:00:00.000Z")), version: 1 }),
  },
  resetOneTimeCodes: { args: async (attempt) => ({ ...(await anotherUser(attempt)), version: 1 }) },
  createOffice: { args: () => ({ input: { name: `Office ${v7()}`, country: "IT" } }) },
  updateOffice: {
    args: async ({ application }) => {
      const admin = await application.as("admin");
      const { createOffice } = await admin.get(
        `mutation { createOffice(input: { name: "Office ${v7()}", country: "IT" }) { id version } }`,
      );
      return { ...createOffice, input: { city: "Rome" } };
    },
  },
};
