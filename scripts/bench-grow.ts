import { type Connection, createConnection, type RowDataPacket } from "mysql2/promise";

/**
 * Makes a register a thousand times as large as one would like to wait for: every record that the seed made is copied, with
 * what points to it, under another id. A copy counts for what its original counts for, so that the sums are multiplied.
 */

/** Tables of records, and of what belongs to them, with the columns that hold ids of records. */
const TABLES: readonly (readonly [string, ...string[]])[] = [
  ["partners", "id", "parent_id"],
  ["collaborations", "id"],
  ["recognitions", "id"],
  ["participants", "collaboration_id", "partner_id"],
  ["outcomes", "collaboration_id"],
  ["recognition_parties", "recognition_id", "partner_id"],
  ["record_focus_areas", "record_id"],
  ["search_terms", "record_id"],
  ["counted", "record_id"],
  ["relations", "partner_id"],
];

/** What the ids of the seed begin with; a copy has its number in place of the zeros. */
const MADE = "019ab3c0-1000-";
const prefixOf = (copy: number) => `019ab3c0-1${copy.toString(16).padStart(3, "0")}-`;
const SUMS = `total people_rescued children_brought_to_safety suspects_arrested suspects_restrained suspects_charged
  convictions people_trained survivors_supported messages_sent`.split(/\s+/);

/**
 * Grows a register of one copy, the original, by those from the number `first` to before `end`.
 * @param database its address
 */
export async function growRegister(database: string, first: number, end: number): Promise<void> {
  const connection = await createConnection(database);
  try {
    await connection.query("SET SESSION unique_checks = 0");
    for (const [table, ...ids] of TABLES) {
      const columns = await columnsOf(connection, table);
      for (let copy = first; copy < end; copy += 1) {
        const values = columns.map((column) =>
          ids.includes(column)
            ? `CONCAT('${prefixOf(copy)}', SUBSTR(${column}, ${MADE.length + 1})) AS ${column}`
            : column,
        );
        await connection.query(
          `INSERT INTO ${table} (${columns.join()}) SELECT ${values.join()} FROM ${table} WHERE ${ids[0]} LIKE '${MADE}%'`,
        );
      }
    }
    await multiplySums(connection, first, end);
    for (const [table] of TABLES) await connection.query(`ANALYZE TABLE ${table}`);
    await connection.query("ANALYZE TABLE sums");
  } finally {
    await connection.end();
  }
}

async function columnsOf(connection: Connection, table: string): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(`SHOW COLUMNS FROM ${table}`);
  return rows.map((row) => String(row["Field"]));
}

const KEY = ["kind", "dims", "restricted", "grain", "office_id", "place", "focus_areas", "detail", "time"];
const isSame = (one: string, other: string) =>
  KEY.map((column) => `${one}.${column} = ${other}.${column}`).join(" AND ");

/** Remembers what the sums are before the seed: the demo data is not copied, and counts once. */
export async function rememberDemoSums(database: string): Promise<void> {
  const connection = await createConnection(database);
  await connection.query("CREATE TABLE bench_demo AS SELECT * FROM sums");
  await connection.end();
}

/** Remembers what the seed alone counts for, before the bench writes anything itself: that is not copied either. */
export async function rememberSeedSums(database: string): Promise<void> {
  const connection = await createConnection(database);
  const made = SUMS.map((column) => `s.${column} - COALESCE(d.${column}, 0) AS ${column}`);
  await connection.query(
    `CREATE TABLE bench_sums (PRIMARY KEY (${KEY.join()})) AS
     SELECT ${KEY.map((column) => `s.${column}`).join()}, ${made.join()} FROM sums s LEFT JOIN bench_demo d ON ${isSame("s", "d")}`,
  );
  await connection.end();
}

async function multiplySums(connection: Connection, first: number, end: number): Promise<void> {
  const added = SUMS.map((column) => `s.${column} = s.${column} + b.${column} * ${end - first}`);
  await connection.query(`UPDATE sums s JOIN bench_sums b ON ${isSame("s", "b")} SET ${added.join()}`);
}
