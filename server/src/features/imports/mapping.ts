import { checkInput, type FieldIssue } from "@concord/shared/rules/check";
import { mapImportRule } from "@concord/shared/rules/imports";
import { badInput } from "../../errors.ts";
import type { Viewing } from "../../records/viewing.ts";
import { readOffice } from "../offices/offices.service.ts";
import type { Import, ImportMapping } from "./imports.entity.ts";
import { kinds } from "./kinds/kinds.ts";

/** What the columns of a file hold, as somebody matched them. @throws BAD_USER_INPUT with every fault at once */
export async function mappingOf(viewing: Viewing, file: Import, input: unknown): Promise<ImportMapping> {
  const checked = checkInput(mapImportRule, input, (values) => mappingIssues(file, values));
  if (!checked.ok) throw badInput(checked.issues);
  const { columns, forAll, dateOrder, system, office } = checked.value;
  const chosen = office ?? file.mapping?.office ?? viewing.viewer.officeId;
  await readOffice(viewing, chosen);
  if (
    !kinds[file.kind].policy.edit.allows(viewing.viewer, {
      officeId: chosen,
      confidentiality: "INTERNAL",
      memberIds: [],
    })
  ) {
    const message = "You may not import for this office. Choose your own, or ask an administrator.";
    throw badInput([{ path: "office", message }]);
  }
  return {
    columns,
    forAll: Object.fromEntries(forAll.map(({ field, value }) => [field, value])),
    dateOrder: dateOrder ?? null,
    system: system ?? file.mapping?.system ?? "list",
    office: chosen,
  };
}

function mappingIssues(
  file: Import,
  { columns, forAll }: { columns?: readonly (string | null)[]; forAll?: readonly { field: string }[] },
): FieldIssue[] {
  const { fields, noun } = kinds[file.kind];
  const fieldOf = (id: string | null) => fields.find((field) => field.id === id);
  const issues = (columns ?? []).flatMap((id, index) => {
    if (id === null) return [];
    const path = `columns.${index}`;
    const field = fieldOf(id);
    if (!field) return [{ path, message: `A ${noun} has no field "${id}". Choose one of the list.` }];
    const isTwice = !field.several && columns?.indexOf(id) !== index;
    return isTwice ? [{ path, message: `Two columns are ${field.label}. Leave one of the two out.` }] : [];
  });
  if (columns && columns.length !== file.columns.length) {
    const message = `The file has ${file.columns.length} columns, and ${columns.length} were matched. Match each, or leave it out.`;
    issues.push({ path: "columns", message });
  }
  for (const [index, { field: id }] of (forAll ?? []).entries()) {
    if (fieldOf(id)?.forAll) continue;
    issues.push({ path: `forAll.${index}.field`, message: `"${id}" cannot be said for all rows. Take it out.` });
  }
  if (columns?.every((id) => id === null)) {
    issues.push({ path: "columns", message: "No column is matched with a field. Match at least one." });
  }
  return issues;
}
