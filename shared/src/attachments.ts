interface MediaType {
  readonly extension: string;
  /** Pictures are shown in the page; everything else is only ever downloaded. */
  readonly isPicture: boolean;
}

/** What may be attached. SVG and HTML run scripts and are not among it, nor are documents with macros. */
export const MEDIA_TYPES: ReadonlyMap<string, MediaType> = new Map([
  ["image/jpeg", { extension: "jpg", isPicture: true }],
  ["image/png", { extension: "png", isPicture: true }],
  ["image/webp", { extension: "webp", isPicture: true }],
  ["application/pdf", { extension: "pdf", isPicture: false }],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", { extension: "docx", isPicture: false }],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", { extension: "xlsx", isPicture: false }],
]);

/** The types of pictures. */
export const PICTURE_TYPES: readonly string[] = [...MEDIA_TYPES].flatMap(([type, { isPicture }]) =>
  isPicture ? [type] : [],
);

/** Whether files of a type are shown in the page. */
export function isPicture(mediaType: string): boolean {
  return MEDIA_TYPES.get(mediaType)?.isPicture ?? false;
}

/** The smaller versions of a picture. */
export const PICTURE_SIZES = ["small", "medium"] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];

/** How long the longer side of a smaller version is at most, in pixels. */
export const PICTURE_EDGES: Readonly<Record<PictureSize, number>> = { small: 480, medium: 1_280 };

/**
 * Why a file cannot be attached, as far as that can be told without its content: its kind is none of those that may be,
 * or it is too large. The server finds the kind from the content, whatever a browser says of it.
 * @param maxSize in bytes
 */
export function attachingFault(
  { type, name, size }: { readonly type: string; readonly name: string; readonly size: number },
  maxSize: number,
): "KIND" | "SIZE" | null {
  // Browsers know the type of a file by its name, and not every system knows that of a Word document.
  const isKnown = type === "" ? EXTENSIONS.has(extensionOf(name)) : MEDIA_TYPES.has(type);
  if (!isKnown) return "KIND";
  return size > maxSize ? "SIZE" : null;
}

const EXTENSIONS: ReadonlySet<string> = new Set([
  ...[...MEDIA_TYPES.values()].map(({ extension }) => extension),
  "jpeg",
]);

function extensionOf(name: string): string {
  return name.split(".").at(-1)?.toLowerCase() ?? "";
}
