import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { API_TOKEN_SCOPE_LABELS, ROLE_LABELS, USER_STATUS_LABELS } from "../vocabularies.ts";
import { code, country, emailAddress, line, newId, reference, shown } from "./fields.ts";
import { filterCodes, filterIds, filterText } from "./records.ts";

const email = emailAddress;

const typedPassword = z
  .string({ error: "The password is missing. Type it." })
  .min(1, "The password is empty. Type it.")
  .max(LIMITS.password, `The password is longer than ${LIMITS.password} characters. Check what you pasted.`);

const typedCode = z.string().max(30, "The one-time code is too long. It has six digits.");

export const signInRule = z.object({ email, password: typedPassword, code: typedCode.nullish() });

/** Where a password alone is asked for, or a one-time code alone. */
export const passwordRule = z.object({ password: typedPassword });
export const codeRule = z.object({ code: typedCode.min(1, "The code is missing. Type it.") });

/**
 * A password that somebody chooses, after NIST SP 800-63B-4: at least 15 characters where it may be all that is asked
 * for, any characters, nothing about which kinds. Whether it is among those that are guessed first, the server tells.
 */
export const newPassword = z
  .string({ error: "The password is missing. Type it." })
  .max(LIMITS.password, `The password is longer than ${LIMITS.password} characters. Choose a shorter one.`)
  .refine(
    (value) => [...value.normalize("NFC")].length >= LIMITS.minPassword,
    `The password has fewer than ${LIMITS.minPassword} characters. Choose a longer one, as some words that do not belong together.`,
  );

export const passwordResetRule = z.object({ email });

export const setPasswordRule = z.object({
  token: z.string().min(1).max(200, "This link is not whole. Open it again from the message."),
  password: newPassword,
});
export const changePasswordRule = z.object({ current: typedPassword, password: newPassword });

const userName = line("The name", LIMITS.name);
const userRole = code("The role", ROLE_LABELS);
const userOffice = reference("The office");

export const inviteUserRule = z.object({ id: newId, name: userName, email, role: userRole, office: userOffice });
export const updateUserRule = z.object({
  name: userName.optional(),
  email: email.optional(),
  role: userRole.optional(),
  office: userOffice.optional(),
});

const wrongDays = ({ input }: { readonly input?: unknown }) =>
  `"days" is ${shown(input)}. A token lasts 1 to ${LIMITS.tokenDays} days.`;

export const apiTokenRule = z.object({
  name: line("The name of a token", 100),
  scope: code("The scope", API_TOKEN_SCOPE_LABELS),
  days: z.preprocess(
    (value) => value ?? 90,
    z
      .number({ error: wrongDays })
      .refine((value) => Number.isInteger(value) && value >= 1 && value <= LIMITS.tokenDays, { error: wrongDays }),
  ),
});

export const userFilterRule = z.object({
  text: filterText,
  role: filterCodes("A role", ROLE_LABELS),
  office: filterIds("An office"),
  status: filterCodes("A status", USER_STATUS_LABELS),
});
export type UserFilter = z.output<typeof userFilterRule>;

/** The first user of an installation, and their office. */
export const administratorRule = z.object({
  name: userName,
  email,
  office: line("The office", LIMITS.name),
  country,
  password: newPassword,
});
