import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { BOUNDARY, PDF, type Upload, uploadRequest } from "../../testing/uploads.ts";
import { demoId } from "../demo/demo.service.ts";

const PARTNER = demoId("pnp");

let application: TestApplication;
let manager: Visitor;
let office: Visitor;
let leadership: Visitor;
let secret: string;
beforeAll(async () => {
  application = await TestApplication.open({ FILE_MEGABYTES: "1" });
  [manager, office, leadership] = await Promise.all([
    application.as("manager"),
    application.as("office"),
    application.as("leadership"),
  ]);
  const { createCollaboration } = await office.get(
    'mutation { createCollaboration(input: { title: "Secret", kind: MEETING, confidentiality: RESTRICTED }) { id } }',
  );
  secret = createCollaboration.id;
});
afterAll(() => application.close());

function upload(visitor: Visitor, upload: Partial<Upload> & Pick<Upload, "bytes">) {
  return visitor.send(uploadRequest({ record: PARTNER, name: "photo.jpg", type: "image/jpeg", ...upload }));
}

const picture = () => sharp({ create: { width: 40, height: 20, channels: 3, background: "#a33" } });
const photo = () =>
  picture()
    .withExif({
      IFD0: { Make: "A camera" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "14/1 35/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

describe("a file", () => {
  it("is attached to a record, shown with it, and read by whoever reads the record", async () => {
    const sent = await upload(manager, { name: "The plaque.jpeg", bytes: await photo() });
    expect(sent.statusCode).toBe(201);
    const file = sent.json();
    expect(file).toMatchObject({ name: "The plaque.jpg", mediaType: "image/jpeg" });
    const { partner } = await leadership.get(
      `{ partner(id: "${PARTNER}") { attachments { name mediaType size url removable by { name } } } }`,
    );
    expect(partner.attachments).toEqual([
      {
        name: "The plaque.jpg",
        mediaType: "image/jpeg",
        size: file.size,
        url: file.url,
        removable: false,
        by: { name: "Meera Nair" },
      },
    ]);
    const read = await leadership.send({ url: file.url });
    expect(read.rawPayload.length).toBe(file.size);
    expect(read.headers).toMatchObject({
      "content-type": "image/jpeg",
      "x-content-type-options": "nosniff",
      "content-disposition": "inline; filename=\"The_plaque.jpg\"; filename*=UTF-8''The%20plaque.jpg",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-cache",
    });
    const again = await leadership.send({ url: file.url, headers: { "if-none-match": String(read.headers["etag"]) } });
    expect(again.statusCode).toBe(304);
    expect((await application.visitor().send({ url: file.url })).statusCode).toBe(401);
  });

  it("keeps neither place nor camera of a photo, and stands upright", async () => {
    const given = await photo();
    expect((await sharp(given).metadata()).exif?.toString("latin1")).toContain("A camera");
    const { url } = (await upload(manager, { bytes: given })).json();
    const kept = await sharp((await manager.send({ url })).rawPayload).metadata();
    expect(kept).toMatchObject({ width: 20, height: 40 });
    expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("that is a picture comes smaller where that is asked for, and is drawn once", async () => {
    const large = await sharp({ create: { width: 3_000, height: 2_000, channels: 3, background: "#3a7" } })
      .withExif({ IFD0: { Make: "A camera" } })
      .png()
      .toBuffer();
    const { url } = (await upload(manager, { bytes: large })).json();
    for (const [size, width, height] of [
      ["small", 480, 320],
      ["medium", 1280, 853],
    ] as const) {
      const smaller = await leadership.send({ url: `${url}?size=${size}` });
      expect(smaller.headers).toMatchObject({
        "content-type": "image/webp",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, no-cache",
      });
      const kept = await sharp(smaller.rawPayload).metadata();
      expect(kept).toMatchObject({ format: "webp", width, height });
      expect(kept.exif).toBeUndefined();
      const etag = String(smaller.headers["etag"]);
      expect(
        (await leadership.send({ url: `${url}?size=${size}`, headers: { "if-none-match": etag } })).statusCode,
      ).toBe(304);
    }
    const stored = () =>
      readdirSync(application.settings.files.folder, { recursive: true, encoding: "utf8" }).filter((path) =>
        /-(small|medium)$/.test(path),
      );
    expect(stored()).toHaveLength(2);
    const [one, other] = await Promise.all(
      [leadership, manager].map((visitor) => visitor.send({ url: `${url}?size=small` })),
    );
    expect(one?.rawPayload.equals(other?.rawPayload ?? Buffer.alloc(0))).toBe(true);
    const { partner } = await manager.get(`{ partner(id: "${PARTNER}") { attachments { id url width height } } }`);
    const attached = partner.attachments.find((file: { url: string }) => file.url === url);
    expect(attached).toMatchObject({ width: 3000, height: 2000 });
    await manager.get(`mutation { removeFile(id: "${attached.id}") }`);
    expect(stored()).toEqual([]);
    expect((await leadership.send({ url: `${url}?size=small` })).statusCode).toBe(404);
  });

  it("that is small already is not made larger, and what is no picture has no sizes", async () => {
    const { url } = (await upload(manager, { bytes: await picture().jpeg().toBuffer() })).json();
    const small = await sharp((await manager.send({ url: `${url}?size=medium` })).rawPayload).metadata();
    expect(small).toMatchObject({ width: 40, height: 20 });
    const document = (await upload(manager, { bytes: PDF })).json();
    for (const asked of [`${document.url}?size=small`, `${url}?size=huge`, `${url}?size=small&size=medium`]) {
      const refused = await manager.send({ url: asked });
      expect(refused.statusCode).toBe(400);
      expect(refused.json().errors[0].extensions.fields).toMatchObject([{ path: "size" }]);
    }
  });

  it("is what its content is, whatever its name and its sender say", async () => {
    const disguised = await upload(manager, {
      name: "invoice.pdf",
      type: "application/pdf",
      bytes: await picture().png().toBuffer(),
    });
    expect(disguised.json()).toMatchObject({ name: "invoice.png", mediaType: "image/png" });
    const pdf = await upload(manager, { name: "report.jpg", bytes: PDF });
    expect(pdf.json()).toMatchObject({ name: "report.pdf", mediaType: "application/pdf" });
    expect(String((await manager.send({ url: pdf.json().url })).headers["content-disposition"])).toMatch(
      /^attachment;/,
    );
  });

  it.each([
    ["HTML", "page.jpg", Buffer.from("<!doctype html><script>alert(1)</script>")],
    [
      "SVG",
      "drawing.png",
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ],
    ["a program", "tool.jpg", Buffer.from("4d5a90000300000004000000ffff0000", "hex")],
    ["an archive", "a.docx", Buffer.from("504b0506000000000000000000000000000000000000", "hex")],
    ["nothing", "empty.jpg", Buffer.alloc(0)],
    ["half a picture", "half.jpg", Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex")],
    ["text", "notes.txt", Buffer.from("just words")],
  ])("that is %s is refused", async (_what, name, bytes) => {
    const answer = await upload(manager, { name, bytes });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "file" }] });
  });

  it("larger than the limit, or with more pixels than any photo, is refused", async () => {
    const large = await upload(manager, { bytes: Buffer.alloc(1_100_000, 1) });
    expect(large.statusCode).toBe(400);
    expect(large.json().errors[0].message).toBe("The file is larger than 1 MB. Attach a smaller one.");
    const huge = await sharp({ create: { width: 12_000, height: 6_000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect((await upload(manager, { bytes: huge })).statusCode).toBe(400);
  });

  it.each([
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Users\\a\\b.exe", "b.pdf"],
    ["...", "file.pdf"],
    ["விருது.pdf", "விருது.pdf"],
    [`${"x".repeat(300)}.pdf`, `${"x".repeat(120)}.pdf`],
  ])("called %s is called %s here, and bears a random name on the disk", async (given, name) => {
    expect((await upload(manager, { name: given, bytes: PDF })).json().name).toBe(name);
    const stored = readdirSync(application.settings.files.folder, { recursive: true, encoding: "utf8" });
    const files = stored.filter((path) => path.includes("/"));
    expect(files.every((path) => /^[0-9a-f]{2}\/[0-9a-f]{48}(-small|-medium)?$/.test(path))).toBe(true);
  });

  it("of a restricted record is as if it did not exist for others", async () => {
    const { url, id } = (await upload(office, { record: secret, bytes: PDF })).json();
    expect((await office.send({ url })).statusCode).toBe(200);
    const photographed = (await upload(office, { record: secret, bytes: await picture().png().toBuffer() })).json();
    expect((await office.send({ url: `${photographed.url}?size=small` })).statusCode).toBe(200);
    const nobody = "/files/0190a000-0000-7000-8000-00000000dead";
    for (const visitor of [manager, leadership]) {
      const [hidden, missing] = [await visitor.send({ url }), await visitor.send({ url: nobody })];
      expect(hidden.statusCode).toBe(404);
      expect(hidden.body.replaceAll(id, "ID")).toBe(missing.body.replaceAll(nobody.slice(7), "ID"));
      expect((await visitor.send({ url: `${photographed.url}?size=small` })).statusCode).toBe(404);
      expect((await visitor.send({ url: `${url}?size=huge` })).statusCode).toBe(404);
      const [toHidden, toMissing] = [
        await upload(visitor, { record: secret, bytes: PDF }),
        await upload(visitor, { record: nobody.slice(7), bytes: PDF }),
      ];
      expect(toHidden.statusCode).toBe(404);
      expect(toHidden.body.replaceAll(secret, "ID")).toBe(toMissing.body.replaceAll(nobody.slice(7), "ID"));
      expect((await visitor.ask(`mutation { removeFile(id: "${id}") }`)).code).toBe("NOT_FOUND");
    }
  });

  it("is attached and removed only by whoever may edit the record; then its bytes are gone", async () => {
    expect((await upload(leadership, { bytes: PDF })).statusCode).toBe(403);
    expect((await upload(application.visitor(), { bytes: PDF })).statusCode).toBe(401);
    const { id, url } = (await upload(manager, { bytes: PDF })).json();
    expect((await leadership.ask(`mutation { removeFile(id: "${id}") }`)).code).toBe("FORBIDDEN");
    const count = () => readdirSync(application.settings.files.folder, { recursive: true }).length;
    const before = count();
    await manager.get(`mutation { removeFile(id: "${id}") }`);
    expect((await manager.send({ url })).statusCode).toBe(404);
    expect(count()).toBeLessThan(before);
    const admin = await application.as("admin");
    const { auditLog } = await admin.get(
      "{ auditLog(first: 1, filter: { action: [REMOVE_FILE] }) { edges { node { by { name } remark subject { id } } } } }",
    );
    expect(auditLog.edges[0].node).toMatchObject({ by: { name: "Meera Nair" }, subject: { id: PARTNER } });
  });

  it("goes with its record when the trash is emptied", async () => {
    const { createPerson } = await manager.get('mutation { createPerson(input: { name: "Gone" }) { id } }');
    const { url } = (await upload(manager, { record: createPerson.id, bytes: PDF })).json();
    await manager.get(`mutation { deletePerson(id: "${createPerson.id}", version: 1) { id } }`);
    expect((await manager.send({ url })).statusCode).toBe(200);
    expect((await leadership.send({ url })).statusCode).toBe(404);
    const admin = await application.as("admin");
    await admin.get("mutation { emptyTrash }");
    expect((await admin.send({ url })).statusCode).toBe(404);
  });

  it.each([
    ["no form", "application/json", "{}"],
    [
      "a form that ends early",
      `multipart/form-data; boundary=${BOUNDARY}`,
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"`,
    ],
    ["a form without a boundary", "multipart/form-data", "x"],
    [
      "a file without its record",
      `multipart/form-data; boundary=${BOUNDARY}`,
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nx\r\n--${BOUNDARY}--\r\n`,
    ],
  ])("sent as %s is the sender's fault", async (_what, type, payload) => {
    const answer = await manager.send({ method: "POST", url: "/files", headers: { "content-type": type }, payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].extensions.code).toBe("BAD_USER_INPUT");
  });

  it.each(["cross-site", "same-site"])("from a page that is not ours (%s) is refused", async (from) => {
    const answer = await manager.send({ method: "POST", url: "/files", headers: { "sec-fetch-site": from } });
    expect(answer.statusCode).toBe(403);
  });
});

it("the bytes lie on the disk as they are read", async () => {
  const { url } = (await upload(manager, { bytes: PDF })).json();
  const folder = application.settings.files.folder;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.length > 10);
  const read = (await manager.send({ url })).rawPayload;
  expect(files.some((path) => path.includes("/") && readFileSync(join(folder, path)).equals(read))).toBe(true);
});
