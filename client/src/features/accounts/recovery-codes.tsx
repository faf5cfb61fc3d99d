import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Box, Button, Code, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { CopyTextButton } from "../../ui/copy-text-button.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { useSession } from "../../ui/session.ts";
import { StepTitle } from "../../ui/step-title.tsx";

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The recovery codes, which are shown this once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { viewer } = useSession();
  const { email } = viewer;
  const head = t`Recovery codes of ${email} for Concord.`;
  const use = t`Each replaces a one-time code, and works once.`;
  const text = `${head}\n${use}\n\n${codes.join("\n")}\n`;
  return (
    <Stack maw={560}>
      <StepTitle title={t`Keep these recovery codes`} />
      <Text>
        <Trans>
          Each one replaces a one-time code once, for when you do not have your phone at hand. Print them, or put them
          into a password manager. They are shown only now.
        </Trans>
      </Text>
      <SimpleGrid component="ul" cols={{ base: 1, xs: 2 }} spacing="xs" p={0} m={0} aria-label={t`Recovery codes`}>
        {codes.map((code) => (
          <Box component="li" key={code} style={{ listStyle: "none" }}>
            <Code fz="sm">{code}</Code>
          </Box>
        ))}
      </SimpleGrid>
      <Group>
        <CopyTextButton text={text} label={t`Copy them`} />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => saveFile("concord-recovery-codes.txt", new Blob([text], { type: "text/plain" }))}
        >
          <Trans>Download them</Trans>
        </Button>
        <Button onClick={onKept}>
          <Trans>I have kept them</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
