import { TextInput } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { type ComponentType, useRef, useState } from "react";
import type { SearchFieldProps } from "./search-field.tsx";
import { searchInputProps } from "./search-input.tsx";

/**
 * The search of every page; "/" brings the cursor here. Its code is fetched when somebody reaches for it; until it is
 * there, what they type stands in an input that looks the same.
 */
export function SearchBox() {
  const [text, setText] = useState("");
  const [Field, setField] = useState<ComponentType<SearchFieldProps> | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useHotkeys(Field ? [] : [["/", () => input.current?.focus()]]);
  function fetch() {
    import("./search-field.tsx").then(
      ({ SearchField }) => setField(() => SearchField),
      // Without a line nothing could be looked up either; the next visit to the input tries again.
      () => undefined,
    );
  }
  if (Field) return <Field text={text} setText={setText} />;
  return (
    <TextInput
      {...searchInputProps()}
      ref={input}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={fetch}
    />
  );
}
