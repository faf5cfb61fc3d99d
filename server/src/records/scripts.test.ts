import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../testing/application.ts";

/** Records hold names in several scripts, and are found in each of them. */

const NAMES = [
  { script: "Tamil", language: "ta", name: "தமிழ்நாடு காவல்துறை", begun: "காவல்", otherwise: "தமிழ்நாடு காவல்துறை" },
  { script: "Devanagari", language: "hi", name: "तमिल नाडु पुलिस", begun: "पुल", otherwise: "पुलिस तमिल" },
  { script: "Cyrillic", language: "uk", name: "Поліція Тамілнаду", begun: "поліц", otherwise: "ПОЛІЦІЯ" },
  { script: "Arabic", language: "ar", name: "شرطة تاميل نادو", begun: "شرط", otherwise: "نادو شرطة" },
  { script: "Thai", language: "th", name: "ตำรวจทมิฬนาฑู", begun: "ตำรวจ", otherwise: "ตำรวจทมิฬนาฑู" },
  { script: "Han", language: "zh", name: "泰米尔纳德邦警察", begun: "警察", otherwise: "泰米尔纳德邦警察" },
] as const;

let application: TestApplication;
let manager: Visitor;
let partner: string;

beforeAll(async () => {
  application = await TestApplication.open();
  manager = await application.as("manager");
  const { createPartner } = await manager.get(
    `mutation($input: CreatePartnerInput!) { createPartner(input: $input) { id } }`,
    {
      input: {
        name: "Police of many scripts",
        kind: "POLICE",
        country: "IN",
        aliases: NAMES.map(({ name, language }) => ({ name, language })),
      },
    },
  );
  partner = createPartner.id;
});
afterAll(() => application.close());

describe.each(NAMES)("a name in $script", ({ name, language, begun, otherwise }) => {
  it.each([name, begun, otherwise])("is found by the list and by the search for %s", async (text) => {
    const { partners, search } = await manager.get(
      `query($text: String!) {
        partners(filter: { text: $text }) { edges { node { id aliases { name language } } } }
        search(text: $text) { edges { node { id } } }
      }`,
      { text },
    );
    const found = partners.edges.find((edge: { node: { id: string } }) => edge.node.id === partner);
    expect(found?.node.aliases).toContainEqual({ name, language });
    expect(search.edges.map((edge: { node: { id: string } }) => edge.node.id)).toContain(partner);
  });

  it("is known as a likely duplicate while it is typed as a new partner's", async () => {
    const { likelyDuplicates } = await manager.get(
      `query($of: DuplicateDraft!) {
        likelyDuplicates(of: $of) { edges { node { record { ... on Partner { id } } } } }
      }`,
      { of: { kind: "PARTNER", name, country: "IN" } },
    );
    expect(likelyDuplicates.edges.map((edge: { node: { record: { id: string } } }) => edge.node.record.id)).toContain(
      partner,
    );
  });
});
