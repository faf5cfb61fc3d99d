import { useQuery } from "@apollo/client/react";
import { RECORD_KIND_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Combobox, Loader, Text, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue, useHotkeys } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { SearchDocument } from "../../generated/graphql.ts";
import { recordPath } from "../../ui/record-paths.ts";
import { wordsOf } from "../../ui/words.ts";
import { searchInputProps } from "./search-input.tsx";

const DEBOUNCE_MS = 150;
const HITS = 10;

export interface SearchFieldProps {
  readonly text: string;
  readonly setText: (text: string) => void;
}

/** Finds any record by the words in it. It takes the focus, since somebody is about to type. */
export function SearchField({ text, setText }: SearchFieldProps) {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({
    defaultOpened: true,
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const [words] = useDebouncedValue(text.trim(), DEBOUNCE_MS);
  const { data, previousData, loading } = useQuery(SearchDocument, {
    variables: { text: words, first: HITS },
    skip: words === "",
  });
  const hits = words === "" ? [] : ((data ?? previousData)?.search.edges.map((edge) => edge.node) ?? []);
  useHotkeys([["/", () => input.current?.focus()]]);
  useEffect(() => input.current?.focus(), []);

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(path) => {
        setText("");
        combobox.closeDropdown();
        input.current?.blur();
        navigate(path);
      }}
    >
      <Combobox.Target>
        <TextInput
          {...searchInputProps()}
          ref={input}
          rightSection={loading ? <Loader size={16} /> : null}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={words === ""}>
        <Combobox.Options aria-label={t`What was found`}>
          {hits.length === 0 && <Combobox.Empty>{loading ? t`Looking…` : t`Nothing found`}</Combobox.Empty>}
          {hits.map((hit) => (
            <Combobox.Option key={hit.id} value={recordPath(hit.kind, hit.id)}>
              <Text fw={600} size="sm">
                {hit.title}
              </Text>
              <Text size="xs" c="dimmed" lineClamp={1}>
                {[wordsOf(RECORD_KIND_LABELS)[hit.kind], hit.subtitle].filter(Boolean).join(" · ")}
              </Text>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
