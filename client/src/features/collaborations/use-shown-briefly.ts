import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

interface Shown {
  readonly text: string;
  readonly secondsLeft: number;
  /** In milliseconds, as `Date.now()`. */
  readonly until: number;
}

/** One second later; null when the time is over. */
function tick(shown: Shown | null): Shown | null {
  if (!shown) return null;
  // A clock that is set back does not lengthen it, and a machine that slept does not either.
  const secondsLeft = Math.min(shown.secondsLeft - 1, Math.ceil((shown.until - Date.now()) / 1000));
  return secondsLeft > 0 ? { ...shown, secondsLeft } : null;
}

/**
 * A text that stays for so many seconds and is then forgotten; at once where its tab is no longer looked at. It lives
 * in the state of one component and nowhere else, and goes with it.
 */
export function useShownBriefly(seconds: number) {
  const [shown, setShown] = useState<Shown | null>(null);
  const isShown = shown !== null;
  useEffect(() => {
    if (!isShown) return;
    const timer = setInterval(() => setShown(tick), 1000);
    const forget = () => {
      // Before the page is put aside, and drawn small among other tabs.
      if (document.visibilityState === "hidden") flushSync(() => setShown(null));
    };
    document.addEventListener("visibilitychange", forget);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", forget);
    };
  }, [isShown]);
  return {
    shown,
    show: (text: string) => {
      if (document.visibilityState === "hidden") return;
      setShown({ text, secondsLeft: seconds, until: Date.now() + seconds * 1000 });
    },
  };
}
