/** By which the words of a vocabulary's code are found in the catalogs: `PARTNER_KIND.NGO`. */
export function wordId(vocabulary: string, code: string): string {
  return `${vocabulary.replace(/_LABELS$/, "")}.${code}`;
}
