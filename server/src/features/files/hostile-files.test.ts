import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication, type Visitor } from "../../testing/application.ts";
import { archiveOf, wordDocument } from "../../testing/archive.ts";
import { uploadRequest } from "../../testing/uploads.ts";
import { demoId } from "../demo/demo.service.ts";

/** Files that are made to be taken for something else, to fill the memory, or to lead elsewhere. */

let application: TestApplication;
let manager: Visitor;
beforeAll(async () => {
  application = await TestApplication.open();
  manager = await application.as("manager");
});
afterAll(() => application.close());

const attach = (name: string, bytes: Buffer) =>
  manager.send(uploadRequest({ record: demoId("unicef"), name, type: "image/jpeg", bytes }));

const SCRIPT = "<script>alert(document.cookie)</script>";
const PICTURE = sharp({ create: { width: 40, height: 20, channels: 3, background: "#a33" } });

/** A chunk of a PNG (W3C PNG, 5.3). */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A picture of a few hundred bytes that claims to be as large. */
function pngBomb(side: number): Buffer {
  const header = Buffer.from("00000000000000000102000000", "hex");
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  const pixels = deflateSync(Buffer.alloc(1_000_000));
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

const ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]>';

describe("a file that would run, unfold or lead elsewhere is refused:", () => {
  it.each<[what: string, name: string, bytes: () => Buffer]>([
    ["a GIF that is a script, too", "a.gif", () => Buffer.from(`GIF89a/*${"\0".repeat(20)}*/=1;alert(1)`)],
    ["a page with a mark of its encoding", "a.jpg", () => Buffer.from(`\ufeff<!doctype html>${SCRIPT}`)],
    ["a page in UTF-16", "a.png", () => Buffer.from(`\ufeff<html>${SCRIPT}`, "utf16le")],
    ["a page that calls itself PDF", "a.pdf", () => Buffer.from(`<html>%PDF-1.4${SCRIPT}`)],
    [
      "an SVG that is called PNG",
      "a.png",
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ],
    ["an SVG behind spaces and a comment", "a.webp", () => Buffer.from(`\n\n<!-- x --><svg>${SCRIPT}</svg>`)],
    ["XML with entities", "a.docx", () => Buffer.from(`${ENTITIES}<x>&b;</x>`)],
    ["an SVG with entities", "a.png", () => Buffer.from(`${ENTITIES}<svg>&b;</svg>`)],
    ["an archive that is no document", "a.docx", () => archiveOf({ "a.html": SCRIPT })],
    ["an archive of the names of a document alone", "a.docx", () => archiveOf({ "word/document.xml": "<x/>" })],
    [
      "a document whose list of contents unfolds to 100 MB",
      "a.docx",
      () => archiveOf({ "[Content_Types].xml": Buffer.alloc(100_000_000, 32) }),
    ],
    ["a document with macros", "a.docx", () => wordDocument({ "word/vbaProject.bin": "macro" })],
    ["a program", "a.pdf", () => Buffer.from("4d5a90000300000004000000ffff0000b8000000", "hex")],
    ["a program of Linux", "a.jpg", () => Buffer.from("7f454c4602010100000000000000000002003e00", "hex")],
    ["a script", "a.jpg", () => Buffer.from("#!/bin/sh\nreboot\n")],
    ["a picture that unfolds to 7.5 GB", "a.png", () => pngBomb(50_000)],
    ["a picture of the largest size there is", "a.png", () => pngBomb(2_147_483_647)],
    ["a picture whose pixels are missing", "a.png", () => pngBomb(900)],
    ["a picture without a side", "a.png", () => pngBomb(0)],
    ["the first bytes of a picture", "a.jpg", () => Buffer.from("ffd8ffe0", "hex")],
  ])("%s", async (_what, name, bytes) => {
    const answer = await attach(name, bytes());
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "file" }] });
  });
});

describe("what is hidden in a picture is gone:", () => {
  const hidden = Buffer.from(`${SCRIPT}PK\u0003\u0004 secret`);
  const kept = async (name: string, bytes: Buffer) => {
    const sent = await attach(name, bytes);
    expect(sent.statusCode).toBe(201);
    const { rawPayload } = await manager.send({ url: sent.json().url });
    expect((await sharp(rawPayload).metadata()).width).toBe(40);
    return rawPayload.toString("latin1");
  };

  it.each(["jpeg", "png", "webp"] as const)("behind the end of a %s", async (format) => {
    const bytes = Buffer.concat([await PICTURE.clone().toFormat(format).toBuffer(), hidden]);
    expect(await kept(`a.${format}`, bytes)).not.toMatch(/script|PK|secret/);
  });

  it.each(["jpeg", "png", "webp"] as const)("in the metadata of a %s", async (format) => {
    const bytes = await PICTURE.clone()
      .withExif({ IFD0: { ImageDescription: SCRIPT, Copyright: "secret" } })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">secret ${SCRIPT}</x:xmpmeta>`)
      .toFormat(format)
      .toBuffer();
    expect(bytes.toString("latin1")).toContain("secret");
    expect(await kept(`a.${format}`, bytes)).not.toMatch(/script|secret|Exif|xmpmeta/);
  });

  it("in the words of a PNG and the comment of a JPEG", async () => {
    const png = await PICTURE.clone().png().toBuffer();
    const words = chunk("tEXt", Buffer.concat([Buffer.from("Comment\0"), hidden]));
    expect(await kept("a.png", Buffer.concat([png.subarray(0, 33), words, png.subarray(33)]))).not.toContain("secret");
    const jpeg = await PICTURE.clone().jpeg().toBuffer();
    const comment = Buffer.concat([Buffer.from("fffe", "hex"), Buffer.from([0, hidden.length + 2]), hidden]);
    expect(await kept("a.jpg", Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]))).not.toContain(
      "secret",
    );
  });
});

describe("what cannot be made harmless is only ever downloaded:", () => {
  it.each<[what: string, name: string, bytes: () => Buffer]>([
    [
      "a PDF that is a page and a script, too",
      "a.html",
      () => Buffer.from(`%PDF-1.4\n${SCRIPT}\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n%%EOF`),
    ],
    [
      "a document that unfolds to 100 MB, which nobody here unfolds",
      "a.docx",
      () => wordDocument({ "word/media/a.xml": Buffer.alloc(100_000_000) }),
    ],
    [
      "a document with entities in it, which nobody here reads",
      "a.docx",
      () => wordDocument({ "word/styles.xml": `${ENTITIES}<x>&b;</x>` }),
    ],
  ])("%s", async (_what, name, bytes) => {
    const sent = await attach(name, bytes());
    expect(sent.statusCode).toBe(201);
    const { headers } = await manager.send({ url: sent.json().url });
    expect(headers).toMatchObject({
      "content-type": expect.stringMatching(
        /^application\/(pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)$/,
      ),
      "content-disposition": expect.stringMatching(/^attachment; filename="a\.(pdf|docx)"/),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-cache",
    });
  });
});

describe("a name leads nowhere and turns nothing about:", () => {
  it.each([
    ["../../../../etc/cron.d/x", "x.pdf"],
    ["..\\..\\Windows\\win.ini", "win.pdf"],
    ["/etc/passwd", "passwd.pdf"],
    ["....//", "file.pdf"],
    ["photo\u202egpj.exe", "photogpj.pdf"],
    ["a\u0000b.pdf", "ab.pdf"],
    ["a\tb\u007f\u0085c.pdf", "abc.pdf"],
    ["<img src=x onerror=alert(1)>.pdf", "img src=x onerror=alert(1).pdf"],
    ["a;filename=evil.html", "a;filename=evil.pdf"],
    ["a%0d%0aset-cookie: x=1.pdf", "a%0d%0aset-cookie x=1.pdf"],
    ["'a' (1)*.pdf", "'a' (1).pdf"],
    ["👮🏽‍♀️.pdf", "👮🏽♀️.pdf"],
    [".htaccess", "file.pdf"],
  ])("%j becomes %j", async (given, name) => {
    const sent = await attach(given, Buffer.from("%PDF-1.4\n%%EOF\n"));
    expect(sent.json().name).toBe(name);
    const { headers } = await manager.send({ url: sent.json().url });
    const disposition = String(headers["content-disposition"]);
    expect(disposition).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.~!%-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toBe(name);
    expect(headers["set-cookie"]).toBeUndefined();
  });
});

describe("in the folder of files", () => {
  const replaced = async (put: (path: string) => void) => {
    const before = new Set(readdirSync(application.settings.files.folder, { recursive: true, encoding: "utf8" }));
    const { url } = (await attach("a.pdf", Buffer.from("%PDF-1.4\n%%EOF\n"))).json();
    const [path = ""] = readdirSync(application.settings.files.folder, { recursive: true, encoding: "utf8" }).filter(
      (each) => each.includes("/") && !before.has(each),
    );
    const whole = join(application.settings.files.folder, path);
    rmSync(whole);
    put(whole);
    return manager.send({ url });
  };

  it.each<[what: string, put: (path: string) => void]>([
    ["a link to another file", (path) => symlinkSync("/etc/passwd", path)],
    ["a link to nowhere", (path) => symlinkSync("/nowhere", path)],
    ["a folder", (path) => mkdirSync(path)],
    ["nothing", () => undefined],
  ])("%s in the place of a file is no file", async (_what, put) => {
    const answer = await replaced(put);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain("root:");
  });

  it("nobody but this program reads and writes", async () => {
    await attach("a.pdf", Buffer.from("%PDF-1.4\n%%EOF\n"));
    const { folder } = application.settings.files;
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(entries.length).toBeGreaterThan(5);
    for (const { parentPath, name } of entries.filter((entry) => entry.name !== "operations.json")) {
      expect(name).toMatch(/^[0-9a-f]{48}$/);
      expect(statSync(join(parentPath, name)).mode & 0o077).toBe(0);
    }
  });
});
