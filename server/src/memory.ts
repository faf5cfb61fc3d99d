/** Collects what is not used any more, and gives it back to the system. Does nothing without `--expose-gc`. */
export function giveMemoryBack(): void {
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
}
