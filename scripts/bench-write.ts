import type { Connection, Pool, RowDataPacket } from "mysql2/promise";

/** What is written by `npm run bench`, in the same words by Concord and by the floor. */

const PARTNERS = 300;

/** Partners with whom what is written was done: many, as in life, so that none of them grows by the bench itself. */
export async function partnersOfBench(connection: Pick<Connection | Pool, "query">): Promise<readonly string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT id FROM partners WHERE id LIKE '019ab3c0-1000-%' AND status = 'ACTIVE' ORDER BY id LIMIT ${PARTNERS}`,
  );
  return rows.map((row) => String(row["id"]));
}

let written = 0;

/** The input of a collaboration that nobody wrote before, with the next three of the partners. */
export function newCollaboration(partners: readonly string[]) {
  written += 1;
  const participants = ["LEAD", "SUPPORT", "SUPPORT"].map((role, index) => ({
    partner: partners[(written * 3 + index) % partners.length] ?? "",
    role,
  }));
  const day = String((written % 28) + 1).padStart(2, "0");
  return {
    title: `Operation ${written.toString(36)} at ${Date.now().toString(36)}`,
    kind: "JOINT_OPERATION",
    stage: "COMPLETED",
    begin: `2019-03-${day}`,
    place: "Cebu",
    country: "PH",
    summary: "A joint operation with the police and two shelters.",
    focusAreas: ["BONDED_LABOUR"],
    participants,
    outcomes: [
      { measure: "PEOPLE_RESCUED", count: 12 },
      { measure: "SUSPECTS_ARRESTED", count: 2 },
    ],
  };
}
