/**
 * What is sent where something else is expected: the values that are known to break programs. None of the texts is one
 * that an answer may not hold (`leaks.ts`), for a refusal may repeat what was sent.
 */

export const HOSTILE_TEXTS: readonly string[] = [
  ...["", " ", "\u0000", "a\u0000b", "\r\nset-cookie: a=b", "\u2028", "\ufeffx", "\u202egpj.exe", "\u200b", "e\u0301"],
  ...[
    "\ud800",
    "a\udfff\ud800b",
    "👮🏽‍♀️",
    `e${"\u0301".repeat(500)}`,
    "İı",
    "ß",
    "ＦＵＬＬ",
    "विश्वास",
    "ตำรวจ",
    "مرحبا",
  ],
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE x; --',
    "1) UNION ALL VALUES (1) --",
    "1' AND SLEEP(5)#",
    "%",
    "_",
    "\\",
    "`",
    "';",
  ],
  ...["*)(uid=*))(|(uid=*", "$(reboot)", "; reboot", "| id", "{{7*7}}", "#{7*7}", "%s%n%x", "%00", "%2e%2e%2f"],
  ...[
    "<script>alert(1)</script>",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,x",
    "=1+1",
    "@x",
    "+1",
  ],
  ...[
    "../../../../etc/passwd",
    "..\\..\\win.ini",
    "file:///etc/passwd",
    "http://127.0.0.1:9/",
    "//example.org",
    "C:\\x",
  ],
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "null", "undefined", "NaN", "true", "[]"],
  ...["-1", "0", "1e400", "9007199254740993", "0x10", "1.5", "99999999999999999999", "2005-13", "0000", "2024-02-30"],
  ...[
    "2005/2006",
    "-0001",
    "99999-01-01",
    "20051231",
    "2005-12-31T00:00:00Z",
    "１９９９",
    "XX",
    "IN-",
    "zz-ZZ-zz",
    "en_US",
  ],
  ...[
    "00000000-0000-0000-0000-000000000000",
    "{0190a000-0000-7000-8000-00000000dead}",
    "a@b",
    "a@b@c.de",
    "A@B.EXAMPLE",
  ],
  ...[
    "x".repeat(300),
    "x".repeat(5_001),
    "word ".repeat(40),
    "a.".repeat(120),
    "٣",
    "½",
    "\t",
    "\n\n\n",
    "\u0085",
    "\u007f",
  ],
];

/** Cursors of lists, with what no list would write into them. */
export const HOSTILE_CURSORS: readonly string[] = [
  ["NAME", "ASC", "\u0000", "x"],
  ["NAME", "ASC", "\ud800", "' OR 1=1 --"],
  ["UPDATED", "DESC", "9999", "x".repeat(500)],
  ["TIMELINE", "DESC", "2005", "0"],
  ["AT", "DESC", "\u{10ffff}", "\u{10ffff}"],
  ["NAME", "ASC", 1, null],
  ["BEGIN", "DESC; --", "a", "b"],
  { length: 4 },
].map((cursor) => Buffer.from(JSON.stringify(cursor)).toString("base64url"));

export const HOSTILE_NUMBERS: readonly number[] = [
  ...[
    0,
    -0,
    -1,
    -200,
    1.5,
    201,
    2_147_483_647,
    2_147_483_648,
    -2_147_483_649,
    2 ** 53,
    2 ** 53 + 2,
    1e21,
    1e308,
    -1e308,
  ],
];

const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** JSON that no object of JavaScript is written as. */
export const RAW_JSON: readonly string[] = [
  ...[
    "1e400",
    "-1e400",
    "1E-400",
    "12345678901234567890123",
    "-0.0",
    '"\\ud800"',
    '"\\u0000"',
    "[]",
    "{}",
    "[null]",
    "[[]]",
  ],
  ...['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}', '{"a":1,"a":2}', '{"":""}'],
  ...[nested("[", "]", 15), nested('{"a":', "}", 40), nested("[", "]", 3_000), nested('{"a":', "}", 3_000)],
  ...[nested("[", "]", 50_000), `[${"null,".repeat(2_000)}null]`, `{${'"a":0,'.repeat(500)}"b":0}`],
];

export const HOSTILE_BYTES: readonly Buffer[] = [
  ...["ff", "c0af", "eda080", "f8888080", "00", "efbbbf", "fffe", "1f8b08", "f4908080", "80"],
].map((bytes) => Buffer.from(bytes, "hex"));
