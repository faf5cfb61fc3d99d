/** A partner as it is called in lists and titles: "Tamil Nadu Police (TN Police)". */
export function partnerName({ name, shortName }: { readonly name: string; readonly shortName: string | null }): string {
  return shortName ? `${name} (${shortName})` : name;
}
