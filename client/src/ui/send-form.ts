import { t } from "@lingui/core/macro";
import { type Failure, failureIn } from "./failure.ts";

export interface SendOptions {
  /** Ends the sending. */
  readonly signal?: AbortSignal;
  /** Called with the share that is on its way, 0 to 1. */
  readonly onProgress: (sent: number) => void;
}

/** What came of sending: the server's answer, or why it was not taken; null where it was stopped. */
type Sent = { readonly answer: unknown } | { readonly failure: Failure } | null;

/** Sends a file with one field before it: the server reads a form in its order. */
export function sendForm(
  path: string,
  [name, value]: readonly [string, string],
  file: File,
  { signal, onProgress }: SendOptions,
): Promise<Sent> {
  const form = new FormData();
  form.set(name, value);
  form.set("file", file);
  return new Promise((resolve) => {
    // Unlike fetch, it tells how much has been sent.
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = parsed(request.responseText);
      resolve(request.status === 201 ? { answer } : { failure: failureIn(answer) });
    };
    request.onerror = () => resolve({ failure: unsent() });
    request.onabort = () => resolve(null);
    signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

const unsent = (): Failure => ({
  ...failureIn(null),
  message: t`It could not be sent. Either the server cannot be reached, or the file cannot be read, as a folder or a file that was moved. Check both, and try again.`,
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
