import type { RecordKind } from "@concord/shared/vocabularies";
import type { Asking } from "../../access/gates.ts";
import { KINDS, NOUNS } from "../kinds.ts";
import { askingOf, type Someone, type Way } from "./someone.ts";
import { combinations, HERE, isThere, type Specimen } from "./specimens.ts";
import {
  editing,
  keepingTrueNames,
  making,
  type Ruling,
  restoring,
  revealingTrueNames,
  type Verdict,
  verdict,
} from "./verdicts.ts";
import { gateFor, type Walk } from "./walk.ts";

/** What would come of a mutation on a record, by the gate of the mutation and by the policies. */
function outcome(asking: Asking | null, mutation: string, ruling: Ruling, { facts, kind }: Specimen): Verdict {
  return verdict(gateFor("Mutation", mutation), asking, (viewer) => ruling(viewer, facts, kind));
}

/** Holds what each record says that may be done with it against what comes of doing it. */
export async function tryAbilities(walk: Walk, someone: Someone, way: Way): Promise<unknown[]> {
  const visitor = await someone.by(way);
  const asking = askingOf(someone, way);
  const found: unknown[] = [];
  for (const each of walk.specimens.filter((one) => isThere(one, someone.viewer))) {
    const noun = NOUNS[each.kind];
    const appearances = each.kind === "COLLABORATION" ? "appearances { trueNameAbilities { reveal keep } }" : "";
    const { it } = await visitor.get(
      `query($id: ID!) { it: ${noun.toLowerCase()}(id: $id) { abilities { update delete restore } attachments { removable } ${appearances} } }`,
      { id: each.id },
    );
    const may = (mutation: string, ruling: Ruling) => outcome(asking, mutation, ruling, each) === "ALLOWED";
    const isPresent = !each.isTrashed;
    const expected = {
      abilities: {
        update: isPresent && may(`update${noun}`, editing),
        delete: isPresent && may(`delete${noun}`, editing),
        restore: each.isTrashed && may(`restore${noun}`, restoring),
      },
      removable: isPresent && may("removeFile", editing),
      trueNames: {
        reveal: isPresent && may("revealTrueName", revealingTrueNames),
        keep: isPresent && may("keepTrueName", keepingTrueNames),
      },
    };
    const said = {
      abilities: it.abilities,
      removable: it.attachments[0].removable,
      trueNames: it.appearances?.[0].trueNameAbilities ?? expected.trueNames,
    };
    if (JSON.stringify(said) !== JSON.stringify(expected)) found.push({ each, said, expected });
  }
  return found;
}

/** What somebody's own abilities must be: those of the gates, and of the policies for what they would make. */
export function expectedOwnAbilities(someone: Someone, way: Way): Readonly<Record<string, boolean>> {
  const asking = askingOf(someone, way);
  const facts = (kind: RecordKind, isOwn: boolean) =>
    combinations(kind, []).find(({ officeId }) => (officeId === HERE) === isOwn);
  const mayMake = (kind: RecordKind, mutation: string, isOwn = true) => {
    const made = facts(kind, isOwn);
    if (!made) return false;
    return verdict(gateFor("Mutation", mutation), asking, (viewer) => making(viewer, made, kind)) === "ALLOWED";
  };
  const isOpen = (type: "Query" | "Mutation", field: string) => gateFor(type, field).allows(asking);
  return {
    ...Object.fromEntries(KINDS.map((kind) => [`create${NOUNS[kind]}`, mayMake(kind, `create${NOUNS[kind]}`)])),
    mergePartners: mayMake("PARTNER", "mergePartners"),
    mergePeople: mayMake("PERSON", "mergePeople"),
    importRecords: isOpen("Mutation", "runImport"),
    chooseOffice: mayMake("PARTNER", "createPartner", false),
    emptyTrash: isOpen("Mutation", "emptyTrash"),
    manageUsers: isOpen("Mutation", "inviteUser"),
    readAuditLog: isOpen("Query", "auditLog"),
  };
}
