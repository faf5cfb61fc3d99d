const LABELS: Readonly<Record<string, string>> = {
  shortName: "Short name",
  statusSince: "Status since",
  statusHistory: "Statuses",
  focusAreas: "Focus areas",
  handedOverBy: "Handed over by",
  takenBy: "Taken by",
  speakerName: "Speaker",
  speakerTitle: "Speaker's title",
  about: "About",
};

/** A field's name in words: what the table does not know is its own name, with a capital. */
export function fieldLabel(field: string): string {
  return LABELS[field] ?? `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}
