import { formatPartialDate, PARTIAL_DATE_HINT, parsePartialDate, readPartialDate } from "@concord/shared/partial-date";
import { TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";

interface PartialDateInputProps {
  readonly label: string;
  /** EDTF text, or what was typed where it is no date. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
  readonly withAsterisk?: boolean;
  /** In a filter there is no room for the hint. */
  readonly withoutHint?: boolean;
}

/** A date as exact as it is known: takes "Dec 2005", shows "December 2005", answers `2005-12`. */
export function PartialDateInput({ label, value, onChange, error, withAsterisk, withoutHint }: PartialDateInputProps) {
  const [text, setText] = useState(value === null ? "" : formatPartialDate(value));
  useEffect(() => {
    // A value that came from elsewhere is shown; one that this field typed is left as it was typed.
    setText((typed) =>
      (readPartialDate(typed) ?? typed.trim()) === (value ?? "") ? typed : formatPartialDate(value ?? ""),
    );
  }, [value]);
  const understood = value !== null && parsePartialDate(value) ? formatPartialDate(value) : null;
  const hint = withoutHint ? null : PARTIAL_DATE_HINT;
  return (
    <TextInput
      label={label}
      placeholder={withoutHint ? "2005 or Dec 2005" : ""}
      description={understood && understood !== text ? `Understood as ${understood}` : hint}
      value={text}
      error={error}
      withAsterisk={withAsterisk ?? false}
      autoComplete="off"
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        onChange(typed.trim() === "" ? null : (readPartialDate(typed) ?? typed.trim()));
      }}
      onBlur={() => {
        if (understood) setText(understood);
      }}
    />
  );
}
