import { type RefObject, useEffect, useRef } from "react";

/** Gives the focus to what has just been drawn, as the next step of something: the keyboard goes on from there. */
export function useFocusOnMount<Target extends HTMLElement>(isNextStep = true): RefObject<Target | null> {
  const target = useRef<Target>(null);
  const wasNextStep = useRef(isNextStep);
  useEffect(() => {
    if (wasNextStep.current) target.current?.focus();
  }, []);
  return target;
}
