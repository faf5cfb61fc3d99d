import { describe, expect, it } from "vitest";
import { inviteUserRule } from "./accounts.ts";
import { checkInput } from "./check.ts";
import { collaborationConsistency, createCollaborationRule, updateCollaborationRule } from "./collaborations.ts";
import { given } from "./fields.ts";
import { createOfficeRule, updateOfficeRule } from "./offices.ts";
import { createPartnerRule, distinctAliases, partnerConsistency, updatePartnerRule } from "./partners.ts";
import { createPersonRule, personConsistency } from "./people.ts";
import { createRecognitionRule, recognitionConsistency } from "./recognitions.ts";
import { pageRule } from "./records.ts";
import { createStatementRule, statementConsistency } from "./statements.ts";

const PARTNER = "0190a000-0000-7000-8000-000000000001";

function issues(result: ReturnType<typeof checkInput>) {
  return result.ok ? [] : result.issues;
}
const paths = (result: Parameters<typeof issues>[0]) => issues(result).map((issue) => issue.path);

describe("a partner's input", () => {
  it("is brought into its normal form", () => {
    const result = checkInput(createPartnerRule, { name: "  Cafe\u0301 ", shortName: " ", kind: "NGO", country: "in" });
    expect(result.ok && result.value).toMatchObject({
      name: "Café",
      shortName: null,
      kind: "NGO",
      country: "IN",
      international: false,
      aliases: [],
      focusAreas: [],
      sources: [],
    });
  });

  it("is told every fault at once, with the value and what would be right", () => {
    const result = checkInput(
      createPartnerRule,
      {
        name: "",
        kind: "ARMY",
        country: "XX",
        subdivision: "IN-TN",
        website: "javascript:alert(1)",
        statusSince: "2005-13",
        international: true,
      },
      partnerConsistency,
    );
    expect(paths(result).toSorted()).toEqual(["country", "kind", "name", "statusSince", "subdivision", "website"]);
    const message = (path: string) => issues(result).find((issue) => issue.path === path)?.message;
    expect(message("name")).toBe("The name is empty. Write 1 to 200 characters.");
    expect(message("statusSince")).toBe(
      '"2005-13" is not a date. Write a year, a month or a day as 2005, 2005-12 or 2016-06-23.',
    );
    expect(message("kind")).toContain('cannot be "ARMY". Choose one of POLICE');
    expect(message("subdivision")).toContain("without a country");
  });

  it("is missing what is required when it is empty", () => {
    expect(paths(checkInput(createPartnerRule, {}))).toEqual(["name", "kind"]);
  });

  it("says how much too long a text is", () => {
    const result = checkInput(createPartnerRule, { name: "x".repeat(10_000), kind: "NGO" });
    expect(issues(result)).toEqual([
      { path: "name", message: "The name has 10000 characters. Shorten it to at most 200." },
    ]);
  });

  it("takes markup as the text that it is", () => {
    const result = checkInput(createPartnerRule, { name: "<script>alert(1)</script>", kind: "NGO" });
    expect(result.ok && result.value.name).toBe("<script>alert(1)</script>");
  });

  it.each(["a\u0000b", "a\u202eb", "a\ud800b"])("refuses what cannot be shown: %j", (name) => {
    expect(paths(checkInput(createPartnerRule, { name, kind: "NGO" }))).toEqual(["name"]);
  });

  it("is no unit of itself, and not both international and of a country", () => {
    expect(partnerConsistency({ parent: "a" }, "a").map((issue) => issue.path)).toEqual(["parent"]);
    expect(partnerConsistency({ international: true, country: "IN" }).map((issue) => issue.path)).toEqual(["country"]);
    expect(partnerConsistency({ country: "IN", subdivision: "US-CA" }).map((issue) => issue.path)).toEqual([
      "subdivision",
    ]);
  });

  it("has each alias once, whatever its case", () => {
    expect(
      distinctAliases([
        { name: "PNP", language: null },
        { name: "pnp", language: null },
      ]),
    ).toHaveLength(1);
  });

  it("is changed only where the update says so", () => {
    const update = given(updatePartnerRule.parse({ shortName: null, aliases: null }));
    expect(update).toEqual({ shortName: null, aliases: [] });
    expect(paths(checkInput(updatePartnerRule, { name: null, kind: null }))).toEqual(["name", "kind"]);
  });

  it("is not looked at further in a list that is too long: what is told of it stays short", () => {
    const sources = Array.from({ length: 250_000 }, () => ({ title: "" }));
    expect(issues(checkInput(createPartnerRule, { name: "A", kind: "NGO", sources }))).toEqual([
      { path: "sources", message: "Sources are 250000. Keep at most 50." },
    ]);
  });

  it("says what is wrong with a value that may not be empty, and what would be right", () => {
    const said = checkInput(updatePartnerRule, { international: null });
    expect(said).toMatchObject({ issues: [{ message: 'International is "null". Send true or false.' }] });
    expect(checkInput(updateOfficeRule, { country: null })).toMatchObject({
      issues: [{ message: "The country is missing. Choose one." }],
    });
  });

  it("may be given an id only of version 7", () => {
    expect(
      paths(checkInput(createPartnerRule, { id: "7c9e6679-7425-40de-944b-e07fc1f90ae7", name: "A", kind: "NGO" })),
    ).toEqual(["id"]);
    expect(createPartnerRule.parse({ id: PARTNER.toUpperCase(), name: "A", kind: "NGO" }).id).toBe(PARTNER);
  });
});

describe("a collaboration's input", () => {
  const right = { title: "Rescue", kind: "JOINT_OPERATION" };

  it("gets its defaults when it is made, and none when it is changed", () => {
    const made = createCollaborationRule.parse({ ...right, participants: [{ partner: PARTNER }] });
    expect(made).toMatchObject({
      stage: "PLANNED",
      confidentiality: "INTERNAL",
      participants: [{ partner: PARTNER, role: "SUPPORT" }],
    });
    expect(updateCollaborationRule.parse({})).toEqual({});
  });

  it("does not end before it begins, as far as the dates are known", () => {
    const of = (begin: string, end: string) =>
      paths(checkInput(createCollaborationRule, { ...right, begin, end }, collaborationConsistency));
    expect(of("2006", "2005-12")).toEqual(["end"]);
    expect(of("2005-12", "2005")).toEqual([]);
  });

  it("names the row at fault", () => {
    const result = checkInput(
      createCollaborationRule,
      {
        ...right,
        participants: [{ partner: PARTNER }, { partner: PARTNER }, { partner: "nobody" }],
        outcomes: [
          { measure: "PEOPLE_RESCUED", count: -1 },
          { measure: "PEOPLE_TRAINED", count: 1.5 },
        ],
        milestones: [{ date: "soon", title: "" }],
      },
      collaborationConsistency,
    );
    expect(paths(result)).toEqual([
      "participants.2.partner",
      "outcomes.0.count",
      "outcomes.1.count",
      "milestones.0.date",
      "milestones.0.title",
    ]);
    const twice = { ...right, participants: [{ partner: PARTNER }, { partner: PARTNER }] };
    expect(paths(checkInput(createCollaborationRule, twice, collaborationConsistency))).toEqual([
      "participants.1.partner",
    ]);
  });

  it("marks a pseudonym", () => {
    const made = createCollaborationRule.parse({
      ...right,
      appearances: [{ name: "Larysa", role: "SURVIVOR", protected: true }],
    });
    expect(made.appearances).toMatchObject([{ name: "Larysa*", count: 1, consent: false, employer: null }]);
  });
});

it("a person's position does not end before it begins", () => {
  const positions = [{ partner: PARTNER, title: "Chief", from: "2020", to: "2019-05" }];
  expect(paths(checkInput(createPersonRule, { name: "A", positions }, personConsistency))).toEqual(["positions.0.to"]);
});

describe("a recognition's input", () => {
  const of = (givers: unknown[], recipients: unknown[]) =>
    paths(
      checkInput(createRecognitionRule, { kind: "AWARD", title: "Award", givers, recipients }, recognitionConsistency),
    );

  it("has givers and recipients, and nobody on both sides", () => {
    expect(of([], [])).toEqual(["givers", "recipients"]);
    expect(of([{ partner: PARTNER }], [{ us: true }])).toEqual([]);
    expect(of([{ us: true }], [{ us: true }])).toEqual(["recipients.0"]);
    expect(of([{ partner: PARTNER }], [{ us: true }, { partner: PARTNER }])).toEqual(["recipients.1"]);
    expect(of([{ partner: PARTNER }, { partner: PARTNER }], [{ us: true }])).toEqual(["givers.1"]);
  });

  it("has parties that are exactly one of the three", () => {
    expect(of([{ us: true, partner: PARTNER }], [{}])).toEqual(["givers.0", "recipients.0"]);
  });
});

it("a statement has a speaker, who is one of us or one of them", () => {
  const of = (input: object) =>
    paths(checkInput(createStatementRule, { text: "Words", ...input }, statementConsistency));
  expect(of({})).toEqual(["person"]);
  expect(of({ partner: PARTNER })).toEqual(["speakerName"]);
  expect(of({ ours: true })).toEqual(["speakerName"]);
  expect(of({ ours: true, speakerName: "A", person: PARTNER })).toEqual(["person"]);
  expect(of({ person: PARTNER })).toEqual([]);
  expect(of({ partner: PARTNER, speakerName: "A" })).toEqual([]);
});

it("a page has 1 to 200 records", () => {
  expect(pageRule.parse({})).toEqual({ first: 50 });
  expect([0, 201, 1.5, -1].map((first) => pageRule.safeParse({ first }).success)).toEqual([false, false, false, false]);
});

describe("the input of a user and of an office", () => {
  it("is told in sentences what is missing", () => {
    const user = issues(checkInput(inviteUserRule, { name: "", email: "amara", role: null, office: null }));
    expect(user.map(({ message }) => message)).toEqual([
      "The name is empty. Write 1 to 200 characters.",
      '"amara" is not an e-mail address. Write it as name@example.org.',
      "The role is missing. Choose one.",
      "The office is missing. Choose one.",
    ]);
    const office = issues(checkInput(createOfficeRule, { name: "Kampala", country: null, city: "" }));
    expect(office).toEqual([{ path: "country", message: "The country is missing. Choose one." }]);
  });
});
