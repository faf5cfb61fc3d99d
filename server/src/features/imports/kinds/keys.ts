import { fold } from "@concord/shared/fold";
import type { Source } from "@concord/shared/rules/records";

/** Two sources of one address are one, whatever their titles. */
export function sourceKey({ title, url }: Source): string {
  return url ?? fold(title);
}
