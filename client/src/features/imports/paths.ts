export const IMPORTS_PATH = "/imports";
export const NEW_IMPORT_PATH = "/imports/new";

export function importPath(id: string): string {
  return `${IMPORTS_PATH}/${id}`;
}

/** What became of every row, or of those that made nothing, as a file to keep. */
export function reportPath(id: string, only?: "rejected"): string {
  return `${importPath(id)}/report.csv${only === undefined ? "" : `?only=${only}`}`;
}
