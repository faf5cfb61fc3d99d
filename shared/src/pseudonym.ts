/** A pseudonym as it is shown: with one asterisk behind it, however it was typed. */
export function withAsterisk(name: string): string {
  return `${name.replace(/[\s*]+$/u, "")}*`;
}
