import { Trans } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { FileFacts, type FileProps } from "./file-facts.tsx";
import classes from "./files.module.css";
import { SizedPicture } from "./sized-picture.tsx";

/** A picture, small; a press shows it as large as the screen allows. */
export function Picture({ file, onChanged }: FileProps) {
  const [opened, dialog] = useDisclosure(false);
  return (
    <li>
      <UnstyledButton onClick={dialog.open} aria-haspopup="dialog" w="100%">
        <SizedPicture className={classes["thumbnail"]} picture={file} alt={file.name} sizes="9rem" />
      </UnstyledButton>
      <FileFacts file={file} onChanged={onChanged}>
        <Text size="sm" lineClamp={2}>
          {file.name}
        </Text>
      </FileFacts>
      <Modal opened={opened} onClose={dialog.close} title={file.name} size="auto" centered>
        <Stack>
          <SizedPicture className={classes["large"]} picture={file} alt={file.name} sizes="90vw" isEager />
          <Group justify="flex-end">
            <Button
              component="a"
              href={file.url}
              download={file.name}
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              <Trans>Download</Trans>
            </Button>
          </Group>
        </Stack>
      </Modal>
    </li>
  );
}
