import type { RecognitionFilter } from "@concord/shared/rules/recognitions";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPresentation } from "@tabler/icons-react";
import { lazy, Suspense, useRef } from "react";
import { WallDocument } from "../../generated/graphql.ts";
import { CardList } from "../../ui/card-list.tsx";
import { countFilters, FilterBar } from "../../ui/filter-bar.tsx";
import { ListFrame } from "../../ui/list-frame.tsx";
import { useSession } from "../../ui/session.ts";
import { listReading, useUrlList } from "../../ui/use-list.ts";
import { wallAddress } from "./paths.ts";
import { WallCard } from "./wall-card.tsx";

const WallFilters = lazy(async () => ({ default: (await import("./wall-filters.tsx")).WallFilters }));
const WallShow = lazy(async () => ({ default: (await import("./wall-show.tsx")).WallShow }));

const wallReading = listReading({
  document: WallDocument,
  pick: (data) => data.recognitions,
  address: wallAddress,
  sorts: ["DATE"] as const,
  sort: { field: "DATE", direction: "DESC" },
});

/** Public recognitions in both directions, worth projecting. */
export function WallPage() {
  const { shortName } = useSession().installation;
  const { filter: whole, setFilter, query } = useUrlList(wallReading);
  // That it is for the wall is no choice of anybody's.
  const { onWall: _onWall, ...filter } = whole;
  const change = (next: RecognitionFilter) => setFilter({ ...next, onWall: true });
  const [isShowing, show] = useDisclosure(false);
  const presentButton = useRef<HTMLButtonElement>(null);
  function present() {
    show.open();
    // Where the browser does not let it, the show fills the window.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
  }
  function close() {
    show.close();
    presentButton.current?.focus();
  }
  return (
    <ListFrame
      title={t`The wall`}
      texts={{
        counted: (count) => plural(count, { one: "# recognition", other: "# recognitions" }),
        noneMatch: t`Nothing on the wall matches these filters`,
        none: t`Nothing is on the wall yet`,
      }}
      newPath={null}
      isFiltered={countFilters(filter) > 0}
      query={query}
      actions={
        (query.data?.totalCount ?? 0) > 0 && (
          <Button
            ref={presentButton}
            ms="auto"
            leftSection={<IconPresentation size={16} aria-hidden />}
            onClick={present}
          >
            <Trans>Present</Trans>
          </Button>
        )
      }
      filters={
        <FilterBar filter={filter} setFilter={change} emptyFilter={{}}>
          <WallFilters filter={filter} setFilter={change} />
        </FilterBar>
      }
    >
      {(list) => (
        <>
          <CardList
            label={t`Public recognitions between ${shortName} and its partners`}
            {...list}
            card={(recognition) => <WallCard recognition={recognition} />}
          />
          {isShowing && (
            <Suspense>
              <WallShow {...list} onClose={close} />
            </Suspense>
          )}
        </>
      )}
    </ListFrame>
  );
}
