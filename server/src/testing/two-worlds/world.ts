import { fold } from "@concord/shared/fold";
import type { Role } from "@concord/shared/vocabularies";
import sql, { raw } from "sql-template-tag";
import { vi } from "vitest";
import { policies } from "../../access/policies.ts";
import type { Viewer } from "../../access/viewer.ts";
import { textOf } from "../../database/rows.ts";
import { newUser, userEntity } from "../../features/accounts/accounts.entity.ts";
import { demoId } from "../../features/demo/demo.service.ts";
import { TestApplication, type Visitor } from "../application.ts";

const HERE = demoId("office-manila");
const ELSEWHERE = demoId("office-nairobi");
export const OFFICES = [HERE, ELSEWHERE] as const;

const member = (role: Role, officeId: string, key: string) => ({ id: demoId(`world ${key}`), role, officeId, key });

/** Whoever acts in the worlds, a role and an office each. */
export const CAST = {
  manager: member("PARTNERSHIP_MANAGER", HERE, "manager"),
  otherManager: member("PARTNERSHIP_MANAGER", ELSEWHERE, "otherManager"),
  regional: member("REGIONAL_OFFICE", HERE, "regional"),
  otherRegional: member("REGIONAL_OFFICE", ELSEWHERE, "otherRegional"),
  leader: member("LEADERSHIP", HERE, "leader"),
  otherLeader: member("LEADERSHIP", ELSEWHERE, "otherLeader"),
  administrator: member("ADMINISTRATOR", HERE, "administrator"),
} as const;
export type Who = keyof typeof CAST;

const BEGIN = Date.parse("2026-03-01T08:00:00Z");

/** Sets the clock of both worlds: what is done at the same moment bears the same time in both. */
export function setClock(moment: number): void {
  vi.setSystemTime(BEGIN + moment * 1000);
}

/** A whole application with the cast; what is not among the records of the test is the demo data. */
export class World {
  readonly application: TestApplication;
  private readonly visitors: ReadonlyMap<string, Visitor>;

  private constructor(application: TestApplication, visitors: ReadonlyMap<string, Visitor>) {
    this.application = application;
    this.visitors = visitors;
  }

  static async open(): Promise<World> {
    setClock(0);
    const application = await TestApplication.open();
    const visitors = new Map<string, Visitor>();
    await application.database.transaction((transaction) =>
      transaction.insert(
        userEntity,
        Object.values(CAST).map(({ key, ...user }) =>
          newUser({ ...user, name: key, nameSort: fold(key), email: `${key}@world.example`, passwordHash: null }),
        ),
      ),
    );
    for (const { id, key } of Object.values(CAST)) visitors.set(key, await application.sessionOf(id, true));
    return new World(application, visitors);
  }

  as(who: Who): Visitor {
    return this.visitors.get(who) ?? this.application.visitor();
  }

  /** The records, present or in the trash, that the rule for one record denies to the viewer. */
  async hiddenFrom(viewer: Viewer): Promise<string[]> {
    const hidden: string[] = [];
    const { database } = this.application;
    for (const { table, policy } of Object.values(policies)) {
      const members = await database.raw(sql`SELECT record_id, user_id FROM record_members`);
      const memberIds = Map.groupBy(members, (row) => textOf(row, "record_id"));
      for (const row of await database.raw(sql`SELECT * FROM ${raw(table)}`)) {
        const facts = {
          officeId: textOf(row, "office_id"),
          confidentiality: row["confidentiality"] === "RESTRICTED" ? "RESTRICTED" : "INTERNAL",
          memberIds: (memberIds.get(textOf(row, "id")) ?? []).map((named) => textOf(named, "user_id")),
        } as const;
        if (!policy.read.allows(viewer, facts)) hidden.push(textOf(row, "id"));
      }
    }
    return hidden;
  }

  /** The record that the newest entry of the log is about, where it says that a true name was caught. */
  async caughtIn(): Promise<string | null> {
    const [newest] = await this.application.database.raw(
      sql`SELECT action, record_id FROM audit_log ORDER BY sequence DESC LIMIT 1`,
    );
    return newest && newest["action"] === "TRUE_NAME_CAUGHT" ? textOf(newest, "record_id") : null;
  }

  close(): Promise<void> {
    return this.application.close();
  }
}
