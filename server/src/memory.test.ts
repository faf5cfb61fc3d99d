import { expect, it } from "vitest";
import { MemoryKeeper } from "./memory.ts";

/** Looks at these amounts in RAM, in MiB, one after the other. @returns at which of them garbage was collected */
function collectedAt(amounts: readonly number[]): number[] {
  let inRam = 0;
  const found: number[] = [];
  const keeper = new MemoryKeeper(
    () => inRam * 2 ** 20,
    () => found.push(inRam),
  );
  for (inRam of amounts) keeper.look();
  return found;
}

it("collects garbage once there is much of it, and not before", () => {
  expect(collectedAt([150, 200, 208, 209])).toEqual([209]);
});

it("does not look again for what is used", () => {
  expect(collectedAt([220, 220, 221, 228, 229, 229])).toEqual([220, 229]);
});

it("has heed of what comes after it was less again", () => {
  expect(collectedAt([260, 230, 240, 150, 210])).toEqual([260, 240, 210]);
});

it("leaves in peace what lies below that after garbage was collected", () => {
  let inRam = 230 * 2 ** 20;
  let collections = 0;
  const keeper = new MemoryKeeper(
    () => inRam,
    () => {
      collections += 1;
      inRam = 150 * 2 ** 20;
    },
  );
  keeper.look();
  inRam = 200 * 2 ** 20;
  keeper.look();
  expect(collections).toBe(1);
});
