/** The hash that the build wrote into an operation. */
export function hashOf(document: object): string {
  const meta: unknown = "__meta__" in document ? document.__meta__ : null;
  const hash: unknown = typeof meta === "object" && meta !== null && "hash" in meta ? meta.hash : null;
  if (typeof hash === "string") return hash;
  throw new Error("An operation has no hash. Write it in a .graphql file, of which the build takes it.");
}
