import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestApplication } from "../testing/application.ts";
import { Chance } from "../testing/chance.ts";
import { leaksIn } from "../testing/leaks.ts";
import { mutatedBytes } from "../testing/mutations.ts";

/** What comes over a real connection and is no HTTP, or none that a client of ours would send. */

let application: TestApplication;
let port: number;
beforeAll(async () => {
  application = await TestApplication.open();
  const address = await application.http.listen({ port: 0, host: "127.0.0.1" });
  port = Number(new URL(address).port);
});
afterAll(() => application.close());

type Parts = readonly (string | Buffer)[];

/** Sends bytes, closes its half of the connection, and answers everything that came back. */
function send(...parts: Parts): Promise<string> {
  return exchange(parts, true);
}

/** Sends bytes and waits until the server, which was asked to, closes the connection. */
function sendWhole(...parts: Parts): Promise<string> {
  return exchange(parts, false);
}

function exchange(parts: Parts, hangUp: boolean): Promise<string> {
  return new Promise((resolve) => {
    const received: Buffer[] = [];
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    socket.on("data", (bytes) => received.push(bytes));
    // Whoever is hung up on has been answered, too.
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(Buffer.concat(received).toString("latin1")));
    socket.on("end", () => socket.destroy());
    for (const part of parts) socket.write(part);
    if (hangUp) socket.end();
  });
}

const statusesOf = (answer: string) => [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]));

async function expectNoFault(answer: string): Promise<void> {
  expect(statusesOf(answer).filter((status) => status >= 500)).toEqual([]);
  expect(leaksIn(answer)).toEqual([]);
  expect(await sendWhole("GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 200/);
}

const head = (...lines: readonly string[]) =>
  `${["POST /graphql HTTP/1.1", "host: localhost", ...lines].join("\r\n")}\r\n\r\n`;
const JSON_TYPE = "content-type: application/json";
const BODY = '{"query":"{ installation { name } }"}';
const LENGTH = `content-length: ${BODY.length}`;

describe("what is no HTTP is turned away, and the next one is served:", () => {
  it.each<[what: string, expected: RegExp, ...parts: (string | Buffer)[]]>([
    ["nothing", /^$/, ""],
    ["a line of words", /^HTTP\/1\.1 400/, "please let me in\r\n\r\n"],
    ["bytes", /^HTTP\/1\.1 400/, Buffer.from("ff00fe01c0af80", "hex")],
    ["the greeting of TLS", /^HTTP\/1\.1 400/, Buffer.from("16030100c8010000c40303", "hex")],
    ["the greeting of HTTP/2", /^HTTP\/1\.1 (400|505)/, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["an unknown method", /^HTTP\/1\.1 400/, "BREW /graphql HTTP/1.1\r\nhost: x\r\n\r\n"],
    ["an unknown version", /^HTTP\/1\.1 (400|505)/, "GET / HTTP/9.9\r\nhost: x\r\n\r\n"],
    ["no host", /^HTTP\/1\.1 400/, "GET /healthz HTTP/1.1\r\n\r\n"],
    ["a path with spaces", /^HTTP\/1\.1 400/, "GET /a b c HTTP/1.1\r\nhost: x\r\n\r\n"],
    ["an address of 100 kB", /^HTTP\/1\.1 431/, `GET /${"a".repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`],
    ["headers of 100 kB", /^HTTP\/1\.1 431/, head(`x-a: ${"a".repeat(100_000)}`)],
    [
      "ten thousand headers",
      /^HTTP\/1\.1 431/,
      head(...Array.from({ length: 10_000 }, (_unused, index) => `x-${index}: y`)),
    ],
    ["a header with a null byte", /^HTTP\/1\.1 400/, head("x-a: a\u0000b")],
    ["a header on two lines", /^HTTP\/1\.1 400/, head("x-a: a\r\n b")],
    ["a header without a colon", /^HTTP\/1\.1 400/, head("x-a")],
    ["a space before the colon", /^HTTP\/1\.1 400/, head("content-length : 5")],
    ["two lengths", /^HTTP\/1\.1 400/, head(JSON_TYPE, LENGTH, "content-length: 1"), BODY],
    [
      "a length and chunks (request smuggling)",
      /^HTTP\/1\.1 400/,
      head(JSON_TYPE, LENGTH, "transfer-encoding: chunked"),
      BODY,
    ],
    ["chunks under another name", /^HTTP\/1\.1 400/, head(JSON_TYPE, "transfer-encoding: xchunked"), BODY],
    ["a negative length", /^HTTP\/1\.1 400/, head(JSON_TYPE, "content-length: -1"), BODY],
    ["a length beyond all numbers", /^HTTP\/1\.1 400/, head(JSON_TYPE, `content-length: ${"9".repeat(40)}`), BODY],
    ["a length of ten gigabytes", /^HTTP\/1\.1 413/, head(JSON_TYPE, "content-length: 10000000000"), BODY],
    [
      "a chunk whose size is none",
      /HTTP\/1\.1 400/,
      head(JSON_TYPE, "transfer-encoding: chunked"),
      "zz\r\n{}\r\n0\r\n\r\n",
    ],
    ["chunks that do not end", /HTTP\/1\.1 400/, head(JSON_TYPE, "transfer-encoding: chunked"), "ff\r\n{"],
    ["a body that is broken off", /HTTP\/1\.1 400/, head(JSON_TYPE, LENGTH), BODY.slice(0, 10)],
    ["a head that is broken off", /^HTTP\/1\.1 400/, "POST /graphql HTTP/1.1\r\nhost: loc"],
    ["a tunnel", /^(HTTP\/1\.1 4\d\d|$)/, "CONNECT example.org:443 HTTP/1.1\r\nhost: example.org\r\n\r\n"],
    ["a host that can be none", /^HTTP\/1\.1 400/, head(JSON_TYPE, LENGTH).replace("localhost", "[oops"), BODY],
    [
      "HTTP/1.0 without a host",
      /^HTTP\/1\.1 400/,
      `POST /graphql HTTP/1.0\r\n${JSON_TYPE}\r\n${LENGTH}\r\n\r\n${BODY}`,
    ],
    ["an expectation of something else", /^HTTP\/1\.1 417/, head(JSON_TYPE, LENGTH, "expect: miracles"), BODY],
  ])("%s", async (_what, expected, ...parts) => {
    const answer = await send(...parts);
    expect(answer.split("\r\n")[0]).toMatch(expected);
    await expectNoFault(answer);
  });
});

describe("what is unusual is served:", () => {
  it.each<[what: string, ...parts: (string | Buffer)[]]>([
    [
      "a body that comes a few bytes at a time",
      head(JSON_TYPE, LENGTH, "connection: close"),
      ...(BODY.match(/.{1,3}/g) ?? []),
    ],
    [
      "chunks",
      head(JSON_TYPE, "transfer-encoding: chunked", "connection: close"),
      `${BODY.length.toString(16)};x=y\r\n${BODY}\r\n0\r\n\r\n`,
    ],
    ["whoever waits to be let go on", head(JSON_TYPE, LENGTH, "expect: 100-continue", "connection: close"), BODY],
    [
      "the wish for another protocol",
      head(JSON_TYPE, LENGTH, "upgrade: websocket", "connection: upgrade, close"),
      BODY,
    ],
  ])("%s", async (_what, ...parts) => {
    const answer = await sendWhole(...parts);
    expect(answer).toContain('"name":"International Justice Mission"');
    await expectNoFault(answer);
  });

  it("several requests at once, in their order", async () => {
    const one = "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n";
    const answer = await sendWhole(one, one, head(JSON_TYPE, LENGTH, "connection: close"), BODY);
    expect(statusesOf(answer)).toEqual([200, 200, 200]);
  });
});

describe("a file that is sent", () => {
  const upload = async (size: number, then: (socket: ReturnType<typeof connect>) => void) => {
    const manager = await application.as("manager");
    const begin = [
      "POST /files HTTP/1.1",
      "host: localhost",
      `cookie: ${manager.cookie}`,
      "content-type: multipart/form-data; boundary=b",
      `content-length: ${size}`,
      "",
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4',
    ].join("\r\n");
    return new Promise<string>((resolve) => {
      let received = "";
      const socket = connect({ port, host: "127.0.0.1" });
      socket.on("data", (bytes) => {
        received += bytes.toString("latin1");
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(received));
      socket.write(begin, () => then(socket));
    });
  };

  it("is forgotten where its sender hangs up half-way", async () => {
    await expectNoFault(await upload(1_000_000, (socket) => socket.destroy()));
  });

  it("without its record is refused before the rest has come", async () => {
    const answer = await upload(1_000_000, (socket) => {
      socket.once("data", () => socket.destroy());
      socket.write(Buffer.alloc(100_000));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    await expectNoFault(answer);
  });
});

it("five hundred requests with bytes changed, cut off or put in anywhere are answered or hung up on", async () => {
  const chance = new Chance(20);
  const whole = Buffer.from(head(JSON_TYPE, LENGTH, "connection: close", "user-agent: a", "cookie: a=b") + BODY);
  for (let sent = 0; sent < 500; sent += 20) {
    const requests = Array.from({ length: 20 }, () => mutatedBytes(mutatedBytes(whole, chance), chance));
    for (const answer of await Promise.all(requests.map((request) => send(request)))) {
      expect(statusesOf(answer).filter((status) => status >= 500)).toEqual([]);
      expect(leaksIn(answer)).toEqual([]);
    }
  }
  await expectNoFault("");
});
