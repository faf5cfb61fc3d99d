declare module "virtual:catalogs" {
  type AnyLanguage = import("../ui/languages.ts").Language | import("../ui/languages.ts").TrialLanguage;
  type Part = () => Promise<{ readonly messages: import("@lingui/core").Messages }>;

  /** The words of each language: those of the shell and the lists, and the rest of them. */
  export const catalogs: Readonly<Record<AnyLanguage, { readonly first: Part; readonly rest: Part }>>;
}
