import { useState } from "react";
import { type Failure, failureOf } from "../../ui/failure.ts";
import { importText } from "./reason-texts.ts";

/** Does what a button asks for, and keeps why it did not work. */
export function useAction() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  return {
    busy,
    failure,
    run: async (work: () => Promise<unknown>): Promise<void> => {
      setBusy(true);
      setFailure(null);
      try {
        await work();
      } catch (error) {
        const caught = failureOf(error);
        setFailure({ ...caught, message: importText(caught.message) });
      } finally {
        setBusy(false);
      }
    },
  };
}
