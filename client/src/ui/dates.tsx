import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { dateText, instantText, intervalText } from "./date-texts.ts";

/** A date as exactly as it is known, or that it is not known. */
export function DateText({ value }: { readonly value: string | null | undefined }) {
  if (!value) {
    return (
      <Text span c="dimmed" inherit>
        <Trans>undated</Trans>
      </Text>
    );
  }
  return <time dateTime={value}>{dateText(value)}</time>;
}

export function IntervalText({ begin, end }: { readonly begin: string | null; readonly end: string | null }) {
  // Something that began and has no end may have taken one day: only an end makes it a period.
  if (!end || begin === end) return <DateText value={begin} />;
  return <span>{intervalText(begin, end)}</span>;
}

/** An instant in the reader's own time zone. */
export function InstantText({ value }: { readonly value: string }) {
  return <time dateTime={value}>{instantText(value)}</time>;
}
