import { type DuplicateDraft, duplicateDraftRule } from "@concord/shared/rules/duplicates";
import type { DuplicateKind } from "@concord/shared/vocabularies";
import { v7 } from "uuid";
import type { Transaction } from "../../database/database.ts";
import { installation, type Viewing } from "../../records/viewing.ts";
import { insertRecord } from "../../records/write.ts";
import { partnerRecord } from "../partners/partners.record.ts";
import { personRecord } from "../people/people.record.ts";
import { findLikelyDuplicates, type LikelyDuplicate } from "./duplicates.service.ts";
import { type LabelledPair, type LabelledPartner, type LabelledPerson, readLabelledPairs } from "./labelled-pairs.ts";

/** A labelled pair, and what was found when the one was in the register and somebody typed the other. */
export interface Measured {
  readonly pair: LabelledPair<LabelledPartner | LabelledPerson>;
  readonly kind: DuplicateKind;
  /** Null where the one was not suggested. */
  readonly found: LikelyDuplicate | null;
}

/**
 * Measures by the labelled pairs, through the whole way: the first of each pair is put into the register, all of them
 * together, and the second is looked for as if somebody typed it.
 */
export async function measureLabelledPairs(viewing: Viewing): Promise<Measured[]> {
  const { partners, people } = readLabelledPairs();
  const filled = await viewing.database.transaction(async (transaction) => {
    const register = new Register(transaction, viewing.viewer.officeId);
    for (const pair of partners) await register.addPartner(pair);
    for (const pair of people) await register.addPerson(pair);
    return register.asked;
  });
  const answers = await findLikelyDuplicates(
    viewing,
    viewing.database,
    filled.map(({ draft }) => draft),
  );
  return filled.map(({ pair, draft, id }, index) => ({
    pair,
    kind: draft.kind,
    found: (answers[index] ?? []).find((likely) => likely.id === id) ?? null,
  }));
}

/** The register that pairs are measured in; what they name besides, as a parent, is put into it once. */
class Register {
  readonly asked: { pair: Measured["pair"]; draft: DuplicateDraft; id: string }[] = [];
  private readonly transaction: Transaction;
  private readonly office: string;
  private readonly named = new Map<string, string>();

  constructor(transaction: Transaction, office: string) {
    this.transaction = transaction;
    this.office = office;
  }

  async addPartner(pair: LabelledPair<LabelledPartner>): Promise<void> {
    const { a, b } = pair;
    const [parent, otherParent] = [await this.nameOnly(a.parent, a.country), await this.nameOnly(b.parent, b.country)];
    const id = await this.insert(a, parent);
    const { parent: _parent, kind, ...typed } = b;
    this.ask(pair, id, { ...typed, kind: "PARTNER", partnerKind: kind, parent: otherParent });
  }

  async addPerson(pair: LabelledPair<LabelledPerson>): Promise<void> {
    const { a, b } = pair;
    const [partner, other] = [await this.nameOnly(a.partner, a.country), await this.nameOnly(b.partner, b.country)];
    const id = v7();
    const positions = partner ? [{ partner, title: "Officer", rank: null, from: null, to: null }] : [];
    const values = {
      name: a.name,
      aliases: a.aliases,
      positions,
      email: null,
      externalIds: [],
      notes: null,
      office: this.office,
    };
    await insertRecord(this.transaction, personRecord, id, values, installation, "");
    this.ask(pair, id, { kind: "PERSON", name: b.name, aliases: b.aliases, partners: other ? [other] : [] });
  }

  private ask(pair: Measured["pair"], id: string, typed: object): void {
    this.asked.push({ pair, id, draft: duplicateDraftRule.parse(typed) });
  }

  /** A partner of which only the name is known; within a country, one of each name. */
  private async nameOnly(name: string | undefined, country: string | undefined): Promise<string | null> {
    if (name === undefined) return null;
    const key = `${name} ${country ?? ""}`;
    const id = this.named.get(key) ?? (await this.insert({ name, aliases: [], international: false, country }, null));
    this.named.set(key, id);
    return id;
  }

  private async insert(partner: LabelledPartner, parent: string | null): Promise<string> {
    const id = v7();
    const values = {
      name: partner.name,
      shortName: partner.shortName ?? null,
      aliases: partner.aliases.map((name) => ({ name, language: null })),
      kind: partner.kind ?? "OTHER",
      status: "ACTIVE" as const,
      statusSince: null,
      statusHistory: [{ status: "ACTIVE" as const, since: null }],
      parent,
      international: partner.international,
      country: partner.country ?? null,
      subdivision: partner.subdivision ?? null,
      focusAreas: [],
      summary: null,
      website: partner.website ?? null,
      email: null,
      externalIds: [],
      sources: [],
      office: this.office,
    };
    await insertRecord(this.transaction, partnerRecord, id, values, installation, "");
    return id;
  }
}

/** How well the suggestions fit the labels. */
export interface Fit {
  readonly pairs: number;
  /** Of what was suggested, how much is one. */
  readonly precision: number;
  /** Of what is one, how much was suggested. */
  readonly recall: number;
  readonly f1: number;
  readonly wrong: readonly Measured[];
}

export function fitOf(measured: readonly Measured[]): Fit {
  const isOne = ({ pair }: Measured) => pair.is === "one";
  const right = measured.filter((each) => isOne(each) && each.found).length;
  const suggested = measured.filter((each) => each.found).length;
  const ones = measured.filter(isOne).length;
  const [precision, recall] = [suggested === 0 ? 1 : right / suggested, ones === 0 ? 1 : right / ones];
  return {
    pairs: measured.length,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    wrong: measured.filter((each) => isOne(each) !== (each.found !== null)),
  };
}
