import { fold } from "@concord/shared/fold";
import { t } from "@lingui/core/macro";
import { dateText } from "../../ui/date-texts.ts";

/** What of a statement goes along when its words are taken elsewhere. */
export interface AttributedQuote {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  readonly translation: string | null;
  readonly date: string | null;
  readonly ours: boolean;
  readonly partner: { readonly name: string } | null;
  /** With the rank of then. */
  readonly speakerName: string;
  readonly speakerTitle: string | null;
  readonly source: { readonly title: string; readonly url: string | null } | null;
  /** Whether it may be told outside. */
  readonly publishable: boolean;
}

/** A quote as it is put on the clipboard. */
export interface CopiedQuote {
  readonly text: string;
  readonly html: string;
}

/**
 * Who said it, called as they were called then, for whom, when, and where it stands: "Police Brigadier General Edgar DM
 * Cacayan, Chief, Women and Children Protection Center, 3 May 2023, Public statement". What is not known is left out, and
 * nothing is said twice.
 * @param us what the organisation is called, for whose staff a statement of our own is attributed
 */
export function attribution(quote: AttributedQuote, us: string): string {
  return attributionParts(quote, us).join(", ");
}

function attributionParts(quote: AttributedQuote, us: string): string[] {
  const named = [quote.speakerName, quote.speakerTitle ?? ""].filter(Boolean);
  const speaksFor = quote.ours ? us : (quote.partner?.name ?? "");
  const isSaid = named.some((part) => fold(part).includes(fold(speaksFor)));
  return [
    ...named,
    ...(isSaid ? [] : [speaksFor]),
    ...(quote.date ? [dateText(quote.date)] : []),
    ...(quote.source ? [quote.source.title] : []),
  ];
}

/**
 * The words with their attribution, for the clipboard: as plain text, and as HTML with the language of the words and a
 * link to the source. What may not be told outside says so before its first word, wherever it is pasted.
 */
export function copiedQuote(quote: AttributedQuote, us: string): CopiedQuote {
  const said = `“${quote.text}”`;
  const translated = quote.translation ? t`(Translated: “${{ translation: quote.translation }}”)` : "";
  const warning = quote.publishable ? "" : t`Not for publication`;
  const by = attribution(quote, us);
  return {
    text: [warning && `[${warning}]`, said, translated, `— ${by}`, quote.source?.url ?? ""].filter(Boolean).join(" "),
    html: [
      warning && `<p><strong>${escaped(warning)}</strong></p>`,
      `<blockquote lang="${escaped(quote.language)}">${paragraphs(said)}</blockquote>`,
      translated && `<p>${paragraphs(translated)}</p>`,
      `<p>— ${linkedBy(quote, us)}</p>`,
    ]
      .filter(Boolean)
      .join(""),
  };
}

function linkedBy(quote: AttributedQuote, us: string): string {
  const parts = attributionParts(quote, us).map(escaped);
  const url = quote.source?.url;
  if (!url) return parts.join(", ");
  const source = parts.pop() ?? "";
  return [...parts, `<a href="${escaped(url)}">${source}</a>`].join(", ");
}

const paragraphs = (text: string) => escaped(text).replaceAll("\n", "<br>");

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
