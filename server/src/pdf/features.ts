import type { Face } from "./fonts.ts";

type Features = NonNullable<PDFKit.Mixins.TextOptions["features"]>;

/** Letters that Noto Sans writes as a letter and a mark, whose text nobody would find again; so they are kept whole. */
const PARTED = /[ǹḿṃṅṣẹịọụ]/;
const MARK = /\p{M}/u;

// biome-ignore lint/plugin: fontkit takes a record of features, too; the types know only a list of those switched on.
const WHOLE_LETTERS = { ccmp: false } as unknown as Features;
const UNANCHORED = { mark: false, mkmk: false, abvm: false, blwm: false } as const;
// biome-ignore lint/plugin: as above.
const WITHOUT_ANCHORS = UNANCHORED as unknown as Features;

/** How a text is shaped where it is not as the font says. */
export function featuresOf({ text, face }: { readonly text: string; readonly face: Face }): { features?: Features } {
  if (MARK.test(text) && !canAnchor(text, face)) return { features: WITHOUT_ANCHORS };
  return PARTED.test(text) ? { features: WHOLE_LETTERS } : {};
}

/** fontkit 2.0.4 stumbles over a mark for which its letter has no place; such a text is written without placing marks. */
function canAnchor(text: string, face: Face): boolean {
  try {
    face.font.layout(text);
    return true;
  } catch {
    return false;
  }
}
