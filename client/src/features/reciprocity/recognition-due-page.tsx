import { t } from "@lingui/core/macro";
import { SegmentedControl } from "@mantine/core";
import { useSearchParams } from "react-router";
import { DueList } from "./due-list.tsx";
import { NeverThankedList } from "./never-thanked-list.tsx";
import { NEVER_THANKED } from "./paths.ts";

/** To whom recognition is due, and who gave us something and was never thanked. */
export function RecognitionDuePage() {
  const [params, setParams] = useSearchParams();
  const isNever = params.get("show") === NEVER_THANKED;
  const switcher = (
    <SegmentedControl
      aria-label={t`Whom to show`}
      value={isNever ? NEVER_THANKED : "DUE"}
      data={[
        { value: "DUE", label: t`Recognition due` },
        { value: NEVER_THANKED, label: t`Never thanked` },
      ]}
      onChange={(chosen) =>
        setParams((before) => {
          const next = new URLSearchParams(before);
          next.delete("sort");
          next.delete("show");
          if (chosen === NEVER_THANKED) next.set("show", NEVER_THANKED);
          return next;
        })
      }
    />
  );
  return isNever ? <NeverThankedList switcher={switcher} /> : <DueList switcher={switcher} />;
}
