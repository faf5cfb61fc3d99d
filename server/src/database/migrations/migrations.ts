import { MainJob1764000000000 } from "./1764000000000-main-job.ts";
import { AuditLog1764100000000 } from "./1764100000000-audit-log.ts";
import { Accounts1764200000000 } from "./1764200000000-accounts.ts";
import { TrueNames1764300000000 } from "./1764300000000-true-names.ts";
import { Files1764400000000 } from "./1764400000000-files.ts";
import { LinkWrites1764500000000 } from "./1764500000000-link-writes.ts";
import { Duplicates1764550000000 } from "./1764550000000-duplicates.ts";
import { Merges1764600000000 } from "./1764600000000-merges.ts";
import { Imports1764700000000 } from "./1764700000000-imports.ts";
import { Permissions1764800000000 } from "./1764800000000-permissions.ts";
import { Sums1765000000000 } from "./1765000000000-sums.ts";
import { SavedDashboards1765100000000 } from "./1765100000000-saved-dashboards.ts";
import { Given1765200000000 } from "./1765200000000-given.ts";
import { RelationStates1765300000000 } from "./1765300000000-relation-states.ts";
import { RelationsUnderWay1765400000000 } from "./1765400000000-relations-under-way.ts";

/** Every migration, the oldest first; one that has been released is never edited. */
export const migrations = [
  MainJob1764000000000,
  AuditLog1764100000000,
  Accounts1764200000000,
  TrueNames1764300000000,
  Files1764400000000,
  LinkWrites1764500000000,
  Duplicates1764550000000,
  Merges1764600000000,
  Imports1764700000000,
  Permissions1764800000000,
  Sums1765000000000,
  SavedDashboards1765100000000,
  Given1765200000000,
  RelationStates1765300000000,
  RelationsUnderWay1765400000000,
] as const;
