import { parsePartialDate } from "@concord/shared/partial-date";
import { t } from "@lingui/core/macro";
import { TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { dateText, readDate } from "./date-texts.ts";

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

const hintText = () => t`Write a year, a month or a day, as exact as you know it: 2005, Dec 2005 or 23 June 2016.`;

/** A date as exact as it is known: takes "Dec 2005", shows "December 2005", answers `2005-12`. */
export function PartialDateInput({ label, value, onChange, error, withAsterisk, withoutHint }: PartialDateInputProps) {
  const [text, setText] = useState(value === null ? "" : dateText(value));
  useEffect(() => {
    // A value that came from elsewhere is shown; one that this field typed is left as it was typed.
    setText((typed) => ((readDate(typed) ?? typed.trim()) === (value ?? "") ? typed : dateText(value ?? "")));
  }, [value]);
  const understood = value !== null && parsePartialDate(value) ? dateText(value) : null;
  const hint = withoutHint ? null : hintText();
  return (
    <TextInput
      label={label}
      placeholder={withoutHint ? t`2005 or Dec 2005` : ""}
      description={understood && understood !== text ? t`Understood as ${understood}` : hint}
      value={text}
      error={error}
      withAsterisk={withAsterisk ?? false}
      autoComplete="off"
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        onChange(typed.trim() === "" ? null : (readDate(typed) ?? typed.trim()));
      }}
      onBlur={() => {
        if (understood) setText(understood);
      }}
    />
  );
}
