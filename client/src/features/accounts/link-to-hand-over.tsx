import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Stack, Text, TextInput } from "@mantine/core";
import { CopyTextButton } from "../../ui/copy-text-button.tsx";
import { InstantText } from "../../ui/dates.tsx";
import { Facts } from "../../ui/facts.tsx";

interface LinkToHandOverProps {
  readonly name: string;
  readonly link: string;
  readonly worksUntil: string | null;
}

/** Where no e-mail is sent: the link with which a user chooses a password, for as long as it is on screen. */
export function LinkToHandOver({ name, link, worksUntil }: LinkToHandOverProps) {
  return (
    <Stack>
      <Text>
        <Trans>
          This installation sends no e-mail. Hand this link to {name} in a way that nobody else reads: whoever opens it
          first chooses the password.
        </Trans>
      </Text>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t`Link`}
          value={link}
          readOnly
          flex={1}
          miw={220}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyTextButton text={link} label={t`Copy`} />
      </Group>
      <Text>
        <Trans>It is shown only now. A new link can be made at any time, and ends this one.</Trans>
      </Text>
      <Facts facts={[[t`Works once, until`, worksUntil && <InstantText value={worksUntil} />]]} />
    </Stack>
  );
}
