import { fetchOtherMessages } from "./messages.ts";

/** The page of what is not sent, and the words of all pages that are no lists. */
export function fetchUnsentPage() {
  return Promise.all([import("./unsent-page.tsx"), fetchOtherMessages()]);
}
