import type { ImportKind } from "@concord/shared/vocabularies";
import { type Failure, failureIn } from "../../ui/failure.ts";
import { type SendOptions, sendForm } from "../../ui/send-form.ts";

type Uploaded = { readonly id: string } | { readonly failure: Failure };

/** Sends a file to be imported; it is read in the background. */
export async function uploadFile(kind: ImportKind, file: File, options: SendOptions): Promise<Uploaded> {
  const sent = await sendForm("/imports", ["kind", kind], file, options);
  if (sent && "failure" in sent) return sent;
  const id: unknown = Object(sent?.answer)["id"];
  return typeof id === "string" ? { id } : { failure: failureIn(null) };
}
