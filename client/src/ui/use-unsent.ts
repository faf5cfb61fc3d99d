import { useSyncExternalStore } from "react";
import type { KeptForm, KeptForms } from "./kept-forms.ts";
import { useSession } from "./session.ts";

const NOTHING: readonly KeptForm[] = [];
const never = () => () => undefined;
const nothing = () => NOTHING;

/** The viewer's forms that are not sent yet, as they come and go. */
export function useUnsent(): { readonly keptForms: KeptForms | null; readonly forms: readonly KeptForm[] } {
  const { keptForms } = useSession();
  const forms = useSyncExternalStore(keptForms?.subscribe ?? never, keptForms?.all ?? nothing);
  return { keptForms, forms };
}
