const names = new Map<string, string>();

/** Remembers what an id is called, so that a chosen record can be shown by name before it is looked up again. */
export function rememberName(record: { readonly id: string; readonly name: string } | null | undefined): void {
  if (record) names.set(record.id, record.name);
}

export function nameOf(id: string): string | undefined {
  return names.get(id);
}
