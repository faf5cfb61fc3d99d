import { t } from "@lingui/core/macro";
import { Alert, Group, Text } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { useLocation, useNavigate } from "react-router";
import { UndoMerge } from "./undo-merge.tsx";

/** What an address tells in its state of a record that was just merged; null where it tells of none. */
function mergedIn(state: unknown): { readonly id: string; readonly name: string } | null {
  const merged: unknown = typeof state === "object" && state !== null ? Reflect.get(state, "merged") : null;
  if (typeof merged !== "object" || merged === null) return null;
  const [id, name]: unknown[] = [Reflect.get(merged, "id"), Reflect.get(merged, "name")];
  return typeof id === "string" && typeof name === "string" ? { id, name } : null;
}

/** On the page of a record into which another one has just been merged: what happened, and the way back. */
export function MergedNote({ name }: { readonly name: string }) {
  const { state, pathname } = useLocation();
  const navigate = useNavigate();
  const merged = mergedIn(state);
  if (!merged) return null;
  return (
    <Alert color="teal" variant="outline" icon={<IconArrowMerge aria-hidden />} title={t`Merged`} role="status">
      <Group justify="space-between">
        <Text size="sm">{t`${{ merged: merged.name }} is now part of ${name}.`}</Text>
        <UndoMerge merged={merged} onUndone={() => navigate(pathname, { replace: true, state: null })} />
      </Group>
    </Alert>
  );
}
