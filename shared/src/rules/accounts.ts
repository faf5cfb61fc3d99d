import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { ROLE_LABELS } from "../vocabularies.ts";
import { country, line, shown } from "./fields.ts";
import { filterCodes, filterIds, filterText } from "./records.ts";

/** An e-mail address in lower case; whether it exists, only a message to it can tell. */
export const email = line("The e-mail address", LIMITS.email)
  .transform((value) => value.toLowerCase())
  .superRefine((value, context) => {
    if (!/^[^\s@]+@[^\s@]+$/.test(value))
      context.addIssue({
        code: "custom",
        message: `${shown(value)} is not an e-mail address. Write it as name@example.org.`,
      });
  });

export const signInRule = z.object({
  email,
  password: z
    .string({ error: "The password is missing. Type it." })
    .min(1, "The password is empty. Type it.")
    .max(LIMITS.password, `The password is longer than ${LIMITS.password} characters. Check what you pasted.`),
  code: z.string().max(20, "The one-time code is too long. It has six digits.").nullish(),
});

export const userFilterRule = z.object({
  text: filterText,
  role: filterCodes("A role", ROLE_LABELS),
  office: filterIds("An office"),
});
export type UserFilter = z.output<typeof userFilterRule>;

/** The first user of an installation, and their office. */
export const administratorRule = z.object({
  name: line("The name", LIMITS.name),
  email,
  office: line("The office", LIMITS.name),
  country,
  password: z
    .string({ error: "The password is missing. Type it." })
    .min(12, "The password has fewer than 12 characters. Choose a longer one.")
    .max(LIMITS.password, `The password is longer than ${LIMITS.password} characters. Choose a shorter one.`),
});
