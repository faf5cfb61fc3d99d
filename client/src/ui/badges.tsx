import {
  CONFIDENTIALITY_LABELS,
  type Confidentiality,
  DIRECTION_LABELS,
  type Direction,
  FOCUS_AREA_LABELS,
  type FocusArea,
  PARTNER_STATUS_LABELS,
  type PartnerStatus,
  RECOGNITION_STAGE_LABELS,
  type RecognitionStage,
  STAGE_LABELS,
  type Stage,
} from "@concord/shared/vocabularies";
import { Badge, Group } from "@mantine/core";
import { IconArrowDownLeft, IconArrowsExchange, IconArrowUpRight, IconLock, IconWorld } from "@tabler/icons-react";
import { wordsOf } from "./words.ts";

/** Nothing for what every user sees; a sign in words and shape for the rest. */
export function ConfidentialityBadge({ value }: { readonly value: Confidentiality }) {
  if (value === "INTERNAL") return null;
  const restricted = value === "RESTRICTED";
  return (
    <Badge
      variant="outline"
      color={restricted ? "red" : "gray"}
      // The red of the outline is too light for words.
      {...(restricted ? { c: "var(--mantine-color-error)" } : {})}
      leftSection={restricted ? <IconLock size={12} aria-hidden /> : <IconWorld size={12} aria-hidden />}
    >
      {wordsOf(CONFIDENTIALITY_LABELS)[value]}
    </Badge>
  );
}

export function StatusBadge({ value }: { readonly value: PartnerStatus }) {
  return (
    <Badge variant={value === "ACTIVE" ? "filled" : "outline"} color={value === "ACTIVE" ? "teal" : "gray"}>
      {wordsOf(PARTNER_STATUS_LABELS)[value]}
    </Badge>
  );
}

export function StageBadge({ value }: { readonly value: Stage }) {
  const filled = value === "COMPLETED";
  return (
    <Badge variant={filled ? "filled" : "outline"} color={filled ? "teal" : "gray"}>
      {wordsOf(STAGE_LABELS)[value]}
    </Badge>
  );
}

/** Nothing for what was handed over, as nearly all of it was. */
export function RecognitionStageBadge({ value }: { readonly value: RecognitionStage }) {
  if (value === "HANDED_OVER") return null;
  return (
    <Badge variant={value === "ISSUED" ? "filled" : "outline"} color={value === "ISSUED" ? "teal" : "gray"}>
      {wordsOf(RECOGNITION_STAGE_LABELS)[value]}
    </Badge>
  );
}

const DIRECTION_ICONS = { RECEIVED: IconArrowDownLeft, GIVEN: IconArrowUpRight, BETWEEN_PARTNERS: IconArrowsExchange };

export function DirectionBadge({ value }: { readonly value: Direction }) {
  const Icon = DIRECTION_ICONS[value];
  return (
    <Badge variant="outline" color="gray" leftSection={<Icon size={13} aria-hidden />}>
      {wordsOf(DIRECTION_LABELS)[value]}
    </Badge>
  );
}

export function FocusAreas({ values }: { readonly values: readonly FocusArea[] }) {
  if (values.length === 0) return null;
  return (
    <Group gap={6}>
      {values.map((value) => (
        <Badge key={value} variant="outline" color="gray">
          {wordsOf(FOCUS_AREA_LABELS)[value]}
        </Badge>
      ))}
    </Group>
  );
}
