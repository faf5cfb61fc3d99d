import { EntitySchema } from "typeorm";
import { id, instant, integer, optional, primary, text } from "../../database/columns.ts";

export type MailKind = "INVITATION" | "PASSWORD_RESET" | "PASSWORD_CHANGED" | "MONTHLY_DASHBOARD";

/** A message that is to go out. What it says is made when it goes, so that no link lies in the database. */
export interface MailJob {
  id: string;
  kind: MailKind;
  /** An e-mail address, which need not be a user's: then nothing is sent. */
  recipient: string;
  /** What it is about, where the recipient alone does not say that. */
  subjectId: string | null;
  createdAt: string;
  dueAt: string;
  attempts: number;
}

export const mailJobEntity = new EntitySchema<MailJob>({
  name: "mail_jobs",
  columns: {
    id: primary(id),
    kind: text(30),
    recipient: text(254),
    subjectId: optional(id),
    createdAt: instant,
    dueAt: instant,
    attempts: integer,
  },
});
