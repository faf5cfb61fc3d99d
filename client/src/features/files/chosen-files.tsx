import { attachingFault, isPicture } from "@concord/shared/attachments";
import { t } from "@lingui/core/macro";
import { ActionIcon, Group, List, Text } from "@mantine/core";
import { IconFile, IconTrash } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { v7 } from "uuid";
import { useLeaveGuard } from "../../ui/leave-guard.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { FileDrop } from "./file-drop.tsx";
import { sizeWords } from "./file-words.ts";
import classes from "./files.module.css";

/** A file that was chosen for a record which is not there yet. */
export interface ChosenFile {
  readonly key: string;
  readonly file: File;
}

/** Files that were chosen in a form, to be attached when its record is saved. */
export function useChosenFiles() {
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([]);
  return {
    chosen,
    choose: (files: readonly File[]) =>
      setChosen((before) => [...before, ...files.map((file) => ({ key: v7(), file }))]),
    drop: (key: string) => setChosen((before) => before.filter((one) => one.key !== key)),
  };
}

interface ChosenFilesSectionProps extends ReturnType<typeof useChosenFiles> {
  readonly title: string;
  /** Whether they are on their way: then nothing is lost by leaving. */
  readonly isSaved: boolean;
}

/** A part of a form in which files are chosen before there is a record to which they can be attached. */
export function ChosenFilesSection({ title, chosen, choose, drop, isSaved }: ChosenFilesSectionProps) {
  useLeaveGuard(chosen.length > 0 && !isSaved);
  return (
    <Section title={title}>
      <FileDrop label={t`Choose files`} onFiles={choose}>
        {chosen.length > 0 && (
          <List listStyleType="none" spacing="sm" aria-label={t`Chosen files`}>
            {chosen.map((one) => (
              <ChosenRow key={one.key} file={one.file} onDrop={() => drop(one.key)} />
            ))}
          </List>
        )}
        <Text size="sm" c="dimmed">
          {t`They are sent when the record is saved, one after the other. Until then they are kept nowhere.`}
        </Text>
      </FileDrop>
    </Section>
  );
}

function ChosenRow({ file, onDrop }: { readonly file: File; readonly onDrop: () => void }) {
  const { name } = file;
  const fault = useFault(file);
  return (
    <List.Item styles={{ itemWrapper: { width: "100%" }, itemLabel: { width: "100%" } }}>
      <Group wrap="nowrap" gap="sm">
        <Preview file={file} />
        <div className={classes["grow"]}>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="sm" c={fault ? "var(--mantine-color-error)" : "dimmed"} {...(fault ? { role: "alert" } : {})}>
            {fault ?? sizeWords(file.size)}
          </Text>
        </div>
        <ActionIcon variant="subtle" color="gray" onClick={onDrop} aria-label={t`Take ${name} out`}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </List.Item>
  );
}

/** Why the server would not take it, as far as that can be told before it is sent. */
function useFault(file: File): string | null {
  const { maxFileSize } = useSession().installation;
  const fault = attachingFault(file, maxFileSize);
  const most = sizeWords(maxFileSize);
  if (fault === "SIZE") return t`It is larger than ${most} and will not be attached. Take a smaller one.`;
  if (fault === "KIND") {
    return t`It is neither a picture (JPEG, PNG, WebP) nor a PDF, Word or Excel document, and will not be attached.`;
  }
  return null;
}

/** The files among those chosen that may be attached. */
export function attachableOf(chosen: readonly ChosenFile[], maxFileSize: number): File[] {
  return chosen.map(({ file }) => file).filter((file) => attachingFault(file, maxFileSize) === null);
}

const PREVIEW_WIDTH = 144;

/** What a chosen picture shows, drawn here: nothing has been sent yet. */
function Preview({ file }: { readonly file: File }) {
  const [drawn, setDrawn] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (isPicture(file.type)) {
      // What cannot be drawn is shown by its name alone.
      drawSmall(file).then(
        (picture) => isWanted && setDrawn(picture),
        () => undefined,
      );
    }
    return () => {
      isWanted = false;
    };
  }, [file]);
  if (drawn === null) return <IconFile className={classes["preview"]} stroke={1.2} aria-hidden />;
  return <img className={classes["preview"]} src={drawn} alt="" width={72} height={54} />;
}

async function drawSmall(file: File): Promise<string> {
  const picture = await createImageBitmap(file, { resizeWidth: PREVIEW_WIDTH, resizeQuality: "medium" });
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
  picture.close();
  return canvas.toDataURL("image/webp", 0.8);
}
