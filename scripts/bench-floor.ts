import { createServer } from "node:http";
import { createPool, type RowDataPacket } from "mysql2/promise";
import { writeCollaboration } from "./bench-floor-write.ts";

/**
 * The floor of `npm run bench`: what the same answers cost with nothing between the request and hand-written SQL. It
 * applies the access rule of a partnership manager, as Concord does.
 */
const pool = createPool({ uri: process.env["DATABASE_URL"] ?? "", connectionLimit: 10 });
const [office = "", user = ""] = (process.env["BENCH_VIEWER"] ?? "").split(" ");

const there = (alias: string) => `${alias}.deleted_at IS NULL AND (${alias}.confidentiality <> 'RESTRICTED'
  OR ${alias}.office_id = ? OR ${alias}.id IN (SELECT record_id FROM record_members WHERE user_id = ?))`;

async function rows(text: string, values: readonly string[]): Promise<RowDataPacket[]> {
  const [found] = await pool.execute<RowDataPacket[]>(text, [...values]);
  return found;
}

/** Fifty partners, each with its three latest collaborations, two latest recognitions, and both counts. */
async function list(): Promise<unknown> {
  const partners = await rows(
    "SELECT id, name, short_name, kind, status, country FROM partners WHERE deleted_at IS NULL ORDER BY name_sort, id LIMIT 50",
    [],
  );
  const ids = partners.map((partner) => String(partner["id"]));
  const marks = ids.map(() => "?").join(",");
  const latest = (table: string, links: string, key: string, date: string, first: number) =>
    rows(
      `SELECT * FROM (SELECT t.id, t.title, l.partner_id, ROW_NUMBER() OVER (PARTITION BY l.partner_id ORDER BY t.${date} DESC, t.id DESC) AS place
       FROM (SELECT DISTINCT partner_id, ${key} FROM ${links} WHERE partner_id IN (${marks})) l JOIN ${table} t ON t.id = l.${key} WHERE ${there("t")}) n WHERE place <= ${first}`,
      [...ids, office, user],
    );
  const count = (table: string, links: string, key: string) =>
    rows(
      `SELECT l.partner_id, COUNT(*) AS total FROM (SELECT DISTINCT partner_id, ${key} FROM ${links} WHERE partner_id IN (${marks})) l
       JOIN ${table} t ON t.id = l.${key} WHERE ${there("t")} GROUP BY l.partner_id`,
      [...ids, office, user],
    );
  return {
    partners,
    answers: await Promise.all([
      latest("collaborations", "participants", "collaboration_id", "begin_first", 3),
      latest("recognitions", "recognition_parties", "recognition_id", "date_first", 2),
      count("collaborations", "participants", "collaboration_id"),
      count("recognitions", "recognition_parties", "recognition_id"),
    ]),
  };
}

/** One partner, its latest collaborations and recognitions, and how many there are. */
async function partner(id: string): Promise<unknown> {
  const latest = (table: string, links: string, key: string, date: string) =>
    rows(
      `SELECT t.id, t.title, t.${date} FROM (SELECT DISTINCT ${key} FROM ${links} WHERE partner_id = ?) l
       JOIN ${table} t ON t.id = l.${key} WHERE ${there("t")} ORDER BY t.${date} DESC, t.id DESC LIMIT 20`,
      [id, office, user],
    );
  const count = (table: string, links: string, key: string) =>
    rows(
      `SELECT COUNT(*) AS total FROM (SELECT DISTINCT ${key} FROM ${links} WHERE partner_id = ?) l
       JOIN ${table} t ON t.id = l.${key} WHERE ${there("t")}`,
      [id, office, user],
    );
  return Promise.all([
    rows("SELECT id, name, short_name, kind, status, country FROM partners WHERE id = ? AND deleted_at IS NULL", [id]),
    rows("SELECT focus_area FROM record_focus_areas WHERE record_id = ? ORDER BY position", [id]),
    latest("collaborations", "participants", "collaboration_id", "begin_first"),
    latest("recognitions", "recognition_parties", "recognition_id", "date_first"),
    count("collaborations", "participants", "collaboration_id"),
    count("recognitions", "recognition_parties", "recognition_id"),
  ]);
}

/** Totals, by year and by country, of the sums that Concord keeps: those of all offices, and the restricted of one. */
async function dashboard(): Promise<unknown> {
  const sums = (kind: string, place: "" | "P", grains: string, value: string) =>
    rows(
      ["", "O"]
        .map(
          (own) => `SELECT ${value} AS value, detail, SUM(total) AS total, SUM(people_rescued) AS rescued FROM sums
            WHERE kind = '${kind}' AND dims = '${own}${place}' AND restricted = ${own ? 1 : 0} AND grain IN (${grains})
              AND office_id = ${own ? "?" : "''"} GROUP BY ${value}, detail`,
        )
        .join(" UNION ALL "),
      [office],
    );
  return Promise.all([
    rows(
      "SELECT total FROM sums WHERE kind = 'PARTNER' AND dims = '' AND restricted = 0 AND grain = 'ALL' AND office_id = '' AND place = '' AND focus_areas = 0 AND detail = ''",
      [],
    ),
    sums("COLLABORATION", "", "'ALL'", "time"),
    sums("RECOGNITION", "", "'ALL'", "time"),
    sums("COLLABORATION", "", "'YEAR', 'IN_YEAR'", "time"),
    sums("COLLABORATION", "P", "'ALL'", "place"),
  ]);
}

/** Fifty collaborations, after one of them or from the first. */
function page(begin: string, id: string): Promise<unknown> {
  const after = begin ? "AND (t.begin_first < ? OR (t.begin_first = ? AND t.id < ?))" : "";
  return rows(
    `SELECT t.id, t.title, t.kind, t.stage, t.begin_edtf, t.country FROM collaborations t WHERE ${there("t")} ${after}
     ORDER BY t.begin_first DESC, t.id DESC LIMIT 50`,
    [office, user, ...(begin ? [begin, begin, id] : [])],
  );
}

/** Ten partners, collaborations and recognitions whose title begins with the text. */
async function search(text: string): Promise<unknown> {
  const begin = (table: string, column: string, where: string, values: readonly string[]) =>
    rows(
      `SELECT t.id, t.${column} FROM ${table} t WHERE ${where} AND t.${column} >= ? AND t.${column} < ? ORDER BY t.${column}, t.id LIMIT 10`,
      [...values, text, `${text}\u{10FFFF}`],
    );
  return Promise.all([
    begin("partners", "name_sort", "t.deleted_at IS NULL", []),
    begin("collaborations", "title_sort", there("t"), [office, user]),
    begin("recognitions", "title_sort", there("t"), [office, user]),
  ]);
}

const answers: Readonly<Record<string, (asked: URLSearchParams) => Promise<unknown>>> = {
  "/list": list,
  "/partner": (asked) => partner(asked.get("id") ?? ""),
  "/dashboard": dashboard,
  "/page": (asked) => page(asked.get("begin") ?? "", asked.get("id") ?? ""),
  "/search": (asked) => search(asked.get("text") ?? ""),
  "/write": () => writeCollaboration(pool, { office, user }),
};

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://floor");
  const answer = answers[pathname];
  if (!answer) {
    response.writeHead(404).end();
    return;
  }
  answer(searchParams).then(
    (body) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(process.env["PORT"]));
