import { verifyCredential } from "@digitalcredentials/verifier-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { TestApplication, type Visitor } from "../../testing/application.ts";

let application: TestApplication;
let manager: Visitor;
let leadership: Visitor;
let administrator: Visitor;

beforeAll(async () => {
  application = await TestApplication.open();
  manager = await application.as("manager");
  leadership = await application.as("leadership");
  administrator = await application.as("admin");
});
afterAll(() => application.close());

const FIELDS = `id version stage date handedOverOn handedOverBy decisionReason nextSteps proposedBy { name }
  decidedBy { name } certificate { code checkAddress pdfAddress credentials { recipient address }
    signatories { name title } }`;
const READ = `query($id: ID!) { recognition(id: $id) { ${FIELDS} } }`;
const PROPOSE = `mutation($input: CreateRecognitionInput!) { proposeRecognition(input: $input) { ${FIELDS} } }`;
const step = (name: string, more = "", passed = "") =>
  `mutation($id: ID!, $version: Int! ${more}) { ${name}(id: $id, version: $version ${passed}) { ${FIELDS} } }`;
const APPROVE = step("approveRecognition");
const DECLINE = step("declineRecognition", "$reason: String!", "reason: $reason");
const ISSUE = step("issueRecognition", "$input: IssueRecognitionInput!", "input: $input");
const HAND_OVER = step("handOverRecognition", "$input: HandOverRecognitionInput!", "input: $input");
const WITHDRAW = step("withdrawCertificate", "$reason: String!", "reason: $reason");
const UPDATE = step("updateRecognition", "$input: UpdateRecognitionInput!", "input: $input");
const CHECK = `query($code: String!) { certificate(code: $code) { organisation kind title citation date givers
  recipients signatories { name title } credentials { recipient address } } }`;

async function partnerId(): Promise<string> {
  const { partners } = await manager.get(
    `{ partners(first: 1, filter: { text: "Tamil Nadu" }) { edges { node { id } } } }`,
  );
  return partners.edges[0].node.id;
}

async function proposal(more: object = {}) {
  const input = {
    kind: "AWARD",
    title: "Partner of the year",
    citation: "For eleven operations against bonded labour.",
    givers: [{ us: true }],
    recipients: [{ partner: await partnerId() }],
    ...more,
  };
  return (await manager.get(PROPOSE, { input })).proposeRecognition;
}

async function approved() {
  const { id, version } = await proposal();
  return (await leadership.get(APPROVE, { id, version })).approveRecognition;
}

async function issued(input: object = {}) {
  const { id, version } = await approved();
  return (await manager.get(ISSUE, { id, version, input })).issueRecognition;
}

describe("what we give", () => {
  it("goes from the proposal over the approval and the certificate to being handed over", async () => {
    const proposed = await proposal();
    expect(proposed).toMatchObject({ stage: "PROPOSED", nextSteps: [], certificate: null });
    const seen = (await leadership.get(READ, { id: proposed.id })).recognition;
    expect(seen.nextSteps).toEqual(["APPROVE", "DECLINE"]);

    const agreed = (await leadership.get(APPROVE, { id: proposed.id, version: seen.version })).approveRecognition;
    expect(agreed).toMatchObject({ stage: "APPROVED", nextSteps: [], decidedBy: { name: expect.any(String) } });

    const signatories = [{ name: "A. Director", title: "Chief executive" }];
    const input = { date: "2026-11-28", signatories };
    const made = (await manager.get(ISSUE, { id: proposed.id, version: agreed.version, input })).issueRecognition;
    expect(made).toMatchObject({ stage: "ISSUED", date: "2026-11-28", nextSteps: ["HAND_OVER", "WITHDRAW"] });
    expect(made.certificate.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(made.certificate.checkAddress).toBe(`https://concord.example.org/check/${made.certificate.code}`);
    expect(made.certificate.signatories).toEqual(signatories);

    const how = { date: "2026-12-01", handedOverBy: "A. Director", place: "Chennai" };
    const given = (await manager.get(HAND_OVER, { id: proposed.id, version: made.version, input: how }))
      .handOverRecognition;
    expect(given).toMatchObject({ stage: "HANDED_OVER", handedOverOn: "2026-12-01", date: "2026-11-28" });
    expect(given.nextSteps).toEqual(["WITHDRAW"]);
  });

  it("is in no list, count or timeline before it is issued, unless somebody looks for proposals", async () => {
    const partner = await partnerId();
    const counts = async () => {
      const {
        recognitions,
        dashboard,
        partner: shown,
      } = await manager.get(
        `query($partner: ID!, $filter: RecognitionFilter) { recognitions(filter: $filter) { totalCount }
          dashboard { recognitionsGiven }
          partner(id: $partner) { recognitions { totalCount } recognitionBalance { given } timeline { totalCount } } }`,
        { partner, filter: { partner: [partner] } },
      );
      return [
        recognitions.totalCount,
        dashboard.recognitionsGiven,
        shown.recognitions.totalCount,
        shown.recognitionBalance.given,
        shown.timeline.totalCount,
      ];
    };
    const before = await counts();
    const { id, version } = await approved();
    expect(await counts()).toEqual(before);
    const { recognitions } = await manager.get(
      `{ recognitions(first: 200, filter: { stage: [PROPOSED, APPROVED] }) { edges { node { id } } } }`,
    );
    expect(recognitions.edges).toContainEqual({ node: { id } });
    await manager.get(ISSUE, { id, version, input: {} });
    expect(await counts()).toEqual(before.map((count) => count + 1));
  });

  it("is decided on by leadership alone, and never by who proposed it", async () => {
    const { id, version } = await proposal();
    expect((await manager.ask(APPROVE, { id, version })).code).toBe("FORBIDDEN");
    const input = {
      kind: "MEDAL",
      title: "Own idea",
      givers: [{ us: true }],
      recipients: [{ partner: await partnerId() }],
    };
    const own = (await administrator.get(PROPOSE, { input })).proposeRecognition;
    expect(own.nextSteps).toEqual([]);
    const refused = await administrator.ask(APPROVE, { id: own.id, version: own.version });
    expect(refused.code).toBe("FORBIDDEN");
    expect(refused.errors[0]?.message).toContain("You proposed this recognition yourself");
    expect((await leadership.ask(UPDATE, { id, version, input: { title: "Mine" } })).code).toBe("FORBIDDEN");
  });

  it("is declined with a reason, and proposed anew by other words", async () => {
    const { id, version } = await proposal();
    const empty = await leadership.ask(DECLINE, { id, version, reason: " " });
    expect(empty.errors[0]?.extensions.fields).toEqual([{ path: "reason", message: expect.stringContaining("empty") }]);
    const declined = (await leadership.get(DECLINE, { id, version, reason: "Too early." })).declineRecognition;
    expect(declined).toMatchObject({ stage: "DECLINED", decisionReason: "Too early.", nextSteps: [] });
    const kept = (await manager.get(UPDATE, { id, version: declined.version, input: { place: "Chennai" } }))
      .updateRecognition;
    expect(kept.stage).toBe("DECLINED");
    const anew = (await manager.get(UPDATE, { id, version: kept.version, input: { citation: "Others." } }))
      .updateRecognition;
    expect(anew).toMatchObject({ stage: "PROPOSED", decidedBy: null, decisionReason: null });
  });

  it("is approved by its words: changed ones are proposed anew", async () => {
    const { id, version } = await approved();
    const anew = (await manager.get(UPDATE, { id, version, input: { title: "Another" } })).updateRecognition;
    expect(anew).toMatchObject({ stage: "PROPOSED", decidedBy: null });
    expect((await manager.ask(ISSUE, { id, version: anew.version, input: {} })).errors[0]?.message).toBe(
      "This recognition is proposed: what is proposed cannot be issued. Reload it to see what can be done with it.",
    );
  });

  it("keeps its words while its certificate is in force", async () => {
    const { id, version, certificate } = await issued();
    const refused = await manager.ask(UPDATE, { id, version, input: { title: "Another", place: "Madurai" } });
    expect(refused.errors[0]?.extensions.fields).toEqual([
      {
        path: "title",
        message: "A certificate that is in force says this. Withdraw the certificate first, then change it.",
      },
    ]);
    const withdrawn = (await manager.get(WITHDRAW, { id, version, reason: "The name is misspelt." }))
      .withdrawCertificate;
    expect(withdrawn).toMatchObject({ stage: "APPROVED", certificate: null, decisionReason: "The name is misspelt." });
    expect((await application.visitor().get(CHECK, { code: certificate.code })).certificate).toBeNull();
    expect((await manager.ask(WITHDRAW, { id, version: withdrawn.version, reason: "Again" })).code).toBe("CONFLICT");
  });

  it("is only what we give, and nothing restricted", async () => {
    const partner = await partnerId();
    const input = { kind: "AWARD", title: "To us", givers: [{ partner }], recipients: [{ us: true }] };
    expect((await manager.ask(PROPOSE, { input })).errors[0]?.extensions.fields?.map(({ path }) => path)).toEqual([
      "givers",
    ]);
    const secret = { ...input, givers: [{ us: true }], recipients: [{ partner }], confidentiality: "RESTRICTED" };
    expect((await manager.ask(PROPOSE, { input: secret })).errors[0]?.extensions.fields?.[0]?.path).toBe(
      "confidentiality",
    );
  });

  it("is logged after the fact without any of this", async () => {
    const input = {
      kind: "AWARD",
      title: "Long ago",
      givers: [{ us: true }],
      recipients: [{ partner: await partnerId() }],
    };
    const { createRecognition } = await manager.get(
      `mutation($input: CreateRecognitionInput!) { createRecognition(input: $input) { ${FIELDS} } }`,
      { input },
    );
    expect(createRecognition).toMatchObject({ stage: "HANDED_OVER", nextSteps: [], certificate: null });
  });
});

describe("a certificate", () => {
  it("is checked by whoever holds it, as it was signed, also by a code typed in groups", async () => {
    const { certificate } = await issued({ date: "2026-11-28" });
    const groups = certificate.code.toLowerCase().replace(/(.{4})/g, "$1-");
    const { certificate: checked } = await application.visitor().get(CHECK, { code: groups });
    expect(checked).toMatchObject({
      organisation: "International Justice Mission",
      title: "Partner of the year",
      citation: "For eleven operations against bonded labour.",
      date: "2026-11-28",
      recipients: [expect.stringContaining("Tamil Nadu")],
    });
  });

  it("is found no more once its recognition is restricted or in the trash, in the words for a code that never was", async () => {
    const never = await application.visitor().ask(CHECK, { code: "0".repeat(26) });
    expect(never.data.certificate).toBeNull();
    const secret = await issued();
    await manager.get(UPDATE, { id: secret.id, version: secret.version, input: { confidentiality: "RESTRICTED" } });
    const gone = await issued();
    await manager.get(step("deleteRecognition"), { id: gone.id, version: gone.version });
    for (const { certificate } of [secret, gone]) {
      const { data, errors } = await application.visitor().ask(CHECK, { code: certificate.code });
      expect({ data, errors }).toEqual({ data: never.data, errors: never.errors });
      const credential = await application.visitor().send({ url: `/credentials/${certificate.code}/1` });
      const unknown = await application.visitor().send({ url: `/credentials/${"0".repeat(26)}/1` });
      expect(credential.statusCode).toBe(404);
      expect(credential.body.replaceAll(certificate.code, "CODE")).toBe(
        unknown.body.replaceAll("0".repeat(26), "CODE"),
      );
    }
  });

  it("names people with the rank that they bear on its date", async () => {
    const { people } = await manager.get(`{ people(first: 1, filter: { text: "Cacayan" }) { edges { node { id } } } }`);
    const { id, version } = await proposal({ recipients: [{ person: people.edges[0].node.id }] });
    const { approveRecognition } = await leadership.get(APPROVE, { id, version });
    const { issueRecognition } = await manager.get(ISSUE, { id, version: approveRecognition.version, input: {} });
    const { certificate } = await application.visitor().get(CHECK, { code: issueRecognition.certificate.code });
    expect(certificate.recipients).toEqual(["Police Brigadier General Edgar DM Cacayan"]);
  });
});

const verdictRule = z.object({
  log: z.array(z.object({ id: z.string(), valid: z.boolean() })).optional(),
  errors: z.array(z.object({ name: z.string() })).optional(),
});

/** What the Digital Credentials Consortium's verifier says, with this server as the web. */
async function verify(credential: Parameters<typeof verifyCredential>[0]["credential"]) {
  const web = globalThis.fetch;
  // Only TLS and the name are missing here: the address is this installation's, and the answer is what it serves there.
  globalThis.fetch = async (input) => {
    const { hostname, pathname } = new URL(input instanceof Request ? input.url : input);
    if (hostname !== "concord.example.org") return new Response("{}", { status: 404 });
    const { body, statusCode, headers } = await application.http.inject(pathname);
    return new Response(body, { status: statusCode, headers: { "content-type": String(headers["content-type"]) } });
  };
  try {
    return verdictRule.parse(
      await verifyCredential({ credential: structuredClone(credential), knownDIDRegistries: [] }),
    );
  } finally {
    globalThis.fetch = web;
  }
}

describe("an Open Badges credential", () => {
  it("is accepted by an independent verifier, and refused once a word of it is changed", async () => {
    const { certificate } = await issued();
    const address = new URL(certificate.credentials[0].address);
    const response = await application.visitor().send({ url: address.pathname });
    expect(response.headers["access-control-allow-origin"]).toBe("*");
    const credential = JSON.parse(response.body);
    expect(credential).toMatchObject({
      id: address.href,
      type: ["VerifiableCredential", "OpenBadgeCredential"],
      issuer: { id: "did:web:concord.example.org", name: "International Justice Mission" },
    });
    const { log } = await verify(credential);
    expect(log).toContainEqual({ id: "valid_signature", valid: true });

    const forged = structuredClone(credential);
    forged.credentialSubject.identifier[0].identityHash = "Somebody else";
    expect((await verify(forged)).errors?.map(({ name }) => name)).toEqual(["invalid_signature"]);
  });

  it("keeps the secret half of the key sealed", async () => {
    await issued();
    const did = await application.visitor().send({ url: "/.well-known/did.json" });
    expect(JSON.parse(did.body).verificationMethod).toHaveLength(1);
    expect(did.body).not.toContain("secretKey");
  });
});
