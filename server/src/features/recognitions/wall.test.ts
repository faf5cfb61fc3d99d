import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { PDF, uploadRequest } from "../../testing/uploads.ts";
import { demoId } from "../demo/demo.service.ts";

/** What is on the wall, and with which picture. */

let application: TestApplication;
let manager: Visitor;
let office: Visitor;
let leadership: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  [manager, office, leadership] = await Promise.all([
    application.as("manager"),
    application.as("office"),
    application.as("leadership"),
  ]);
});
afterAll(() => application.close());

async function logMeeting(visitor: Visitor, confidentiality: string): Promise<string> {
  const { createCollaboration } = await visitor.get(
    `mutation { createCollaboration(input: { title: "Met", kind: MEETING, confidentiality: ${confidentiality} }) { id } }`,
  );
  return createCollaboration.id;
}

async function recordAward(
  visitor: Visitor,
  confidentiality: string,
  honours: readonly string[] = [],
): Promise<string> {
  const input = {
    kind: "AWARD",
    title: "An award",
    givers: [{ partner: demoId("pnp") }],
    recipients: [{ us: true }],
    confidentiality,
    honours,
  };
  const { createRecognition } = await visitor.get(
    "mutation($input: CreateRecognitionInput!) { createRecognition(input: $input) { id } }",
    { input },
  );
  return createRecognition.id;
}

async function wallOf(visitor: Visitor, onWall = true): Promise<string[]> {
  const { recognitions } = await visitor.get(
    `{ recognitions(first: 200, filter: { onWall: ${onWall} }) { totalCount edges { node { id } } } }`,
  );
  const ids = recognitions.edges.map((edge: { node: { id: string } }) => edge.node.id);
  expect(recognitions.totalCount).toBe(ids.length);
  return ids;
}

describe("the wall", () => {
  it("shows what is public and honours nothing that is not", async () => {
    const shown = await recordAward(manager, "PUBLIC", [await logMeeting(manager, "PUBLIC")]);
    const alone = await recordAward(manager, "PUBLIC");
    const ofInternal = await recordAward(manager, "PUBLIC", [
      await logMeeting(manager, "PUBLIC"),
      await logMeeting(manager, "INTERNAL"),
    ]);
    const internal = await recordAward(manager, "INTERNAL");
    const restricted = await recordAward(manager, "RESTRICTED");
    for (const visitor of [manager, leadership]) {
      const [wall, other] = [await wallOf(visitor), await wallOf(visitor, false)];
      expect(wall).toEqual(expect.arrayContaining([shown, alone]));
      for (const id of [ofInternal, internal, restricted]) expect(wall).not.toContain(id);
      expect(other).toEqual(expect.arrayContaining([ofInternal, internal]));
      expect(wall.filter((id) => other.includes(id))).toEqual([]);
    }
  });

  it("tells nobody, by what it leaves out, that a recognition honours something that they may not know of", async () => {
    const secret = await logMeeting(office, "RESTRICTED");
    const award = await recordAward(office, "PUBLIC", [secret]);
    expect(await wallOf(office)).not.toContain(award);
    const { recognition } = await leadership.get(`{ recognition(id: "${award}") { honours { id } confidentiality } }`);
    expect(recognition).toEqual({ honours: [], confidentiality: "PUBLIC" });
    expect(await wallOf(leadership)).toContain(award);
  });

  it("shows the picture of a recognition that was attached first, and no document", async () => {
    const award = await recordAward(manager, "PUBLIC");
    const pictureOf = async () =>
      (await leadership.get(`{ recognition(id: "${award}") { picture { name width height url } } }`)).recognition
        .picture;
    const attach = (name: string, bytes: Buffer) =>
      manager.send(uploadRequest({ record: award, name, type: "image/jpeg", bytes }));
    const photo = (width: number) =>
      sharp({ create: { width, height: 20, channels: 3, background: "#a33" } })
        .jpeg()
        .toBuffer();
    expect(await pictureOf()).toBeNull();
    await attach("letter.pdf", PDF);
    expect(await pictureOf()).toBeNull();
    const plaque = (await attach("plaque.jpg", await photo(40))).json();
    await attach("another.jpg", await photo(60));
    expect(await pictureOf()).toEqual({ name: "plaque.jpg", width: 40, height: 20, url: plaque.url });
  });
});
