import { plural, t } from "@lingui/core/macro";
import { Box, Button, Text } from "@mantine/core";
import { useId, useState } from "react";
import { valueText } from "../../ui/value-text.ts";
import { fieldLabel } from "./field-labels.ts";

/** So many fields, and so much of each, are shown before somebody asks for the rest. */
const FIELDS = 3;
const LINES = 4;
const CHARACTERS = 240;

interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What one write did to each field, before and after. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  if (changes.length === 0) return null;
  const texts = changes.map((change) => ({ field: change.field, text: changeText(change) }));
  const isLong = texts.length > FIELDS || texts.some(({ text }) => text.length > CHARACTERS);
  return (
    <Box>
      <Box component="ul" m={0} ps="md" id={id}>
        {(isWhole ? texts : texts.slice(0, FIELDS)).map(({ field, text }) => (
          <Text component="li" size="sm" key={field} {...(isWhole ? {} : { lineClamp: LINES })}>
            <Text span fw={600} inherit>
              {fieldLabel(field)}
            </Text>
            : {text}
          </Text>
        ))}
      </Box>
      {isLong && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t`Show less` : wholeLabel(texts.length)}
        </Button>
      )}
    </Box>
  );
}

function wholeLabel(fields: number): string {
  return fields > FIELDS
    ? plural(fields, { one: "Show all # field", other: "Show all # fields" })
    : t`Show the whole text`;
}

/** A record that came or went is named; of a field it is told what was before and after. */
export function changeText({ field, before, after }: Change): string {
  if (field === "merged" || field === "mergedInto") return shown(before ?? after);
  return `${shown(before)} → ${shown(after)}`;
}

function shown(text: string | null): string {
  if (text === null) return t`empty`;
  return text
    .split("; ")
    .map((item) => item.split(", ").map(valueText).join(", "))
    .join("; ");
}
