import { skeletonOf, type Word, wordsOf } from "./latin.ts";

/** A part of a person's name: a name, or the initial of one. */
export interface NamePart {
  readonly text: string;
  readonly skeleton: string;
  readonly isForeign: boolean;
  readonly isInitial: boolean;
}

/** A person's name without ranks, titles and little words. */
export interface PersonName {
  readonly parts: readonly NamePart[];
  /** Junior, senior, the third: what tells a father from his son. */
  readonly generation: string | null;
}

/** Ranks, titles and forms of address before a name, and services and degrees behind it; in the languages of partners. */
const TITLES = `
  mr, mrs, ms, miss, mx, dr, doctor, doctora, prof, professor, profesor, profesora, eng, engr, ing, arch, atty, attorney,
  adv, advocate, adv, lic, licda, licenciado, licenciada, abg, abogado, abogada, maitre, me, hon, honorable, honourable,
  judge, justice, magistrate, juez, jueza, magistrado, magistrada, chief, sir, dame, lady, lord, don, dona, sr, sra, srta,
  senor, senora, m, mme, mlle, monsieur, madame, shri, sri, shrimati, smt, kumari, selvi, thiru, thirumathi, tmt, janab,
  begum, ms, ustadh, sheikh, alhaji, hajiya, haji, mallam, fr, father, padre, rev, reverend, pastor, bishop, obispo,
  sister, brother, sor, hna, hno, mother, imam, rabbi, pan, pani,
  police, policia, general, gen, brigadier, brig, bgen, pbgen, pmgen, pltgen, pgen, major, maj, lieutenant, lt, ltgen,
  colonel, col, ltcol, pcol, pltcol, pmaj, captain, capt, cpt, pcpt, plt, inspector, insp, superintendent, supt, sp, dsp,
  asp, dcp, acp, dgp, adgp, igp, dig, ig, aigp, digp, ssp, ccp, acsp, sergeant, sgt, ssgt, corporal, cpl, constable,
  const, pc, wpc, officer, patrolman, po1, po2, po3, pat, pssg, pmsg, psms, pemsg, commissioner, comm, commander, cmdr,
  comisario, comisaria, subcomisario, comandante, coronel, capitan, mayor, teniente, sargento, oficial, agente, inspectora,
  delegado, delegada, procurador, procuradora, fiscal, comisar, chestor, agent, subinspector, comisar-sef, procuror,
  deputy, assistant, asst, dep, director, secretary, undersecretary, usec, asec, sec, senator, sen, congressman,
  congresswoman, representative, rep, minister, governor, gov, president, ambassador, amb, mayor, councillor, captain,
  генерал, полковник, майор, капитан, капітан, лейтенант, підполковник, подполковник, слідчий, суддя, судья, пан, пані,
  श्री, श्रीमती, डॉ, திரு, திருமதி, டாக்டர், الدكتور, السيد, السيدة, العقيد, اللواء`;
const BEHIND =
  "ips, ias, ifs, irs, kps, pps, phd, md, llb, llm, lld, esq, sc, kc, qc, rn, msc, ma, ba, mba, jp, mp, mla, mna";
/** Little words of family names, which one writes and another leaves out. */
const PARTICLES =
  "de, la, las, los, dela, delos, del, della, di, da, das, do, dos, du, des, van, von, der, den, ter, bin, binti, bint, ibn, ben, al, el, ul, ud, ur, y, e, i, thi, ap";
const GENERATIONS: ReadonlyMap<string, string> = new Map([
  ["jr", "JUNIOR"],
  ["junior", "JUNIOR"],
  ["sr", "SENIOR"],
  ["senior", "SENIOR"],
  ["ii", "2"],
  ["iii", "3"],
  ["iv", "4"],
]);

/** "Son of", "daughter of", as India and Malaysia write it. */
const CHILD_OF = /(?<!\p{L})[sdwa]\/[olp](?!\p{L})/giu;

const setOf = (list: string) =>
  new Set(list.split(",").flatMap((phrase) => wordsOf(phrase).map((word) => word.native)));
const titles = setOf(TITLES);
const behind = setOf(BEHIND);
const particles = setOf(PARTICLES);

/** Of a longer name the first parts are compared. */
const MAX_PARTS = 8;

/** A name of a person, read: ranks and titles before it and behind it are left out, and so are little words. */
export function personName(text: string): PersonName {
  const all = wordsOf(text.replaceAll(CHILD_OF, " ").replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, ". "));
  const isShouted = !/\p{Ll}/u.test(text);
  const named = withoutTitles(all);
  const last = named.at(-1);
  // In front, "Sr." is a sister; behind, a senior.
  const generation = named.length > 1 && last ? (GENERATIONS.get(last.native) ?? null) : null;
  const words = generation === null ? named : named.slice(0, -1);
  const telling = words.filter((word) => !particles.has(word.native) || isInitial(word));
  return {
    parts: (telling.length > 0 ? telling : words).flatMap((word) => partsOf(word, isShouted)).slice(0, MAX_PARTS),
    generation,
  };
}

function isInitial(word: Word): boolean {
  return [...word.native].length === 1 && (word.isUpper || word.isDotted);
}

/** At least one word stays: somebody may be called Major. */
function withoutTitles(words: readonly Word[]): readonly Word[] {
  let [from, to] = [0, words.length];
  while (to - from > 1 && behind.has(words[to - 1]?.native ?? "") && words[to - 1]?.isUpper) to -= 1;
  while (to - from > 1 && isTitle(words[from])) from += 1;
  return words.slice(from, to);
}

function isTitle(word: Word | undefined): boolean {
  // One letter is an initial, whoever else it may be the title of.
  return word !== undefined && titles.has(word.native) && [...word.native].length > 1;
}

/** A name, or the initials that stand in its place: "S.", "DM". */
function partsOf(word: Word, isShouted: boolean): NamePart[] {
  const isInitials = word.isUpper && !isShouted && /^[a-z]{2,3}$/.test(word.latin) && !/[aeiou]/.test(word.latin);
  if (isInitials) return [...word.latin].map((letter) => partOf(letter, word.isForeign));
  return [partOf(word.latin, word.isForeign, [...word.native].length === 1)];
}

function partOf(text: string, isForeign: boolean, isInitial = text.length === 1): NamePart {
  return { text, skeleton: skeletonOf(text), isForeign, isInitial };
}

/** The sound that a name begins with, for initials: one for the letters that stand for each other. */
export function initialOf(part: NamePart): string {
  return part.skeleton[0] && !/^[aeiouy]/.test(part.text) ? part.skeleton[0] : "a";
}
