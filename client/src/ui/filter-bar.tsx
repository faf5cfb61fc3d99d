import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Box, Button, Group, SimpleGrid, Skeleton, TextInput } from "@mantine/core";
import { useDebouncedCallback, useDisclosure } from "@mantine/hooks";
import { IconAdjustmentsHorizontal, IconSearch } from "@tabler/icons-react";
import { type ReactNode, Suspense, useEffect, useState } from "react";

const DEBOUNCE_MS = 250;

interface FilterBarProps<Filter extends { readonly text?: string | null | undefined }> {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  /** What words are looked for in; without it, the list is not searched by words. */
  readonly placeholder?: string;
  readonly emptyFilter: Filter;
  readonly children: ReactNode;
}

/** What the fields of a filter are given. */
export interface FilterFieldsProps<Filter> {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
}

/** How many filters besides the words are set. */
export function countFilters(filter: object): number {
  return Object.entries(filter).filter(
    ([key, value]) =>
      key !== "text" && value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  ).length;
}

/** What an input of several values needs for one field of a filter; no values are no filter. */
export function someOf<Filter extends object, Key extends keyof Filter & string>(
  filter: Filter,
  setFilter: (filter: Filter) => void,
  key: Key,
) {
  return {
    value: filter[key],
    onChange: (values: NonNullable<Filter[Key]>) =>
      setFilter({ ...filter, [key]: Array.isArray(values) && values.length === 0 ? undefined : values }),
  };
}

/** Words to look for, and behind a button the rest of the filters; all of it lives in the address. */
export function FilterBar<Filter extends { readonly text?: string | null | undefined }>(props: FilterBarProps<Filter>) {
  const { filter, setFilter } = props;
  const [text, setText] = useState(filter.text ?? "");
  useEffect(() => setText(filter.text ?? ""), [filter.text]);
  const search = useDebouncedCallback(
    (words: string) => setFilter({ ...filter, text: words === "" ? undefined : words }),
    DEBOUNCE_MS,
  );
  const active = countFilters(filter);
  const [opened, { toggle }] = useDisclosure(active > 0);
  // Fields that nobody has asked for are neither fetched nor drawn.
  const [wanted, setWanted] = useState(opened);
  return (
    <Box component="search" aria-label={t`Filters`}>
      <Group gap="sm" align="flex-end">
        {props.placeholder !== undefined && (
          <TextInput
            aria-label={t`Look for words`}
            placeholder={props.placeholder}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              search(event.currentTarget.value);
            }}
            flex={1}
            miw={180}
            type="search"
          />
        )}
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          onClick={() => {
            setWanted(true);
            toggle();
          }}
          aria-expanded={opened}
        >
          {active === 0 ? t`Filters` : t`Filters (${active})`}
        </Button>
        {(active > 0 || text !== "") && (
          <Button variant="subtle" onClick={() => setFilter(props.emptyFilter)}>
            <Trans>Clear all</Trans>
          </Button>
        )}
      </Group>
      <Box hidden={!opened}>
        <SimpleGrid cols={{ base: 1, sm: 2, md: 3, lg: 4 }} spacing="sm" mt="sm" className="surface" p="md">
          <Suspense fallback={<Skeleton height={60} />}>{wanted && props.children}</Suspense>
        </SimpleGrid>
      </Box>
    </Box>
  );
}
