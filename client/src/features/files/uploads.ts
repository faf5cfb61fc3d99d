import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { v7 } from "uuid";
import { type Failure, failureIn, UNREACHABLE } from "../../ui/failure.ts";
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

interface State {
  readonly uploads: readonly Upload[];
  /** The name of the file that was attached last. */
  readonly lastAttached: string | null;
  /** How many have been attached. */
  readonly attached: number;
}

/**
 * The files on their way to one record, sent one after the other, so that on a slow line the first is there soon. They go
 * on when the page is left, and what failed is still there when somebody comes back to it.
 */
class Uploads {
  private state: State = { uploads: [], lastAttached: null, attached: 0 };
  private queue: Promise<void> = Promise.resolve();
  private readonly stops = new Map<string, AbortController>();
  private readonly listeners = new Set<() => void>();
  private readonly record: string;

  constructor(record: string) {
    this.record = record;
  }

  readonly now = (): State => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly add = (files: readonly File[]): void => {
    for (const file of files) {
      const upload: Upload = { key: v7(), file, sent: null, failure: null };
      const stop = new AbortController();
      this.stops.set(upload.key, stop);
      this.change({ uploads: [...this.state.uploads, upload] });
      this.queue = this.queue.then(() => this.send(upload, stop));
    }
  };

  /** Keeps files that cannot be sent yet, as their record waits for the line itself. */
  readonly hold = (files: readonly File[]): void => {
    const held = files.map((file): Upload => ({ key: v7(), file, sent: null, failure: failureIn(null) }));
    this.change({ uploads: [...this.state.uploads, ...held] });
  };

  /** Stops one that is on its way, or puts a failed one out of sight. */
  readonly dismiss = (key: string): void => {
    this.stops.get(key)?.abort();
    this.forget(key);
  };

  /** Sends one that failed, or all that a better line may let through, once more. */
  readonly retry = (key?: string): void => {
    const again = this.state.uploads.filter((upload) =>
      key === undefined ? upload.failure?.code === UNREACHABLE : upload.key === key,
    );
    for (const upload of again) this.dismiss(upload.key);
    this.add(again.map(({ file }) => file));
  };

  private async send({ key, file }: Upload, stop: AbortController): Promise<void> {
    if (stop.signal.aborted) return;
    this.changeOne(key, { sent: 0 });
    const onProgress = (sent: number) => this.changeOne(key, { sent });
    const failure = await sendFile(this.record, file, { signal: stop.signal, onProgress });
    if (stop.signal.aborted) return;
    this.stops.delete(key);
    if (failure) return this.changeOne(key, { failure });
    this.forget(key);
    this.change({ lastAttached: file.name, attached: this.state.attached + 1 });
  }

  private forget(key: string): void {
    this.stops.delete(key);
    this.change({ uploads: this.state.uploads.filter((upload) => upload.key !== key) });
  }

  private changeOne(key: string, part: Partial<Upload>): void {
    this.change({
      uploads: this.state.uploads.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)),
    });
  }

  private change(part: Partial<State>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

const known = new Map<string, Uploads>();

/** The files on their way to a record. */
export function uploadsTo(record: string): Uploads {
  const uploads = known.get(record) ?? new Uploads(record);
  known.set(record, uploads);
  return uploads;
}

/** The same for a page that shows them; `onAttached` is called as each arrives. */
export function useUploads(record: string, onAttached: () => void) {
  const uploads = uploadsTo(record);
  const state = useSyncExternalStore(uploads.subscribe, uploads.now);
  const tellAttached = useEffectEvent(onAttached);
  useEffect(() => {
    if (state.attached > 0) tellAttached();
  }, [state.attached]);
  const { add, dismiss, retry } = uploads;
  return { ...state, add, dismiss, retry, isSending: state.uploads.some(({ failure }) => failure === null) };
}
