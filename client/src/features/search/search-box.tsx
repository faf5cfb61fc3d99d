import { useQuery } from "@apollo/client/react";
import { RECORD_KIND_LABELS } from "@concord/shared/vocabularies";
import { Combobox, Loader, Text, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue, useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { SearchDocument } from "../../generated/graphql.ts";
import { recordPath } from "../../ui/record-paths.ts";

const DEBOUNCE_MS = 150;
const HITS = 10;

/** Finds any record by the words in it; "/" brings the cursor here. */
export function SearchBox() {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState("");
  const [words] = useDebouncedValue(text.trim(), DEBOUNCE_MS);
  const { data, previousData, loading } = useQuery(SearchDocument, {
    variables: { text: words, first: HITS },
    skip: words === "",
  });
  const hits = words === "" ? [] : ((data ?? previousData)?.search.edges.map((edge) => edge.node) ?? []);
  useHotkeys([["/", () => input.current?.focus()]]);

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
          ref={input}
          role="searchbox"
          aria-label="Search everything"
          placeholder="Search everything"
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={loading ? <Loader size={16} /> : null}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          autoComplete="off"
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={words === ""}>
        <Combobox.Options aria-label="What was found">
          {hits.length === 0 && <Combobox.Empty>{loading ? "Looking…" : "Nothing found"}</Combobox.Empty>}
          {hits.map((hit) => (
            <Combobox.Option key={hit.id} value={recordPath(hit.kind, hit.id)}>
              <Text fw={600} size="sm">
                {hit.title}
              </Text>
              <Text size="xs" c="dimmed" lineClamp={1}>
                {[RECORD_KIND_LABELS[hit.kind], hit.subtitle].filter(Boolean).join(" · ")}
              </Text>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
