import { describe, expect, it } from "vitest";
import { type AttributedQuote, attribution, copiedQuote } from "./attribution.ts";

const cacayan: AttributedQuote = {
  text: "International law enforcement collaboration is one of the keys.",
  language: "en",
  translation: null,
  date: "2023-05-03",
  ours: false,
  partner: { name: "Women and Children Protection Center" },
  speakerName: "Police Brigadier General Edgar DM Cacayan",
  speakerTitle: "Chief",
  source: { title: "Public statement", url: "https://example.org/statement?a=1&b=2" },
  publishable: true,
};

describe("an attribution", () => {
  it("calls speakers as they were called then, and says for whom, when and where they spoke", () => {
    expect(attribution(cacayan, "IJM")).toBe(
      "Police Brigadier General Edgar DM Cacayan, Chief, Women and Children Protection Center, 3 May 2023, Public statement",
    );
  });

  it("names no partner twice", () => {
    const speakerTitle = "Chief, women and children protection center";
    expect(attribution({ ...cacayan, speakerTitle, date: null, source: null }, "IJM")).toBe(
      "Police Brigadier General Edgar DM Cacayan, Chief, women and children protection center",
    );
  });

  it("is as exact as the date, and says of our own staff whose they are", () => {
    const ours = {
      ...cacayan,
      ours: true,
      partner: null,
      speakerName: "A colleague",
      speakerTitle: null,
      source: null,
    };
    expect(attribution({ ...ours, date: "2005-12" }, "IJM")).toBe("A colleague, IJM, December 2005");
  });
});

describe("a copied quote", () => {
  it("holds the words, who said them, and where", () => {
    const { text, html } = copiedQuote(cacayan, "IJM");
    expect(text).toBe(
      "“International law enforcement collaboration is one of the keys.” — Police Brigadier General Edgar DM Cacayan, Chief, Women and Children Protection Center, 3 May 2023, Public statement https://example.org/statement?a=1&b=2",
    );
    expect(html).toBe(
      '<blockquote lang="en">“International law enforcement collaboration is one of the keys.”</blockquote><p>— Police Brigadier General Edgar DM Cacayan, Chief, Women and Children Protection Center, 3 May 2023, <a href="https://example.org/statement?a=1&amp;b=2">Public statement</a></p>',
    );
  });

  it("says before its first word that it is not for publication", () => {
    const { text, html } = copiedQuote({ ...cacayan, publishable: false }, "IJM");
    expect(text).toMatch(/^\[Not for publication\] “/);
    expect(html).toMatch(/^<p><strong>Not for publication<\/strong><\/p><blockquote/);
  });

  it("keeps the words in their language, with the translation beside them", () => {
    const tamil = { ...cacayan, text: "நன்றி", language: "ta", translation: "Thank you" };
    const { text, html } = copiedQuote(tamil, "IJM");
    expect(text).toMatch(/^“நன்றி” \(Translated: “Thank you”\) — /);
    expect(html).toContain('<blockquote lang="ta">“நன்றி”</blockquote>');
  });

  it("is text, whatever was typed", () => {
    const { html } = copiedQuote(
      {
        ...cacayan,
        text: '<img src=x onerror="alert(1)">\nand & more',
        speakerName: "<b>A</b>",
        language: '"><script>',
      },
      "IJM",
    );
    expect(html).not.toMatch(/<(img|b|script)/);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;<br>and &amp; more");
  });
});
