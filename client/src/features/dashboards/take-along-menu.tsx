import { partialDateOf } from "@concord/shared/partial-date";
import { t } from "@lingui/core/macro";
import { Menu } from "@mantine/core";
import { type RefObject, useContext } from "react";
import { dateText } from "../../ui/date-texts.ts";
import type { MenuTarget } from "../../ui/deferred-menu.tsx";
import { OpenedMenu } from "../../ui/opened-menu.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { useSession } from "../../ui/session.ts";
import { tryTo } from "../../ui/try-to.ts";
import { FilterWords } from "./filter-words.ts";
import type { NumbersTable } from "./numbers-table.tsx";

export interface TakeAlongProps {
  readonly title: string;
  readonly table: NumbersTable;
  /** The drawing, where it is shown. */
  readonly drawing: RefObject<SVGSVGElement | null>;
}

/** What is shown as a file: the drawing, where there is one, and the table. What makes the files is fetched by the press. */
export function TakeAlongMenu({ target, title, table, drawing }: TakeAlongProps & { readonly target: MenuTarget }) {
  const { shortName } = useSession().installation;
  const filter = useContext(FilterWords);
  const save = (extension: "svg" | "png" | "csv" | "xlsx") =>
    tryTo(async () => {
      const files = await import("./taken-along.ts");
      const day = partialDateOf(new Date());
      const written = dateText(day);
      const caption = { title, filter, source: t`Source: Concord of ${shortName}, ${written}` };
      const chart = drawing.current;
      const content = {
        svg: () => chart && files.svgOf(files.drawingOf(chart, caption)),
        png: () => chart && files.pngOf(files.drawingOf(chart, caption)),
        csv: () => files.csvOf(table),
        xlsx: () => files.xlsxOf(table, caption),
      }[extension];
      const blob = await content();
      if (blob) saveFile(files.fileName(title, day, extension), blob);
    });
  return (
    <OpenedMenu target={target}>
      {drawing.current && (
        <>
          <Menu.Item onClick={() => void save("png")}>{t`Picture (PNG)`}</Menu.Item>
          <Menu.Item onClick={() => void save("svg")}>{t`Drawing (SVG)`}</Menu.Item>
        </>
      )}
      <Menu.Item onClick={() => void save("xlsx")}>{t`Table (XLSX)`}</Menu.Item>
      <Menu.Item onClick={() => void save("csv")}>{t`Table (CSV)`}</Menu.Item>
    </OpenedMenu>
  );
}
