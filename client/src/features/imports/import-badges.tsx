import {
  IMPORT_RESULT_LABELS,
  IMPORT_STATE_LABELS,
  IMPORT_VERDICT_LABELS,
  type ImportResult,
  type ImportState,
  type ImportVerdict,
} from "@concord/shared/vocabularies";
import { Badge } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCopy,
  IconEqual,
  IconPencil,
  IconPlus,
  type IconProps,
  IconX,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { wordsOf } from "../../ui/words.ts";

export function StateBadge({ value }: { readonly value: ImportState }) {
  const isDone = value === "DONE";
  return (
    <Badge variant={isDone ? "filled" : "outline"} color={isDone ? "teal" : value === "FAILED" ? "red" : "gray"}>
      {wordsOf(IMPORT_STATE_LABELS)[value]}
    </Badge>
  );
}

const VERDICT_ICONS: Readonly<Record<ImportVerdict, ComponentType<IconProps>>> = {
  NEW: IconPlus,
  UPDATE: IconPencil,
  UNCHANGED: IconEqual,
  LIKELY_DUPLICATE: IconCopy,
  UNREADABLE: IconAlertTriangle,
};

/** A verdict in words and shape, so that no colour need be told from another. */
export function VerdictBadge({ value }: { readonly value: ImportVerdict }) {
  const Icon = VERDICT_ICONS[value];
  const color = value === "NEW" || value === "UPDATE" ? "teal" : value === "UNREADABLE" ? "red" : "gray";
  return (
    <Badge variant="outline" color={color} leftSection={<Icon size={13} aria-hidden />}>
      {wordsOf(IMPORT_VERDICT_LABELS)[value]}
    </Badge>
  );
}

export function ResultBadge({ value }: { readonly value: ImportResult }) {
  const wasWritten = value === "ADDED" || value === "CHANGED";
  return (
    <Badge
      variant={wasWritten ? "filled" : "outline"}
      color={wasWritten ? "teal" : value === "FAILED" ? "red" : "gray"}
      leftSection={value === "FAILED" ? <IconX size={13} aria-hidden /> : null}
    >
      {wordsOf(IMPORT_RESULT_LABELS)[value]}
    </Badge>
  );
}
