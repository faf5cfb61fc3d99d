import { Outlet } from "react-router";
import { NotFound } from "../ui/not-found.tsx";
import { type Session, useSession } from "../ui/session.ts";

interface OnlyWithProps {
  readonly ability: keyof Session["viewer"]["abilities"];
}

/** Pages that show to nobody but those who have the ability. */
export function OnlyWith({ ability }: OnlyWithProps) {
  return useSession().viewer.abilities[ability] ? <Outlet /> : <NotFound />;
}
