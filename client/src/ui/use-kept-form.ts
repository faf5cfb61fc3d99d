import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useLocation } from "react-router";
import type { KeptForm, KeptForms } from "./kept-forms.ts";
import { useSession } from "./session.ts";

const PAUSE_MS = 400;

interface KeptFormOptions {
  /** Whether it is kept at all. */
  readonly isKept: boolean;
  readonly isDirty: boolean;
  /** Nothing is kept of a form that is saved, or on its way: the save itself is kept where it finds no line. */
  readonly isDone: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  /** The form as it is kept, but for where and when. */
  readonly snapshot: () => Pick<KeptForm, "title" | "values" | "base" | "newId">;
  readonly restore: (kept: KeptForm) => void;
  /** Takes the form back to what it began with. */
  readonly reset: () => void;
}

/**
 * Keeps what is typed into a form in this browser, and puts it back when the form is opened again: after a reload, a
 * crash, the end of the session, or going away.
 */
export function useKeptForm(options: KeptFormOptions) {
  const session = useSession();
  const keptForms = options.isKept ? session.keptForms : null;
  const { pathname, search } = useLocation();
  const path = `${pathname}${search}`;
  // What is there when the form opens is put back; what another tab keeps later is not.
  const [found] = useState(() => keptForms?.find(path) ?? null);
  const [restored, setRestored] = useState(found);
  const { isWritten, flush } = useWriting(keptForms, path, found, options);

  const restore = useEffectEvent((kept: KeptForm) => options.restore(kept));
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    if (!found) return;
    restore(found);
    setBack(true);
  }, [found]);

  useEffect(() => {
    if (isWritten) return;
    const ask = (event: BeforeUnloadEvent) => {
      flush();
      event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isWritten, flush]);

  return {
    path,
    keptForms,
    /** What was put back; null where the form began anew. */
    restored,
    /** Whether it stands in the form already. */
    isBack,
    discard: async () => {
      setRestored(null);
      options.reset();
      await keptForms?.remove(path);
    },
  };
}

/** Writes a moment after the last change, and at once when the form is left. */
function useWriting(keptForms: KeptForms | null, path: string, found: KeptForm | null, options: KeptFormOptions) {
  const [isWritten, setWritten] = useState(true);
  const isKept = useRef(found !== null);
  const pending = useRef(false);
  const { values, isDirty, isDone } = options;

  const write = useEffectEvent(() => {
    if (!pending.current || !keptForms) return;
    pending.current = false;
    const work = options.isDirty
      ? keptForms.put({ ...options.snapshot(), slot: path, path, keptAt: new Date().toISOString(), waiting: null })
      : keptForms.remove(path);
    isKept.current = options.isDirty;
    // Where it cannot be written, leaving the page asks, as `isWritten` stays false.
    work.then(() => setWritten(!pending.current)).catch(() => undefined);
  });

  useEffect(() => {
    if (isDone || !keptForms || (!isDirty && !isKept.current)) return;
    // To open a form is not to change it: a save that waits goes on waiting.
    if (found && isSame(values, found.values)) return;
    pending.current = true;
    setWritten(false);
    const timer = setTimeout(() => write(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [values, isDirty, isDone, keptForms, found]);

  useEffect(() => {
    if (isDone) pending.current = false;
  }, [isDone]);

  useEffect(() => {
    const flushHidden = () => {
      if (document.visibilityState === "hidden") write();
    };
    document.addEventListener("visibilitychange", flushHidden);
    return () => {
      document.removeEventListener("visibilitychange", flushHidden);
      write();
    };
  }, []);

  return { isWritten: isWritten || isDone || !isDirty, flush: () => write() };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
