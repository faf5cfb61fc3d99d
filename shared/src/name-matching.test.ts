import { describe, expect, it } from "vitest";
import { tellsName } from "./name-matching.ts";

describe("a text tells a name", () => {
  it.each([
    ["Larysa Petrenko fled with her son.", "Larysa Petrenko"],
    ["PETRENKO, larysa", "Larysa Petrenko"],
    ["write to larysa.petrenko@example.org", "Larysa Petrenko"],
    ["see LarysaPetrenko.pdf", "Larysa Petrenko"],
    ["Maria Cruz was safe", "Maria de la Cruz"],
    ["José Muñoz", "Jose Munoz"],
    ["Лариса Петренко", "лариса петренко"],
    ["the girl Sujina, fourteen", "Sujina"],
    ["Sujina's mother", "Sujina"],
    ["Larysa Petrenko's son", "Larysa Petrenko"],
    ["розмова з Ларисою Петренко", "Лариса Петренко"],
    ["张伟在那里", "张伟"],
    ["Larysa Ivanivna Petrenko", "Larysa Ivanivna Petrenko"],
    ["Larysa Petrenko", "Larysa Ivanivna Petrenko"],
  ])("%j tells %j", (text, name) => expect(tellsName(text, name)).toBe(true));

  it.each([
    ["Larysa* was kept safe.", "Larysa Petrenko"],
    ["Sujinak", "Sujina"],
    ["The Petrenko street office", "Larysa Petrenko"],
    ["He crossed de la Rosa avenue", "Maria de la Cruz"],
    ["Larysa met a lawyer, and much later, in Italy, Mr Petrenko", "Larysa Petrenko"],
    ["anything", ""],
    ["", "Larysa Petrenko"],
  ])("%j does not tell %j", (text, name) => expect(tellsName(text, name)).toBe(false));
});
