import { APPEARANCE_ROLE_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Group, List, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import type { CollaborationFieldsFragment } from "../../generated/graphql.ts";
import { numberText } from "../../ui/number-text.ts";
import { wordsOf } from "../../ui/words.ts";
import { TrueNameActions } from "./true-name-actions.tsx";

interface AppearancesProps {
  readonly collaboration: Pick<CollaborationFieldsFragment, "id" | "appearances">;
  readonly onChanged: () => void;
}

/** Who appears in the story or case; whoever is protected, under a pseudonym. */
export function Appearances({ collaboration, onChanged }: AppearancesProps) {
  return (
    <List listStyleType="none" spacing="sm">
      {collaboration.appearances.map((appearance) => (
        <List.Item key={appearance.id}>
          <Group gap={6}>
            <Text fw={600}>
              {appearance.count > 1 ? `${numberText(appearance.count)} ` : ""}
              {appearance.name}
            </Text>
            <Badge variant="outline" color="gray">
              {wordsOf(APPEARANCE_ROLE_LABELS)[appearance.role]}
            </Badge>
            {appearance.hasTrueName && (
              <Badge variant="outline" color="gray" leftSection={<IconLock size={12} aria-hidden />}>
                <Trans>True name kept, sealed</Trans>
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {[
              appearance.protected && t`Protected; this is a pseudonym`,
              appearance.consent && t`Named with consent`,
              appearance.description,
              appearance.employer && t`Employed by ${{ employer: appearance.employer.name }}`,
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
          <TrueNameActions collaborationId={collaboration.id} appearance={appearance} onChanged={onChanged} />
        </List.Item>
      ))}
    </List>
  );
}
