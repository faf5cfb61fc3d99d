import { useApolloClient } from "@apollo/client/react";
import { Trans } from "@lingui/react/macro";
import { Button, Group, SimpleGrid, Stack } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { type Failure, failureOf } from "../../ui/failure.ts";
import { FailureAlert } from "../../ui/failure-alert.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";
import { Choices, Lists, SameInBoth } from "./merge-fields.tsx";
import { mergeTexts } from "./merge-texts.ts";
import { forgetAddress } from "./old-addresses.ts";
import { type Compared, obstacleTo, type Sides } from "./two-records.ts";
import { WhatHappens } from "./what-happens.tsx";
import { Obstacle, WhichStays } from "./which-stays.tsx";

interface MergePageProps extends Compared {
  /** What points to the record that goes, as far as the viewer may read it. */
  readonly moves: readonly string[];
  readonly onMerge: (sides: Sides, isLeftOut: (list: string, item: string) => boolean) => Promise<unknown>;
  readonly onReload: () => Promise<unknown>;
}

/** Two records side by side, and field by field the choice of what the one that stays will say. */
export function MergePage({ moves, onMerge, onReload, ...compared }: MergePageProps) {
  const { kind, keep, merge, choices } = compared;
  const client = useApolloClient();
  const navigate = useNavigate();
  const [sides, setSides] = useState<Sides>({});
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<Failure | null>(null);
  const [before, setBefore] = useState<Compared | null>(null);
  const [busy, setBusy] = useState(false);
  const obstacle = obstacleTo(compared);

  async function mergeThem() {
    setBusy(true);
    setBefore(null);
    setFailure(null);
    try {
      await onMerge(sides, (list, item) => leftOut.has(`${list} ${item}`));
      forgetAddress(client, merge.id);
      await navigate(recordPath(kind, keep.id), { state: { merged: { id: merge.id, name: merge.name } } });
    } catch (error) {
      await meet(failureOf(error));
      setBusy(false);
    }
  }

  async function meet(met: Failure) {
    if (met.code === "CONFLICT" && met.current) {
      await onReload().then(
        () => setBefore(compared),
        (error: unknown) => setFailure(failureOf(error)),
      );
    } else setFailure(met);
  }

  function reload() {
    setFailure(null);
    onReload().catch((error: unknown) => setFailure(failureOf(error)));
  }

  function leaveOut(list: string, item: string, isOut: boolean) {
    const next = new Set(leftOut);
    if (isOut) next.add(`${list} ${item}`);
    else next.delete(`${list} ${item}`);
    setLeftOut(next);
  }

  return (
    <Stack gap="lg">
      <PageTitle title={mergeTexts(kind).title} />
      {keep.id !== merge.id && <WhichStays kind={kind} keep={keep} merge={merge} />}
      {obstacle ? (
        <Obstacle kind={kind} {...obstacle} />
      ) : (
        <>
          {before && (
            <ChangedMeanwhile
              before={before}
              now={compared}
              onClose={() => setBefore(null)}
              onMerge={() => void mergeThem()}
            />
          )}
          <Choices
            choices={choices}
            sides={sides}
            faults={failure?.fields ?? []}
            onChoose={(choice, side) => setSides({ ...sides, [choice]: side })}
          />
          <Lists lists={compared.listsUnder(sides)} leftOut={leftOut} onLeaveOut={leaveOut} />
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            <WhatHappens keep={keep} merge={merge} moves={moves} />
            <SameInBoth choices={choices} />
          </SimpleGrid>
          <Stack className="surface" p="md" pos="sticky" bottom={0} style={{ zIndex: 2 }}>
            {failure && <FailureAlert failure={failure} onRetry={failure.code === "CONFLICT" ? reload : undefined} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => navigate(recordPath(kind, keep.id))}>
                <Trans>Cancel</Trans>
              </Button>
              <Button loading={busy} onClick={() => void mergeThem()}>
                <Trans>Merge them</Trans>
              </Button>
            </Group>
          </Stack>
        </>
      )}
    </Stack>
  );
}
