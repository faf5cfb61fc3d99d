import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "./database/connection.ts";
import { migrations } from "./database/migrations/migrations.ts";
import { fitOf, type Measured, measureLabelledPairs } from "./features/duplicates/measure.ts";
import { entities } from "./features/entities.ts";
import { installation, viewingOf } from "./records/viewing.ts";
import { KeyRing, newKey } from "./sealing.ts";

/**
 * Says how well likely duplicates are found, measured by the labelled pairs in a database that is thrown away: all
 * together, by type, and which pairs go wrong. Of those that are held out, which they are is told only where it is asked
 * for, so that the scoring is not made to fit them.
 */
export async function reportDuplicates(showsHeld: boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "concord-duplicates-"));
  const database = await openDatabase(`sqlite:${join(folder, "register.sqlite")}`, entities, migrations);
  try {
    const viewer = { id: "", role: "ADMINISTRATOR", officeId: "office", isInstallation: true } as const;
    const keys = new KeyRing(newKey());
    const measured = await measureLabelledPairs(
      viewingOf({ viewer, by: "SESSION" }, database, installation.origin, keys),
    );
    return textOf(measured, showsHeld);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

function textOf(measured: readonly Measured[], showsHeld: boolean): string {
  const tuned = measured.filter(({ pair }) => !pair.held);
  const held = measured.filter(({ pair }) => pair.held);
  const types = Map.groupBy(measured, ({ kind, pair }) => `${kind.toLowerCase()}: ${pair.type}`);
  const wrong = [...fitOf(tuned).wrong, ...(showsHeld ? fitOf(held).wrong : [])];
  return [
    line("", "pairs", "precision", "recall", "F1"),
    fitLine("all", measured),
    fitLine("tuned by", tuned),
    fitLine("held out", held),
    "",
    ...[...types].map(([type, pairs]) => fitLine(type, pairs)),
    "",
    wrong.length === 0 ? "No pair goes wrong." : "These pairs go wrong:",
    ...wrong.map(wrongText),
    ...(showsHeld ? [] : [`Of the pairs held out, ${fitOf(held).wrong.length} go wrong; --held lists them.`]),
    "",
  ].join("\n");
}

function fitLine(name: string, measured: readonly Measured[]): string {
  const { pairs, precision, recall, f1 } = fitOf(measured);
  return line(name, String(pairs), ...[precision, recall, f1].map((share) => share.toFixed(3)));
}

function line(name: string, ...columns: readonly string[]): string {
  return `${name.padEnd(40)}${columns.map((column) => column.padStart(11)).join("")}`;
}

function wrongText({ pair, found }: Measured): string {
  const said = found
    ? `suggested with ${found.score.toFixed(2)} (${found.reasons.map((reason) => reason.code).join(", ")})`
    : "not suggested";
  return `  ${pair.a.name} / ${pair.b.name}: ${pair.is}, ${said}. ${pair.why}.`;
}
