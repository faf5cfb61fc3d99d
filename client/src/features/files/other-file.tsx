import { Anchor } from "@mantine/core";
import { FileFacts, type FileProps } from "./file-facts.tsx";

/** A file that is no picture: a link that downloads it. */
export function OtherFile({ file, onChanged }: FileProps) {
  return (
    <li>
      <FileFacts file={file} onChanged={onChanged}>
        <Anchor href={file.url} download={file.name} underline="always">
          {file.name}
        </Anchor>
      </FileFacts>
    </li>
  );
}
