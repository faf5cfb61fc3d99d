import { useRef, useState } from "react";
import { v7 } from "uuid";
import type { Failure } from "../../ui/failure.ts";
import { sendFile } from "./send-file.ts";

/** A file on its way to a record. */
export interface Upload {
  readonly key: string;
  readonly file: File;
  /** The share that has been sent; null while it waits for those before it. */
  readonly sent: number | null;
  /** Why it was not attached. */
  readonly failure: Failure | null;
}

/** Sends files one after the other, so that on a slow line the first is there soon; they go on when the page is left. */
export function useUploads(record: string, onAttached: () => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [lastAttached, setLastAttached] = useState<string | null>(null);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const stops = useRef(new Map<string, AbortController>());

  const change = (key: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  const forget = (key: string) => setUploads((all) => all.filter((upload) => upload.key !== key));

  async function send({ key, file }: Upload, stop: AbortController) {
    if (stop.signal.aborted) return;
    change(key, { sent: 0 });
    const onProgress = (sent: number) => change(key, { sent });
    const failure = await sendFile(record, file, { signal: stop.signal, onProgress });
    if (stop.signal.aborted) return;
    stops.current.delete(key);
    if (failure) return change(key, { failure });
    forget(key);
    setLastAttached(file.name);
    onAttached();
  }

  return {
    uploads,
    lastAttached,
    isSending: uploads.some(({ failure }) => failure === null),
    add: (files: readonly File[]) => {
      for (const file of files) {
        const upload: Upload = { key: v7(), file, sent: null, failure: null };
        const stop = new AbortController();
        stops.current.set(upload.key, stop);
        setUploads((all) => [...all, upload]);
        queue.current = queue.current.then(() => send(upload, stop));
      }
    },
    /** Stops one that is on its way, or puts a failed one out of sight. */
    dismiss: (key: string) => {
      stops.current.get(key)?.abort();
      stops.current.delete(key);
      forget(key);
    },
  };
}
