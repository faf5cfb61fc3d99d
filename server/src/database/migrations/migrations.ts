import { MainJob1764000000000 } from "./1764000000000-main-job.ts";

/** Every migration, the oldest first; one that has been released is never edited. */
export const migrations = [MainJob1764000000000] as const;
