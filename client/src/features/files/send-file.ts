import type { Failure } from "../../ui/failure.ts";
import { type SendOptions, sendForm } from "../../ui/send-form.ts";

/** Sends a file to be attached to a record; answers why it was not, or null where it was or where it was stopped. */
export async function sendFile(record: string, file: File, options: SendOptions): Promise<Failure | null> {
  const sent = await sendForm("/files", ["record", record], file, options);
  return sent && "failure" in sent ? sent.failure : null;
}
