import type { Resolvers } from "../../generated/schema.ts";
import { type Context, signedIn } from "../../graphql/context.ts";
import type { Viewing } from "../../records/viewing.ts";
import { readUser } from "../accounts/accounts.service.ts";
import { changeTexts } from "../history/change-text.ts";
import { readOffice } from "../offices/offices.service.ts";
import type { Import, ImportRow } from "./imports.entity.ts";
import { choicesOf, countsOf, importedRecord, importOfRows } from "./imports.loader.ts";
import {
  cancelImport,
  checkImport,
  decideRows,
  importAbilities,
  listImportRows,
  listImports,
  readAgain,
  readableImport,
  runImport,
  undoImport,
} from "./imports.service.ts";
import { kinds } from "./kinds/kinds.ts";
import { withNames } from "./told-names.ts";

/** Sets the background to work on what a mutation began. */
async function begun(context: Context, begin: Promise<Import>): Promise<Import> {
  const file = await begin;
  context.workOnImports();
  return file;
}

/** A record that a row is about, by its name. */
async function recordOf(viewing: Viewing, row: ImportRow, id: string | null) {
  const file = await importOfRows(viewing, row.importId);
  return file === null || id === null ? null : importedRecord(viewing, { kind: file.kind, id });
}

export const importResolvers: Resolvers = {
  Query: {
    import: (_root, { id }, context) => readableImport(signedIn(context), id),
    imports: (_root, args, context) => listImports(signedIn(context), args),
    importRows: (_root, { import: id, ...args }, context) => listImportRows(signedIn(context), id, args),
  },
  Mutation: {
    readImport: (_root, { id, input }, context) => begun(context, readAgain(signedIn(context), id, input)),
    checkImport: (_root, { id, input }, context) => begun(context, checkImport(signedIn(context), id, input)),
    decideImportRows: (_root, { id, input }, context) => decideRows(signedIn(context), id, input),
    runImport: (_root, { id }, context) => begun(context, runImport(signedIn(context), id)),
    cancelImport: (_root, { id }, context) => cancelImport(signedIn(context), id),
    undoImport: (_root, { id }, context) => begun(context, undoImport(signedIn(context), id)),
  },
  Import: {
    by: (file, _args, context) => readUser(signedIn(context), file.userId),
    format: ({ format }) => ({
      encoding: format.encoding ?? null,
      separator: format.separator ?? null,
      sheet: format.sheet ?? null,
      sheets: [...(format.sheets ?? [])],
    }),
    columns: ({ columns }) => columns.map((column) => ({ ...column, samples: [...column.samples] })),
    fields: ({ kind }) =>
      kinds[kind].fields.map(({ id, label, required = false, several = false, forAll }) => ({
        id,
        label,
        required,
        several,
        forAll: forAll !== undefined,
        choices: [...(forAll ?? [])],
      })),
    mapping: async ({ mapping }, _args, context) =>
      mapping && {
        columns: [...mapping.columns],
        forAll: Object.entries(mapping.forAll).map(([field, value]) => ({ field, value })),
        dateOrder: mapping.dateOrder,
        system: mapping.system,
        office: await readOffice(signedIn(context), mapping.office),
      },
    counts: (file, _args, context) => countsOf(signedIn(context), file.id),
    abilities: (file, _args, context) => importAbilities(signedIn(context), file),
  },
  ImportRow: {
    cells: ({ cells }) => [...cells],
    reasons: ({ reasons }, _args, context) =>
      Promise.all(
        reasons.map(async ({ column, message, likeness = [] }) => ({
          ...{ column, likeness: [...likeness] },
          message: await withNames(signedIn(context), message),
        })),
      ),
    record: (row, _args, context) => recordOf(signedIn(context), row, row.recordId),
    resultRecord: (row, _args, context) => recordOf(signedIn(context), row, row.resultId),
    changes: async (row, _args, context) => {
      // What a record held is told to nobody who may not read it, though they might when the row was checked.
      const record = await recordOf(signedIn(context), row, row.recordId);
      return record === null ? [] : changeTexts(signedIn(context), row.changes ?? []);
    },
    choices: (row) => choicesOf(row),
  },
};
