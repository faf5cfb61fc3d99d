const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The fields in which two versions of a record differ, and whose change it was. */
export function differences<Values extends Record<string, unknown>>(base: Values, mine: Values, theirs: Values) {
  return Object.keys(mine)
    .filter((field) => !same(mine[field], theirs[field]))
    .map((field) => ({
      field,
      mine: mine[field],
      theirs: theirs[field],
      // Where only they changed it, theirs is the newer; what I changed is what I meant to save.
      proposal: same(mine[field], base[field]) ? ("theirs" as const) : ("mine" as const),
    }));
}

/** Both versions in one: of each field that differs, the one that was chosen. */
export function mergeVersions<Values extends Record<string, unknown>>(
  mine: Values,
  theirs: Values,
  choices: Readonly<Record<string, "mine" | "theirs">>,
): Values {
  const chosen = Object.keys(mine).map((field) => [field, choices[field] === "theirs" ? theirs[field] : mine[field]]);
  // biome-ignore lint/plugin: each field comes from one of two Values
  return Object.fromEntries(chosen) as Values;
}
