import { t } from "@lingui/core/macro";
import { failureOf } from "./failure.ts";
import { notify } from "./notices.tsx";

/** Does what a button asks for; what does not work is told at the edge of the screen. */
export async function tryTo(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notify({ color: "red", title: t`That did not work`, message: failureOf(error).message });
  }
}
