import { formatPartialDate, formatPartialInterval } from "@concord/shared/partial-date";
import { Text } from "@mantine/core";

/** A date as exactly as it is known, or that it is not known. */
export function DateText({ value }: { readonly value: string | null | undefined }) {
  if (!value) {
    return (
      <Text span c="dimmed" inherit>
        undated
      </Text>
    );
  }
  return <time dateTime={value}>{formatPartialDate(value)}</time>;
}

export function IntervalText({ begin, end }: { readonly begin: string | null; readonly end: string | null }) {
  // Something that began and has no end may have taken one day: only an end makes it a period.
  if (!end || begin === end) return <DateText value={begin} />;
  return <span>{formatPartialInterval(begin, end)}</span>;
}

const INSTANT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** An instant in the reader's own time zone. */
export function InstantText({ value }: { readonly value: string }) {
  return <time dateTime={value}>{INSTANT.format(new Date(value))}</time>;
}
