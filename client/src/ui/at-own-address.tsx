import type { ReactNode } from "react";
import { Navigate } from "react-router";

interface AtOwnAddressProps {
  /** The id in the address. */
  readonly asked: string;
  /** The record that it answered: another one where that was merged into it. */
  readonly id: string;
  /** Where the record's page lies. */
  readonly path: string;
  readonly children: ReactNode;
}

/** A page under the address of its own record: that of a record which was merged into it leads on. */
export function AtOwnAddress({ asked, id, path, children }: AtOwnAddressProps) {
  return asked === id ? children : <Navigate to={path} replace />;
}
