import { given } from "@concord/shared/rules/fields";
import {
  aliasesOfBoth,
  namesOfBoth,
  PARTNER_CHOICES,
  PERSON_CHOICES,
  togetherPartner,
  togetherPerson,
} from "@concord/shared/rules/merging";
import { type PartnerValues, updatePartnerRule } from "@concord/shared/rules/partners";
import { type PersonValues, updatePersonRule } from "@concord/shared/rules/people";
import type { DuplicateKind } from "@concord/shared/vocabularies";
import type { RecordRow } from "../../database/columns.ts";
import type { Transaction } from "../../database/database.ts";
import { parseInput } from "../../records/input.ts";
import type { RecordDefinition } from "../../records/record.ts";
import type { Partner } from "../partners/partners.entity.ts";
import { goesInCircle, partnerRecord, statusAfter } from "../partners/partners.record.ts";
import type { Person } from "../people/people.entity.ts";
import { personRecord } from "../people/people.record.ts";
import { type Pointer, pointersTo } from "./pointers.ts";
import type { FieldGroups } from "./undoing.ts";

/** What is a kind's own in merging; the rest is the same for both. */
export interface Mergeable<Row extends RecordRow, Values extends object> {
  readonly definition: RecordDefinition<Row, Values>;
  readonly kind: DuplicateKind;
  readonly table: "partners" | "people";
  /** Everything that points to such a record. */
  readonly pointers: readonly Pointer[];
  readonly groups: FieldGroups;
  /** Two records as one, where nobody chose. */
  together(keep: Values, merge: Values): Values;
  /** The same with the fields that were chosen. @throws BAD_USER_INPUT */
  withChosen(both: Values, fields: unknown, keep: Values, merge: Values): Values;
  /** Refuses lists that two records together make too long. @throws BAD_USER_INPUT */
  refuseTooMuch(values: Values): void;
  /** Without what would go round in a circle: there stands what stands in one of `others`, the first that does not. */
  withoutCircle(transaction: Transaction, id: string, values: Values, others: readonly Values[]): Promise<Values>;
  /** Without mentions of some partners. */
  withoutMentions(values: Values, isUnwanted: (partnerId: string) => boolean): Values;
}

export const partnerMerging: Mergeable<Partner, PartnerValues> = {
  definition: partnerRecord,
  kind: "PARTNER",
  table: "partners",
  pointers: pointersTo.PARTNER,
  groups: Object.values(PARTNER_CHOICES),
  together: togetherPartner,
  withChosen(both, fields, keep, merge) {
    const { status, statusSince, statusHistory, ...patch } = given(parseInput(updatePartnerRule, fields ?? {}));
    const statuses = statusAfter({ status, statusSince, statusHistory }, both.statusHistory);
    const values = { ...both, ...patch, ...statuses };
    return { ...values, aliases: patch.aliases ?? aliasesOfBoth(keep, merge, values) };
  },
  refuseTooMuch: ({ aliases, externalIds, sources }) => {
    parseInput(updatePartnerRule, { aliases, externalIds, sources });
  },
  async withoutCircle(transaction, id, values, others) {
    for (const { parent } of [values, ...others]) {
      if (!(await goesInCircle(transaction, parent, id))) return { ...values, parent };
    }
    return { ...values, parent: null };
  },
  withoutMentions: (values, isUnwanted) =>
    values.parent !== null && isUnwanted(values.parent) ? { ...values, parent: null } : values,
};

export const personMerging: Mergeable<Person, PersonValues> = {
  definition: personRecord,
  kind: "PERSON",
  table: "people",
  pointers: pointersTo.PERSON,
  groups: Object.values(PERSON_CHOICES),
  together: togetherPerson,
  withChosen(both, fields, keep, merge) {
    const patch = given(parseInput(updatePersonRule, fields ?? {}));
    const values = { ...both, ...patch };
    return { ...values, aliases: patch.aliases ?? namesOfBoth(keep, merge, values) };
  },
  refuseTooMuch: ({ aliases, externalIds, positions }) => {
    parseInput(updatePersonRule, { aliases, externalIds, positions });
  },
  withoutCircle: async (_transaction, _id, values) => values,
  withoutMentions: (values, isUnwanted) => ({
    ...values,
    positions: values.positions.filter(({ partner }) => !isUnwanted(partner)),
  }),
};
