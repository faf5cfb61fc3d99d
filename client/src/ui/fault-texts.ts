import { t } from "@lingui/core/macro";

/**
 * What is wrong with a field, in the reader's language. The rules that find it are the server's, too, and speak English:
 * each of their sentences is known here by its form. One that is not stays as it came.
 */
export function faultText(message: string): string {
  for (const [form, told] of FORMS) {
    const found = form.exec(message);
    if (found) return told({ ...NO_PARTS, ...found.groups, field: fieldText(found.groups?.["field"] ?? "") });
  }
  return message;
}

function fieldText(name: string): string {
  return fieldNames()[name] ?? name;
}

/** What stands in the gaps of a sentence. */
const NO_PARTS = {
  ...{ field: "", value: "", max: "", min: "", length: "", codes: "", count: "", from: "", to: "", country: "" },
  ...{ begin: "", end: "", role: "", measure: "" },
};
type Parts = Readonly<typeof NO_PARTS>;

const FORMS: readonly (readonly [RegExp, (parts: Parts) => string])[] = [
  [
    /^(?<field>.+) is missing\. Write 1 to (?<max>.+) characters\.$/,
    ({ field, max }) => t`${field} is missing. Write 1 to ${max} characters.`,
  ],
  [
    /^(?<field>.+) is empty\. Write 1 to (?<max>.+) characters\.$/,
    ({ field, max }) => t`${field} is empty. Write 1 to ${max} characters.`,
  ],
  [
    /^(?<field>.+) is (?<value>.+), which is not text\.$/,
    ({ field, value }) => t`${field} is ${value}, which is not text.`,
  ],
  [
    /^(?<field>.+) has (?<length>.+) characters\. Shorten it to at most (?<max>.+)\.$/,
    ({ field, length, max }) => t`${field} has ${length} characters. Shorten it to at most ${max}.`,
  ],
  [
    /^(?<field>.+) contains characters that cannot be shown\. Type it again without them\.$/,
    ({ field }) => t`${field} contains characters that cannot be shown. Type it again without them.`,
  ],
  [
    /^(?<field>.+) has several lines\. Write it on one line\.$/,
    ({ field }) => t`${field} has several lines. Write it on one line.`,
  ],
  [/^(?<field>.+) is missing\. Type it\.$/, ({ field }) => t`${field} is missing. Type it.`],
  [/^(?<field>.+) is empty\. Type it\.$/, ({ field }) => t`${field} is empty. Type it.`],
  [/^(?<field>.+) is empty\. Type it, or leave\.$/, ({ field }) => t`${field} is empty. Type it, or leave.`],
  [/^(?<field>.+) is not text\. Type it\.$/, ({ field }) => t`${field} is not text. Type it.`],
  [
    /^(?<field>.+) contains characters that cannot be shown\.$/,
    ({ field }) => t`${field} contains characters that cannot be shown.`,
  ],
  [
    /^(?<field>.+) is too long\. Write at most (?<max>.+) characters\.$/,
    ({ field, max }) => t`${field} is too long. Write at most ${max} characters.`,
  ],
  [
    /^(?<field>.+) are too many\. Send at most (?<max>.+)\.$/,
    ({ field, max }) => t`${field} are too many. Send at most ${max}.`,
  ],
  [/^An alias is too long\.$/, () => t`An alias is too long.`],
  [/^The one-time code is too long\. It has six digits\.$/, () => t`The one-time code is too long. It has six digits.`],
  [/^This one is there already\. Remove one of the two\.$/, () => t`This one is there already. Remove one of the two.`],
  [
    /^Nobody says it\. Choose a person, or a partner and the speaker's name, or say that it is one of our own staff\.$/,
    () =>
      t`Nobody says it. Choose a person, or a partner and the speaker's name, or say that it is one of our own staff.`,
  ],
  [/^(?<field>.+) is missing\. Choose one\.$/, ({ field }) => t`${field} is missing. Choose one.`],
  [
    /^(?<field>.+) cannot be (?<value>.+)\. Choose one of (?<codes>.+)\.$/,
    ({ field, value, codes }) => t`${field} cannot be ${value}. Choose one of ${codes}.`,
  ],
  [
    /^(?<field>.+) is (?<value>.+)\. Send true or false\.$/,
    ({ field, value }) => t`${field} is ${value}. Send true or false.`,
  ],
  [
    /^(?<field>.+) is (?<value>.+), which is not an id\.(?: Choose one from the list\.)?$/,
    ({ field, value }) => t`${field} is ${value}, which is not an id. Choose one from the list.`,
  ],
  [
    /^(?<value>.+) is not a UUID of version 7\. Send one, or leave the id out\.$/,
    ({ value }) => t`${value} is not a UUID of version 7. Send one, or leave the id out.`,
  ],
  [
    /^(?<value>.+) is not a date\. Write a year, a month or a day.+\.$/,
    ({ value }) => t`${value} is not a date. Write a year, a month or a day as 2005, 2005-12 or 2016-06-23.`,
  ],
  [
    /^(?<value>.+) is not a country\. Choose one, or send its ISO 3166-1 code of two letters, as IN\.$/,
    ({ value }) => t`${value} is not a country. Choose one, or send its ISO 3166-1 code of two letters, as IN.`,
  ],
  [
    /^(?<value>.+) is not a state or province\. Choose one, or send its ISO 3166-2 code, as IN-TN\.$/,
    ({ value }) => t`${value} is not a state or province. Choose one, or send its ISO 3166-2 code, as IN-TN.`,
  ],
  [
    /^(?<value>.+) is not an e-mail address\. Write it as name@example\.org\.$/,
    ({ value }) => t`${value} is not an e-mail address. Write it as name@example.org.`,
  ],
  [
    /^(?<value>.+) is not the address of a page\. Write it whole, beginning with https:\/\/ or http:\/\/\.$/,
    ({ value }) => t`${value} is not the address of a page. Write it whole, beginning with https:// or http://.`,
  ],
  [
    /^(?<value>.+) is not a language tag\. Write one as en, ta or pt-BR\.$/,
    ({ value }) => t`${value} is not a language tag. Write one as en, ta or pt-BR.`,
  ],
  [
    /^(?<field>.+) are (?<count>.+)\. Keep at most (?<max>.+)\.$/,
    ({ field, count, max }) => t`${field} are ${count}. Keep at most ${max}.`,
  ],
  [
    /^(?<field>.+) is (?<value>.+)\. Write a whole number from (?<from>.+) to (?<to>.+)\.$/,
    ({ field, value, from, to }) => t`${field} is ${value}. Write a whole number from ${from} to ${to}.`,
  ],
  [
    /^(?<value>.+) stands without a country\. Choose its country, too\.$/,
    ({ value }) => t`${value} stands without a country. Choose its country, too.`,
  ],
  [
    /^(?<value>.+) is not in the country (?<country>.+)\. Choose one that is\.$/,
    ({ value, country }) => t`${value} is not in the country ${country}. Choose one that is.`,
  ],
  [
    /^(?<first>The period|The position|It) ends at (?<end>.+), before it begins at (?<begin>.+)\. Exchange the two\.$/,
    ({ end, begin }) => t`It ends at ${end}, before it begins at ${begin}. Exchange the two.`,
  ],
  [
    /^This external id is there already\. Remove one of the two\.$/,
    () => t`This external id is there already. Remove one of the two.`,
  ],
  [
    /^The jurisdiction is international, so there is no country\. Empty the country, or untick international\.$/,
    () => t`The jurisdiction is international, so there is no country. Empty the country, or untick international.`,
  ],
  [
    /^A partner cannot be a unit of itself\. Choose another parent, or none\.$/,
    () => t`A partner cannot be a unit of itself. Choose another parent, or none.`,
  ],
  [
    /^This partner is there already as (?<role>.+)\. Remove one of the two, or choose another role\.$/,
    ({ role }) => t`This partner is there already as ${role}. Remove one of the two, or choose another role.`,
  ],
  [
    /^(?<measure>".+") is counted already\. Put both numbers into one line\.$/,
    ({ measure }) => t`${measure} is counted already. Put both numbers into one line.`,
  ],
  [
    /^A collaboration cannot follow itself\. Remove it from the list\.$/,
    () => t`A collaboration cannot follow itself. Remove it from the list.`,
  ],
  [
    /^The true name is longer than (?<max>.+) characters\.$/,
    ({ max }) => t`The true name is longer than ${max} characters.`,
  ],
  [
    /^The reason is shorter than (?<min>.+) characters\. Say in a sentence what you need the name for\.$/,
    ({ min }) => t`The reason is shorter than ${min} characters. Say in a sentence what you need the name for.`,
  ],
  [/^Choose exactly one: us, a partner or a person\.$/, () => t`Choose exactly one: us, a partner or a person.`],
  [/^Nobody gives it\. Choose at least one giver\.$/, () => t`Nobody gives it. Choose at least one giver.`],
  [
    /^Nobody receives it\. Choose at least one recipient\.$/,
    () => t`Nobody receives it. Choose at least one recipient.`,
  ],
  [
    /^This one stands among the givers, too\. Nobody recognises themselves: remove one of the two\.$/,
    () => t`This one stands among the givers, too. Nobody recognises themselves: remove one of the two.`,
  ],
  [
    /^One of our own staff says it, so there is no person of a partner\. Empty one of the two\.$/,
    () => t`One of our own staff says it, so there is no person of a partner. Empty one of the two.`,
  ],
  [
    /^One of our own staff says it, so there is no partner\. Empty one of the two\.$/,
    () => t`One of our own staff says it, so there is no partner. Empty one of the two.`,
  ],
  [
    /^Nobody is named\. Write the name of our colleague who says it\.$/,
    () => t`Nobody is named. Write the name of our colleague who says it.`,
  ],
  [
    /^Nobody is named\. Choose a person, or write the speaker's name\.$/,
    () => t`Nobody is named. Choose a person, or write the speaker's name.`,
  ],
  [
    /^The password is longer than (?<max>.+) characters\. Check what you pasted\.$/,
    ({ max }) => t`The password is longer than ${max} characters. Check what you pasted.`,
  ],
  [
    /^The password is longer than (?<max>.+) characters\. Choose a shorter one\.$/,
    ({ max }) => t`The password is longer than ${max} characters. Choose a shorter one.`,
  ],
  [
    /^The password has fewer than (?<min>.+) characters\. Choose a longer one, as some words that do not belong together\.$/,
    ({ min }) =>
      t`The password has fewer than ${min} characters. Choose a longer one, as some words that do not belong together.`,
  ],
  [
    /^This link is not whole\. Open it again from the message\.$/,
    () => t`This link is not whole. Open it again from the message.`,
  ],
];

/** How the rules call fields in their sentences. */
const fieldNames = (): Readonly<Record<string, string>> => ({
  "A collaboration": t`A collaboration`,
  "A focus area": t`A focus area`,
  "A member": t`A member`,
  "A partner": t`A partner`,
  "A permission to publish": t`A permission to publish`,
  "A status": t`A status`,
  Aliases: t`Aliases`,
  "An alias": t`An alias`,
  "An external id": t`An external id`,
  "Another name": t`Another name`,
  "Collaborations that it is about": t`Collaborations that it is about`,
  "Collaborations that this one follows": t`Collaborations that this one follows`,
  Confidentiality: t`Confidentiality`,
  "External ids": t`External ids`,
  "Focus areas": t`Focus areas`,
  Givers: t`Givers`,
  "Honoured collaborations": t`Honoured collaborations`,
  International: t`International`,
  Members: t`Members`,
  Milestones: t`Milestones`,
  "Other names": t`Other names`,
  Outcomes: t`Outcomes`,
  Participants: t`Participants`,
  "People who appear": t`People who appear`,
  "Pieces of evidence": t`Pieces of evidence`,
  Positions: t`Positions`,
  Recipients: t`Recipients`,
  Sources: t`Sources`,
  Statuses: t`Statuses`,
  "The address": t`The address`,
  "The appearance": t`The appearance`,
  "The ask": t`The ask`,
  "The citation": t`The citation`,
  "The city": t`The city`,
  "The count": t`The count`,
  "The country": t`The country`,
  "The decision": t`The decision`,
  "The description": t`The description`,
  "The code": t`The code`,
  "The period": t`The period`,
  "Mail each month": t`Mail each month`,
  "The password": t`The password`,
  "The true name": t`The true name`,
  "The e-mail address": t`The e-mail address`,
  "The employer": t`The employer`,
  "The kind": t`The kind`,
  "The language": t`The language`,
  "The measure": t`The measure`,
  "The name": t`The name`,
  "The name of a token": t`The name of a token`,
  "The name or pseudonym": t`The name or pseudonym`,
  "The notes": t`The notes`,
  "The number of people": t`The number of people`,
  "The occasion": t`The occasion`,
  "The office": t`The office`,
  "The note on the permission": t`The note on the permission`,
  "The parent": t`The parent`,
  "The partner": t`The partner`,
  "The partner of a position": t`The partner of a position`,
  "The partner who took part": t`The partner who took part`,
  "The permission to publish": t`The permission to publish`,
  "The person": t`The person`,
  "The place": t`The place`,
  "The rank": t`The rank`,
  "The reason": t`The reason`,
  "The record": t`The record`,
  "The role": t`The role`,
  "The scope": t`The scope`,
  "The short name": t`The short name`,
  "The speaker's name": t`The speaker's name`,
  "The speaker's title": t`The speaker's title`,
  "The stage": t`The stage`,
  "The statement": t`The statement`,
  "The status": t`The status`,
  "The summary": t`The summary`,
  "The system of an external id": t`The system of an external id`,
  "The title": t`The title`,
  "The title of a milestone": t`The title of a milestone`,
  "The title of a position": t`The title of a position`,
  "The title of a source": t`The title of a source`,
  "The translation": t`The translation`,
  "The verdict": t`The verdict`,
  "What is said for all rows": t`What is said for all rows`,
  "What the external ids are ids of": t`What the external ids are ids of`,
  "Whether one of us says it": t`Whether one of us says it`,
  "Who handed it over": t`Who handed it over`,
  "Who permits it": t`Who permits it`,
  "Who took it": t`Who took it`,
});
