import { createServer } from "node:http";
import { createPool, type RowDataPacket } from "mysql2/promise";

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

/** Totals, by year and by country. */
async function dashboard(): Promise<unknown> {
  const scope = `FROM collaborations t LEFT JOIN outcomes o ON o.collaboration_id = t.id AND o.measure = 'PEOPLE_RESCUED' WHERE ${there("t")}`;
  const by = (value: string) =>
    rows(`SELECT ${value} AS value, COUNT(*) AS total, SUM(o.amount) AS rescued ${scope} GROUP BY ${value}`, [
      office,
      user,
    ]);
  return Promise.all([
    rows("SELECT COUNT(*) AS total FROM partners WHERE deleted_at IS NULL", []),
    rows(`SELECT COUNT(*) AS total, SUM(o.amount) AS rescued ${scope}`, [office, user]),
    rows(`SELECT t.direction, COUNT(*) AS total FROM recognitions t WHERE ${there("t")} GROUP BY t.direction`, [
      office,
      user,
    ]),
    by("SUBSTR(t.begin_first, 1, 4)"),
    by("t.country"),
  ]);
}

const answers = new Map([
  ["/list", list],
  ["/dashboard", dashboard],
]);

createServer((request, response) => {
  const answer = answers.get(request.url ?? "");
  if (!answer) {
    response.writeHead(404).end();
    return;
  }
  answer().then(
    (body) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(process.env["PORT"]));
