import { type ComponentType, lazy, Suspense } from "react";
import type { LikelyDuplicatesProps } from "./likely-duplicates.tsx";

/** The form is there before this is; and where it cannot be fetched, nothing could be looked up either. */
const LikelyDuplicates = lazy<ComponentType<LikelyDuplicatesProps>>(() =>
  import("./likely-duplicates.tsx").then(
    (fetched) => ({ default: fetched.LikelyDuplicates }),
    () => ({ default: () => null }),
  ),
);

/** Stands below the name in a form, and takes no place until something is found. */
export function DuplicatesWhileTyping(props: LikelyDuplicatesProps) {
  return (
    <Suspense>
      <LikelyDuplicates {...props} />
    </Suspense>
  );
}
