import { AUDIT_ACTION_LABELS, AUDIT_SUBJECT_KIND_LABELS, type AuditAction } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Anchor, Badge, Stack, Text } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { Link } from "react-router";
import type { AuditLogQuery } from "../../generated/graphql.ts";
import { recordPath } from "../../ui/record-paths.ts";
import { useSession } from "../../ui/session.ts";
import { wordsOf } from "../../ui/words.ts";
import { userPath } from "../accounts/paths.ts";
import { Changes } from "../history/changes.tsx";
import { editOfficePath } from "../offices/paths.ts";

export type AuditEntry = AuditLogQuery["auditLog"]["edges"][number]["node"];
type Subject = NonNullable<AuditEntry["subject"]>;

/** Who did it; what nobody did who was signed in, either the installation did or somebody from outside. */
export function Who({ by, address }: AuditEntry) {
  const { abilities } = useSession().viewer;
  if (!by) return address === null ? t`The installation` : t`Not signed in`;
  if (!abilities.manageUsers) return by.name;
  return <PathLink path={userPath(by.id)}>{by.name}</PathLink>;
}

/** What was done; that a true name was seen is told by a word and a sign of its own. */
export function Action({ action }: { readonly action: AuditAction }) {
  if (action !== "REVEAL") return wordsOf(AUDIT_ACTION_LABELS)[action];
  return (
    <Badge color="red" variant="filled" miw="max-content" leftSection={<IconEye size={13} aria-hidden />}>
      {wordsOf(AUDIT_ACTION_LABELS)[action]}
    </Badge>
  );
}

/** What it was done to, with the way there for those who may go. */
export function About({ subject }: { readonly subject: Subject | null }) {
  const { abilities } = useSession().viewer;
  if (!subject) return null;
  const path = pathOf(subject, abilities.manageUsers);
  return (
    <Stack gap={0}>
      <Text span size="sm" c="dimmed">
        {wordsOf(AUDIT_SUBJECT_KIND_LABELS)[subject.kind]}
      </Text>
      {subject.name !== null && path !== null ? <PathLink path={path}>{subject.name}</PathLink> : null}
      {subject.name !== null && path === null ? subject.name : null}
      {subject.name === null ? t`(removed)` : null}
    </Stack>
  );
}

function pathOf({ kind, id }: Subject, managesUsers: boolean): string | null {
  if (kind === "USER") return managesUsers ? userPath(id) : null;
  if (kind === "OFFICE") return managesUsers ? editOfficePath(id) : null;
  return recordPath(kind, id);
}

function PathLink({ path, children }: { readonly path: string; readonly children: string }) {
  return (
    <Anchor component={Link} to={path} underline="always">
      {children}
    </Anchor>
  );
}

/** The reason or remark, and what was before and after. */
export function Details({ action, remark, changes }: AuditEntry) {
  if (remark === null && changes.length === 0) return null;
  return (
    <Stack gap={4}>
      {remark !== null && (
        <Text size="sm" fw={action === "REVEAL" ? 600 : 400}>
          {remark}
        </Text>
      )}
      <Changes changes={changes} />
    </Stack>
  );
}

/** The network address, and below it what the program there calls itself. */
export function FromWhere({ address, agent }: AuditEntry) {
  return (
    <Stack gap={0}>
      <Text span size="sm">
        {address}
      </Text>
      <Text span size="xs" c="dimmed" lineClamp={2}>
        {agent}
      </Text>
    </Stack>
  );
}
