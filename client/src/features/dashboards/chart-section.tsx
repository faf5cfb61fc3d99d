import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Box, Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconChartBar, IconDownload, IconTable } from "@tabler/icons-react";
import { lazy, type ReactNode, type Ref, useRef, useState } from "react";
import { DeferredMenu } from "../../ui/deferred-menu.tsx";
import { Section } from "../../ui/section.tsx";
import classes from "./chart.module.css";
import { type NumbersTable, NumbersTableView } from "./numbers-table.tsx";
import type { TakeAlongProps } from "./take-along-menu.tsx";

interface FigureProps {
  /** What the figure shows: the head of its file, and the name of its table. */
  readonly title: string;
  readonly table: NumbersTable;
  /** Draws it so wide; null for what is a table only. */
  readonly chart: ((width: number, ref: Ref<SVGSVGElement>) => ReactNode) | null;
  readonly withShares?: boolean;
  readonly empty?: string;
}

export interface ChartSectionProps extends FigureProps {
  /** What chooses what is shown, beside the title. */
  readonly actions?: ReactNode;
  /** What has to be known to read it right. */
  readonly note?: ReactNode;
}

/** A section of the dashboard: its chart, or what it shows as a table. */
export function ChartSection({ actions, note, ...figure }: ChartSectionProps) {
  return (
    <Box className={classes["section"] ?? ""}>
      <Section title={figure.title} actions={actions}>
        <Stack gap="sm">
          {note && (
            <Text size="sm" c="dimmed" maw="75ch">
              {note}
            </Text>
          )}
          <Figure {...figure} />
        </Stack>
      </Section>
    </Box>
  );
}

const fetchMenu = () => import("./take-along-menu.tsx");
const TakeAlongMenu = lazy(async () => ({ default: (await fetchMenu()).TakeAlongMenu }));

type Shown = "CHART" | "TABLE";

/** A chart, or what it shows as a table. */
export function Figure({ title, table, chart, withShares = false, empty }: FigureProps) {
  const [shown, setShown] = useState<Shown>("CHART");
  const { ref: room, width } = useElementSize();
  const drawing = useRef<SVGSVGElement>(null);
  if (table.rows.length === 0) {
    return <Text c="dimmed">{empty ?? <Trans>There is nothing to show under these filters.</Trans>}</Text>;
  }
  return (
    <Stack gap="sm">
      <Box ref={room} mih={40}>
        {chart && shown === "CHART" ? (
          width > 0 && chart(Math.round(width), drawing)
        ) : (
          <NumbersTableView label={title} table={table} withShares={withShares} />
        )}
      </Box>
      <Group justify="flex-end" gap="xs" className={classes["tools"] ?? ""}>
        {chart && <ShownControl title={title} value={shown} onChange={setShown} />}
        <TakeAlong title={title} table={table} drawing={drawing} />
      </Group>
    </Stack>
  );
}

function TakeAlong({ title, ...rest }: TakeAlongProps) {
  const button = (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconDownload size={14} aria-hidden />}
      aria-label={t`Download: ${title}`}
    >
      <Trans>Download</Trans>
    </Button>
  );
  return <DeferredMenu target={button} menu={TakeAlongMenu} fetch={fetchMenu} given={{ title, ...rest }} />;
}

interface ShownControlProps {
  readonly title: string;
  readonly value: Shown;
  readonly onChange: (shown: Shown) => void;
}

function ShownControl({ title, value, onChange }: ShownControlProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={t`How to show: ${title}`}
      value={value}
      onChange={(chosen) => onChange(chosen === "TABLE" ? "TABLE" : "CHART")}
      data={[
        { value: "CHART", label: <Labelled icon={<IconChartBar size={14} aria-hidden />} words={t`Chart`} /> },
        { value: "TABLE", label: <Labelled icon={<IconTable size={14} aria-hidden />} words={t`Table`} /> },
      ]}
    />
  );
}

function Labelled({ icon, words }: { readonly icon: ReactNode; readonly words: string }) {
  return (
    <Group gap={4} wrap="nowrap" justify="center">
      {icon}
      <span>{words}</span>
    </Group>
  );
}
