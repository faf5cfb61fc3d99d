import { ROLE_LABELS, type Role } from "@concord/shared/vocabularies";
import { ask } from "./api.ts";
import { expect, type Person } from "./story.ts";

/** What the users of stories choose for a password. */
export const PASSWORD = "kettle ladder fjord velvet";

interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly office: string;
}

/** An administrator, who is signed in, invites somebody, and is shown the link to hand over. */
export async function inviteByForm(administrator: Person, { name, email, role, office }: NewUser): Promise<string> {
  const { page } = administrator;
  await page.goto("/users/new");
  await administrator.fill("Name", name);
  await administrator.fill("E-mail", email);
  await administrator.choose("Role", ROLE_LABELS[role]);
  await administrator.choose("Office", office);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(administrator.heading(`${name} is invited`)).toBeVisible();
  return page.getByRole("textbox", { name: "Link" }).inputValue();
}

/** Who was invited chooses a password by the link, and signs in with it. */
export async function comeIn(invited: Person, link: string, email: string): Promise<void> {
  const input = { token: new URL(link).hash.slice(1), password: PASSWORD };
  const set = "mutation($input: SetPasswordInput!) { setPassword(input: $input) }";
  expect(await ask(invited.page.request, set, { input })).toEqual({ setPassword: email });
  await signInWithPassword(invited, email);
  await expect(invited.heading("Dashboard")).toBeVisible();
}

/** Types e-mail and password at the sign-in page. */
export async function signInWithPassword({ page }: Person, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
