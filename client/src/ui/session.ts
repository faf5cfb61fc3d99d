import { createContext, useContext } from "react";
import type { SessionQuery } from "../generated/graphql.ts";
import type { KeptForms } from "./kept-forms.ts";

type Viewer = NonNullable<SessionQuery["viewer"]>;

export interface Session {
  readonly viewer: Viewer;
  readonly installation: SessionQuery["installation"];
  /** The viewer's forms that are not sent yet; null where the browser keeps nothing. */
  readonly keptForms: KeptForms | null;
  readonly signOut: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in. Only what is drawn inside the shell may ask. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("There is no session here.");
  return session;
}
