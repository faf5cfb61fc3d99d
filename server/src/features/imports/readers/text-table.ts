const FIRST_BYTES = 65_536;

/**
 * Many texts in little memory: the texts that the cells of a workbook share. A million of them as JavaScript's own would
 * take several times their length.
 */
export class TextTable {
  private bytes = Buffer.alloc(FIRST_BYTES);
  private used = 0;
  private ends = new Uint32Array(1024);
  private count = 0;

  add(text: string): void {
    const length = Buffer.byteLength(text);
    if (this.used + length > this.bytes.length) {
      const larger = Buffer.alloc(Math.max(this.bytes.length * 2, this.used + length));
      this.bytes.copy(larger, 0, 0, this.used);
      this.bytes = larger;
    }
    if (this.count === this.ends.length) {
      const larger = new Uint32Array(this.ends.length * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.used += this.bytes.write(text, this.used);
    this.ends[this.count] = this.used;
    this.count += 1;
  }

  /** Empty where there is none of the number. */
  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return "";
    return this.bytes.toString("utf8", index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }
}
