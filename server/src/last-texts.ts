/** The texts that came last, at most so many of them; one that comes again counts as new. */
export class LastTexts {
  private readonly most: number;
  private readonly texts = new Set<string>();

  constructor(most: number) {
    this.most = most;
  }

  has(text: string): boolean {
    return this.texts.has(text);
  }

  add(text: string): void {
    this.texts.delete(text);
    this.texts.add(text);
    const [oldest] = this.texts;
    if (this.texts.size > this.most && oldest !== undefined) this.texts.delete(oldest);
  }
}
