import { t } from "@lingui/core/macro";
import { Box, Button, FileButton, Text } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import classes from "./drop-zone.module.css";
import { numberText } from "./number-text.ts";

interface DropZoneProps {
  /** What may be chosen, as the browser's dialog wants it: ".csv,.xlsx". */
  readonly accept: string;
  readonly file: File | null;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file on, and a button that does the same. */
export function DropZone({ accept, file, onFile }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  function take(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onFile(dropped);
  }
  return (
    <Box
      className={classes["zone"] ?? ""}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <IconFileSpreadsheet size={36} stroke={1.4} aria-hidden />
      <Text role="status">{file ? `${file.name}, ${sizeText(file.size)}` : t`Drop the file here, or choose it.`}</Text>
      <FileButton
        accept={accept}
        onChange={(chosen) => {
          if (chosen) onFile(chosen);
        }}
      >
        {(props) => (
          <Button {...props} variant="default">
            {file ? t`Choose another file` : t`Choose a file`}
          </Button>
        )}
      </FileButton>
    </Box>
  );
}

/** "23 kB" */
export function sizeText(bytes: number): string {
  const [size, unit, digits] =
    bytes < 1_000_000 ? [Math.ceil(bytes / 1_000), "kilobyte", 0] : [bytes / 1_000_000, "megabyte", 1];
  return numberText(size, { style: "unit", unit, minimumFractionDigits: digits, maximumFractionDigits: digits });
}
