import { createHash } from "node:crypto";

const FIRST_SIZE = 1024;
/** Fuller than this, a table is slow to look into. */
const MAX_LOAD = 0.6;

/**
 * The first row that had a text, or how many had it, for hundreds of thousands of texts in little memory: of each it keeps a hash of 53 bits
 * and the row's number. That two of 200,000 texts have one hash is less likely than one in 400,000.
 */
export class RowIndex {
  private hashes = new Float64Array(FIRST_SIZE);
  private numbers = new Uint32Array(FIRST_SIZE);
  private count = 0;

  /** The number of the row that was noted first with the text; undefined where there is none. */
  get(text: string): number | undefined {
    const place = this.placeOf(hashOf(text));
    return this.hashes[place] === 0 ? undefined : this.numbers[place];
  }

  /** Notes the row, unless an earlier one was noted with the text. */
  add(text: string, number: number): void {
    if (this.get(text) === undefined) this.set(text, number);
  }

  /** Notes a number, in place of what was noted with the text before. */
  set(text: string, number: number): void {
    const hash = hashOf(text);
    const place = this.placeOf(hash);
    if (this.hashes[place] === 0) this.count += 1;
    this.hashes[place] = hash;
    this.numbers[place] = number;
    if (this.count > this.hashes.length * MAX_LOAD) this.grow();
  }

  private placeOf(hash: number): number {
    const size = this.hashes.length;
    let place = hash % size;
    while (this.hashes[place] !== 0 && this.hashes[place] !== hash) place = (place + 1) % size;
    return place;
  }

  private grow(): void {
    const { hashes, numbers } = this;
    this.hashes = new Float64Array(hashes.length * 2);
    this.numbers = new Uint32Array(hashes.length * 2);
    for (const [index, hash] of hashes.entries()) {
      if (hash === 0) continue;
      const place = this.placeOf(hash);
      this.hashes[place] = hash;
      this.numbers[place] = numbers[index] ?? 0;
    }
  }
}

/** From 1 on, since 0 marks a place that is free. */
function hashOf(text: string): number {
  return createHash("sha1").update(text).digest().readUIntBE(0, 6) * 32 + 1;
}
