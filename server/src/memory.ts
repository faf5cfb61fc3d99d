/** Collects what is not used any more, and gives it back to the system. Does nothing without `--expose-gc`. */
export function giveMemoryBack(): void {
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
}

/** In RAM, in bytes: from how much on it is looked after, and how much more calls for it again. */
const [MUCH, MORE] = [208 * 2 ** 20, 8 * 2 ** 20];
/** In milliseconds. */
const LOOK_EVERY = 500;

/** Has garbage collected as often as there is more in RAM than before, from some amount on. */
export class MemoryKeeper {
  private readonly inRam: () => number;
  private readonly collect: () => void;
  private most = MUCH;

  /** @param inRam in bytes */
  constructor(inRam: () => number, collect: () => void) {
    this.inRam = inRam;
    this.collect = collect;
  }

  look(): void {
    const before = this.inRam();
    if (before > this.most) {
      this.collect();
      // What is used, or kept for what comes next, need not be looked for again.
      this.most = this.inRam() + MORE;
    } else this.most = Math.min(this.most, before + MORE);
    this.most = Math.max(MUCH, this.most);
  }
}

/**
 * Keeps the process from taking much more room than it uses. While all processors are busy, what collects garbage beside
 * the program comes late, and the garbage lies where room was taken for it. A collection takes some 40 milliseconds, in
 * which nobody is answered.
 */
export function keepMemoryLow(): void {
  const keeper = new MemoryKeeper(
    () => process.memoryUsage.rss(),
    () => globalThis.gc?.({ type: "major", execution: "sync" }),
  );
  setInterval(() => keeper.look(), LOOK_EVERY).unref();
}
