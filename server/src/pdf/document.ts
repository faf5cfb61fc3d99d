import PdfKit from "pdfkit";
import { featuresOf } from "./features.ts";
import { type Face, writable } from "./fonts.ts";
import { type Content, type Line, linesOf, type Piece } from "./lines.ts";

/** Points, from the left and from the top of the page. A point is 1/72 inch; A4 is 595 × 842 of them. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What stands on each page below its text, from left to right. */
export interface Footer {
  readonly left: string;
  readonly right: string;
}

export interface DocumentOptions {
  readonly title: string;
  /** BCP 47, as "en". */
  readonly language: string;
  readonly author: string;
  readonly layout: "portrait" | "landscape";
  /** The same contents with the same date are the same bytes. */
  readonly createdAt: Date;
  /** Points on each side; 50 unless given. */
  readonly margin?: number;
  readonly footer?: (page: number, pages: number) => Footer;
}

export interface TextStyle {
  /** Points; 10 unless given. */
  readonly size?: number;
  readonly bold?: boolean;
  /** `#rrggbb` */
  readonly color?: string;
  readonly align?: "left" | "center" | "right";
  /** Times the size; 1.4 unless given, which leaves room for the marks of Tamil and Devanagari. */
  readonly leading?: number;
  /** So many lines at most. */
  readonly most?: number;
  /** Where a click leads. */
  readonly link?: string;
}

/** What a piece of a page is to who has it read aloud; ARTIFACT is left out. */
export type Tag = "P" | "H1" | "H2" | "H3" | "TH" | "TD" | "Figure" | "Caption" | "ARTIFACT";

/** How a shape is drawn: colours as `#rrggbb`. */
export interface Ink {
  readonly fill?: string;
  readonly stroke?: string;
  /** Points; 1 unless given. */
  readonly lineWidth?: number;
}

type Structure = PDFKit.PDFStructureElement;

const INK = "#1b1f24";
/** Where the capitals of a line stand below its top, in parts of its height. */
const BASELINE = 0.74;

/** Shapes of these stand in another order than they are spoken in. */
const REORDERED = /[\p{sc=Deva}\p{sc=Taml}\p{sc=Knda}\p{sc=Telu}\p{sc=Mlym}\p{sc=Beng}\p{sc=Khmr}]/u;

/** Begins a document of A4 pages; `end` makes its bytes. */
export function openDocument(options: DocumentOptions): PdfDocument {
  return new PdfDocument(options);
}

/**
 * A document of A4 pages: vectors, text in embedded fonts for the scripts that `fonts.ts` knows, and tags that
 * say what is a heading and what a table. What is given no box stands below what came before it (`y`), on a new
 * page where it must.
 */
export class PdfDocument {
  /** Where there is room within the margins. */
  readonly area: Box;
  /** How far down the page is written on. */
  y: number;
  private readonly kit: PDFKit.PDFDocument;
  private readonly root: Structure;
  private readonly options: DocumentOptions;
  private readonly known = new Set<string>();
  private readonly widths = new Map<Face, Map<string, number>>();
  private readonly bytes: Promise<Buffer>;
  /** Within a piece that has a tag there is no other. */
  private tagging = false;

  constructor(options: DocumentOptions) {
    const margin = options.margin ?? 50;
    const info = { Title: writable(options.title), Author: writable(options.author), CreationDate: options.createdAt };
    this.kit = new PdfKit({
      size: "A4",
      layout: options.layout,
      // The text is broken here, and not by the library, which would begin pages by itself.
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      bufferPages: true,
      pdfVersion: "1.7",
      tagged: true,
      lang: options.language,
      displayTitle: true,
      info: { ...info, ModDate: options.createdAt, Creator: "Concord", Producer: "Concord" },
    });
    this.options = options;
    this.bytes = bytesOf(this.kit);
    const { width, height } = this.kit.page;
    const foot = options.footer ? 24 : 0;
    this.area = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin - foot };
    this.y = margin;
    this.root = this.kit.struct("Document");
    this.kit.addStructure(this.root);
  }

  /** The size of the page, in points. */
  get page(): { readonly width: number; readonly height: number } {
    return { width: this.kit.page.width, height: this.kit.page.height };
  }

  newPage(): void {
    this.kit.addPage();
    this.y = this.area.y;
  }

  /** Begins a page unless there is so much room on this one. */
  room(height: number): void {
    if (this.y > this.area.y && this.y + height > this.area.y + this.area.height) this.newPage();
  }

  /** Leaves a space, unless a page begins. */
  space(height: number): void {
    if (this.y > this.area.y) this.y += height;
  }

  /** How much room a content takes in a width, all in points. */
  measure(content: Content, style: TextStyle, width: number): { width: number; height: number; lines: number } {
    const lines = this.lines(content, style, width);
    return {
      width: Math.max(0, ...lines.map((line) => line.width)),
      height: lines.length * lineHeightOf(style),
      lines: lines.length,
    };
  }

  /** Writes below what came before, over the width of the page or of `within`. */
  text(content: Content, style: TextStyle = {}, tag: Tag = "P", within: Pick<Box, "x" | "width"> = this.area): void {
    const lines = this.lines(content, style, within.width);
    const height = lineHeightOf(style);
    // Never a single line of several alone on a page.
    this.room(Math.min(lines.length, 2) * height);
    const marked: PDFKit.PDFStructureContent[] = [];
    for (let at = 0; at < lines.length; ) {
      const fitting = Math.max(1, Math.floor((this.area.y + this.area.height - this.y + 0.01) / height));
      const here = lines.slice(at, at + fitting);
      marked.push(...this.markLines(tag, here, style, { ...within, y: this.y }));
      this.y += here.length * height;
      at += here.length;
      if (at < lines.length) this.newPage();
    }
    this.addTo(this.root, tag, marked);
  }

  /** Writes from a place on, wherever that is; the rest of the document does not move. @returns its height in points */
  textAt(
    content: Content,
    style: TextStyle,
    at: Pick<Box, "x" | "y" | "width">,
    tag: Tag = "P",
    parent?: Structure,
  ): number {
    const lines = this.lines(content, style, at.width);
    const marked = this.markLines(tag, lines, style, at);
    this.addTo(parent ?? this.root, tag, marked);
    return lines.length * lineHeightOf(style);
  }

  /** @param keep how many points of what follows stand on the same page, where the heading's own are not enough */
  heading(level: 1 | 2 | 3, content: Content, keep = 0): void {
    const style = HEADINGS[level];
    this.space(style.above);
    this.room(style.size * 1.4 + Math.max(style.keep, keep));
    this.text(content, style, `H${level}`);
    this.y += style.below;
  }

  paragraph(content: Content, style: TextStyle = {}): void {
    this.text(content, style);
    this.y += 4;
  }

  /**
   * A drawing that is read aloud as one sentence.
   * @param alternative what it shows, for who does not see it
   */
  figure(alternative: string, box: Box, draw: () => void): void {
    const marked = this.mark("Figure", draw);
    const { x, y, width, height } = box;
    const options = { alt: writable(alternative), bbox: [x, y, x + width, y + height] };
    if (marked.length > 0) this.root.add(this.kit.struct("Figure", options, marked));
  }

  /** A picture (PNG or JPEG) as large as fits into its box, in its middle. */
  image(bytes: Buffer, box: Box, alternative: string): void {
    const { x, y, width, height } = box;
    this.figure(alternative, box, () => {
      this.kit.image(bytes, x, y, { fit: [width, height], align: "center", valign: "center" });
    });
  }

  /** Decoration: lines, areas, a frame; drawn now, and not read aloud. */
  decoration(draw: () => void): void {
    this.mark("ARTIFACT", draw);
  }

  /** Draws the path of an SVG (its `d`), moved to a place and scaled; within `figure` or `decoration`. */
  path(d: string, ink: Ink, { x = 0, y = 0, scale = 1 } = {}): void {
    this.kit.save().translate(x, y).scale(scale).path(d);
    this.paint(ink);
    this.kit.restore();
  }

  /** Draws a rectangle; within `figure` or `decoration`. */
  rectangle({ x, y, width, height }: Box, ink: Ink): void {
    this.kit.save().rect(x, y, width, height);
    this.paint(ink);
    this.kit.restore();
  }

  /** Draws a line; within `figure` or `decoration`. */
  line(from: Pick<Box, "x" | "y">, to: Pick<Box, "x" | "y">, ink: Pick<Ink, "stroke" | "lineWidth">): void {
    this.kit.save().moveTo(from.x, from.y).lineTo(to.x, to.y);
    this.paint({ stroke: INK, ...ink });
    this.kit.restore();
  }

  /** Part of the document that holds others, as a table its rows; `fill` adds to it. */
  part(tag: "Table" | "TR", fill: (part: Structure) => void, parent: Structure = this.root): void {
    const part = this.kit.struct(tag);
    parent.add(part);
    fill(part);
    part.end();
  }

  /** The document as a file. Nothing can be written after it. */
  end(): Promise<Buffer> {
    const { start, count } = this.kit.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.kit.switchToPage(start + index);
      this.foot(index + 1, count);
    }
    this.kit.end();
    return this.bytes;
  }

  private foot(number: number, count: number): void {
    if (!this.options.footer) return;
    const { left, right } = this.options.footer(number, count);
    const style = { size: 8, color: "#57606a", most: 2, leading: 1.3 };
    const { x, y, width, height } = this.area;
    this.decoration(() => {
      const top = y + height + 12;
      this.line({ x, y: top - 4 }, { x: x + width, y: top - 4 }, { stroke: "#d0d7de", lineWidth: 0.5 });
      this.textAt(left, style, { x, y: top, width: width - 110 });
      this.textAt(right, { ...style, align: "right" }, { x: x + width - 100, y: top, width: 100 });
    });
  }

  private lines(content: Content, style: TextStyle, width: number): Line[] {
    const size = sizeOf(style);
    const measure = (text: string, face: Face) => this.widthOf(text, face) * size;
    return linesOf(content, width, measure, {
      ...(style.bold === undefined ? {} : { bold: style.bold }),
      ...(style.most === undefined ? {} : { most: style.most }),
    });
  }

  /** Of a text at size 1. */
  private widthOf(text: string, face: Face): number {
    const known = this.widths.get(face) ?? new Map<string, number>();
    this.widths.set(face, known);
    const width = known.get(text) ?? this.use(face).fontSize(1).widthOfString(text, featuresOf({ text, face }));
    known.set(text, width);
    return width;
  }

  private use(face: Face): PDFKit.PDFDocument {
    if (!this.known.has(face.name)) {
      this.kit.registerFont(face.name, face.bytes);
      this.known.add(face.name);
    }
    return this.kit.font(face.name);
  }

  private draw(lines: readonly Line[], style: TextStyle, at: Pick<Box, "x" | "y" | "width">): void {
    const height = lineHeightOf(style);
    lines.forEach((line, index) => {
      const spare = at.width - line.width;
      let x = at.x + { left: 0, center: spare / 2, right: spare }[style.align ?? "left"];
      const top = at.y + index * height;
      if (style.link) this.kit.link(x, top, line.width, height, style.link);
      for (const piece of line.pieces) {
        this.write(piece, style, x, top + height * BASELINE);
        x += this.widthOf(piece.text, piece.face) * sizeOf(style);
      }
    });
  }

  private write(piece: Piece, style: TextStyle, x: number, y: number): void {
    this.use(piece.face)
      .fontSize(sizeOf(style))
      .fillColor(piece.color ?? style.color ?? INK)
      .text(piece.text, x, y, { lineBreak: false, baseline: "alphabetic", ...featuresOf(piece) });
  }

  private paint({ fill, stroke, lineWidth = 1 }: Ink): void {
    this.kit.lineWidth(lineWidth);
    if (fill && stroke) this.kit.fillAndStroke(fill, stroke);
    else if (fill) this.kit.fill(fill);
    else this.kit.stroke(stroke ?? INK);
  }

  /** Each line whose shapes say another order than its letters have goes along with its text. */
  private markLines(tag: Tag, lines: readonly Line[], style: TextStyle, at: Pick<Box, "x" | "y" | "width">) {
    const height = lineHeightOf(style);
    const marked: PDFKit.PDFStructureContent[] = [];
    for (let from = 0; from < lines.length; ) {
      const spoken = reordered(lines[from]);
      const next = lines.findIndex((line, index) => index > from && (spoken !== null || reordered(line) !== null));
      const to = next === -1 ? lines.length : next;
      const top = at.y + from * height;
      const part = lines.slice(from, to);
      marked.push(...this.mark(tag, () => this.draw(part, style, { ...at, y: top }), spoken));
      from = to;
    }
    return marked;
  }

  private mark(tag: Tag, draw: () => void, spoken: string | null = null): PDFKit.PDFStructureContent[] {
    if (this.tagging) {
      draw();
      return [];
    }
    this.tagging = true;
    try {
      if (tag === "ARTIFACT") this.kit.markContent("Artifact", { type: "Layout" });
      const content = tag === "ARTIFACT" ? [] : [this.begin(tag, spoken)];
      draw();
      this.kit.endMarkedContent();
      return content;
    } finally {
      this.tagging = false;
    }
  }

  private begin(tag: Tag, spoken: string | null): PDFKit.PDFStructureContent {
    return spoken === null
      ? this.kit.markStructureContent(tag)
      : this.kit.markStructureContent("Span", { actual: spoken });
  }

  private addTo(parent: Structure, tag: Tag, content: PDFKit.PDFStructureContent[]): void {
    if (content.length === 0) return;
    parent.add(this.kit.struct(tag, tag === "TH" ? { scope: "Column" } : {}, content));
  }
}

const HEADINGS = {
  1: { size: 20, bold: true, leading: 1.3, above: 0, below: 4, keep: 0 },
  2: { size: 14, bold: true, leading: 1.3, above: 16, below: 4, keep: 60 },
  3: { size: 11, bold: true, leading: 1.3, above: 10, below: 2, keep: 40 },
} as const;

function sizeOf(style: TextStyle): number {
  return style.size ?? 10;
}

/** The height of a line, in points. */
export function lineHeightOf(style: TextStyle): number {
  return sizeOf(style) * (style.leading ?? 1.4);
}

/** The text of a line that has letters in another order than they are spoken in; null for any other. */
function reordered(line: Line | undefined): string | null {
  const text = line?.pieces.map((piece) => piece.text).join("") ?? "";
  return REORDERED.test(text) ? text : null;
}

function bytesOf(kit: PDFKit.PDFDocument): Promise<Buffer> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    kit.on("data", (piece: Buffer) => pieces.push(piece));
    kit.on("end", () => resolve(Buffer.concat(pieces)));
    kit.on("error", reject);
  });
}

declare global {
  namespace PDFKit.Mixins {
    /** As the library takes them; its types leave these out. */
    interface StructureElementOptions {
      scope?: "Column" | "Row";
      bbox?: number[];
    }
  }
}
