import { readFile } from "node:fs/promises";
import { formatPartialDate } from "@concord/shared/partial-date";
import type { RecognitionKind } from "@concord/shared/vocabularies";
import sharp from "sharp";
import { encode } from "uqr";
import { type Box, openDocument, type PdfDocument, type TextStyle } from "../../pdf/document.ts";
import type { Settings } from "../../settings.ts";
import type { Certificate } from "./certificates.entity.ts";
import { addressesOf } from "./certificates.service.ts";

interface Template {
  /** Above the title. */
  readonly heading: string;
  /** Between the title and who receives it. */
  readonly given: string;
  /** Of the frame, the heading and the lines: `#rrggbb`, dark enough on white for small letters. */
  readonly color: string;
}

/** How each kind looks and what it says around the words of the recognition itself. */
const TEMPLATES: Readonly<Record<RecognitionKind, Template>> = {
  AWARD: { heading: "Award", given: "is given to", color: "#0f5c63" },
  COMMENDATION: { heading: "Commendation", given: "is given to", color: "#274690" },
  CERTIFICATE: { heading: "Certificate of recognition", given: "is given to", color: "#0f5c63" },
  MEDAL: { heading: "Medal", given: "is conferred on", color: "#7a4b00" },
  PUBLIC_STATEMENT: { heading: "Public recognition", given: "is expressed to", color: "#4b3b73" },
};

const INK = "#1b1f24";
const PALE = "#57606a";
/** Times the height of a letter: how far the lines stand apart. */
const LEADING = 1.35;
/** Of a picture of a logo, whose lines must be sharp on paper. */
const LOGO_PIXELS = 1200;

/**
 * A certificate as a PDF of one A4 page, a second one where its citation or its recipients are too many for one: the
 * same certificate is the same bytes whenever it is asked for.
 */
export async function certificatePdf(
  { words, code, issuedAt }: Certificate,
  settings: Pick<Settings, "publicUrl" | "organisation">,
): Promise<Buffer> {
  const template = TEMPLATES[words.kind];
  const document = openDocument({
    ...{ title: words.title, language: "en", author: words.organisation, layout: "landscape", margin: 64 },
    createdAt: new Date(issuedAt),
  });
  const { checkAddress } = addressesOf(settings, { code, words });
  const middle = { x: document.area.x + 20, width: document.area.width - 40 };
  frame(document, template.color);
  await drawLogo(document, settings.organisation.logo);
  writeAt(document, words.organisation, { size: 11, color: PALE }, middle, 122);
  writeAt(document, template.heading.toUpperCase(), { size: 10, bold: true, color: template.color }, middle, 146);
  const titleEnd = fit(
    document,
    words.title,
    { bold: true },
    { ...middle, y: 164, height: 70 },
    [32, 27, 22, 18, 15, 12],
  );
  let y = titleEnd ?? 234;
  y = writeAt(document, template.given, { size: 11, color: PALE }, middle, y + 6) + 6;
  const recipients = words.recipients.join("\n");
  const afterRecipients = fit(
    document,
    recipients,
    { bold: true, color: template.color },
    { ...middle, y, height: 104 },
    [24, 20, 17, 14, 12, 10, 8],
  );
  y = (afterRecipients ?? writeAt(document, "those named on the next page", { size: 14 }, middle, y)) + 10;
  const room = { ...middle, y, height: 400 - y };
  const citation = words.citation ?? "";
  const afterCitation = fit(document, citation, {}, room, [14, 13, 12, 11, 10, 9]);
  if (afterCitation === null) writeAt(document, "for what the next page tells", { size: 12 }, middle, y);
  const when = [words.occasion, formatPartialDate(words.date)].filter(Boolean).join(" · ");
  writeAt(document, when, { size: 11, most: 1 }, middle, 408);
  signatureLines(document, words.signatories);
  checkCorner(document, checkAddress, code);
  if (afterRecipients === null || afterCitation === null) {
    document.newPage();
    document.heading(1, words.title);
    if (afterRecipients === null)
      for (const recipient of words.recipients) document.paragraph(recipient, { bold: true });
    if (afterCitation === null) document.paragraph(citation, { size: 11 });
  }
  return document.end();
}

/** Writes in the middle of the page. @returns where the text ends */
function writeAt(
  document: PdfDocument,
  text: string,
  style: TextStyle,
  at: Pick<Box, "x" | "width">,
  y: number,
): number {
  return y + document.textAt(text, { color: INK, align: "center", leading: LEADING, ...style }, { ...at, y });
}

/** Writes in the largest size that fits into the box. @returns where the text ends; null where no size fits */
function fit(document: PdfDocument, text: string, style: TextStyle, box: Box, sizes: readonly number[]): number | null {
  const size = sizes.find(
    (each) => document.measure(text, { ...style, size: each, leading: LEADING }, box.width).height <= box.height,
  );
  return size === undefined ? null : writeAt(document, text, { ...style, size }, box, box.y);
}

function frame(document: PdfDocument, color: string): void {
  const { width, height } = document.page;
  const inset = (by: number) => ({ x: by, y: by, width: width - 2 * by, height: height - 2 * by });
  document.decoration(() => {
    document.rectangle(inset(24), { stroke: color, lineWidth: 3 });
    document.rectangle(inset(31), { stroke: color, lineWidth: 0.75 });
  });
}

/** The organisation's logo, where there is one, else two rings that hold each other, as Concord's own sign. */
async function drawLogo(document: PdfDocument, logo: string | null): Promise<void> {
  const middle = document.page.width / 2;
  if (logo !== null) {
    const picture = await sharp(await readFile(logo), { density: 300 })
      .resize({ width: LOGO_PIXELS, height: LOGO_PIXELS, fit: "inside" })
      .png()
      .toBuffer();
    document.image(picture, { x: middle - 90, y: 52, width: 180, height: 62 }, "Logo");
    return;
  }
  document.decoration(() => {
    const at = { x: middle - 30, y: 54, scale: 60 / 32 };
    document.path("M12.5 9.5a6.5 6.5 0 1 0 0.001 0z", { stroke: "#0f5c63", lineWidth: 2.5 }, at);
    document.path("M19.5 9.5a6.5 6.5 0 1 0 0.001 0z", { stroke: "#4fa7a3", lineWidth: 2.5 }, at);
  });
}

const SIGNATURE_WIDTH = 170;
const SIGNATURE_TOP = 470;

function signatureLines(document: PdfDocument, signatories: Certificate["words"]["signatories"]): void {
  const left = document.area.x + 10;
  for (const [index, { name, title }] of signatories.entries()) {
    const x = left + index * (SIGNATURE_WIDTH + 20);
    document.decoration(() =>
      document.line(
        { x, y: SIGNATURE_TOP },
        { x: x + SIGNATURE_WIDTH, y: SIGNATURE_TOP },
        { stroke: INK, lineWidth: 0.75 },
      ),
    );
    const at = { x, width: SIGNATURE_WIDTH };
    const end = writeAt(document, name, { size: 10, bold: true, align: "left", most: 2 }, at, SIGNATURE_TOP + 4);
    if (title !== null) writeAt(document, title, { size: 9, color: PALE, align: "left", most: 2 }, at, end);
  }
}

const QR_SIZE = 66;

/** Where anybody checks it: as an address, as a code to type, and as a QR code (ISO/IEC 18004). */
function checkCorner(document: PdfDocument, address: string, code: string): void {
  const { width } = document.page;
  const box = { x: width - 48 - QR_SIZE, y: SIGNATURE_TOP - 10, width: QR_SIZE, height: QR_SIZE };
  const { data, size } = encode(address, { ecc: "M", border: 0 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  document.figure(`QR code of ${address}`, box, () =>
    document.path(squares.join(""), { fill: INK }, { x: box.x, y: box.y, scale: QR_SIZE / size }),
  );
  const at = { x: document.area.x + 10, width: width - 2 * document.area.x - 20 };
  const groups = code.replace(/(.{5})(?=.)/g, "$1 ");
  writeAt(
    document,
    `Check this certificate at ${address}`,
    { size: 8, color: PALE, align: "left", link: address, most: 1 },
    at,
    533,
  );
  writeAt(document, groups, { size: 8, color: PALE, align: "right", most: 1 }, { x: width - 300, width: 252 }, 533);
}
