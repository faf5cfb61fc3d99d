import { LIMITS } from "@concord/shared/limits";
import { t } from "@lingui/core/macro";
import { PasswordInput, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useFocusOnMount } from "../../ui/focus-on-mount.ts";

interface SecretForm {
  getInputProps(path: string): { readonly error?: ReactNode };
}

interface SecretFieldProps {
  readonly form: SecretForm;
  /** Of the value within the form. */
  readonly path: string;
  readonly label: string;
}

interface FirstFieldProps extends SecretFieldProps {
  /** Whether it gets the focus as soon as it is drawn, in a dialog too. */
  readonly first?: boolean;
}

/** What an input needs of the form; a password input does not tell by itself that it has a fault. */
function fieldOf(form: SecretForm, path: string) {
  const props = form.getInputProps(path);
  return { ...props, "aria-invalid": props.error ? true : undefined };
}

/** A password that somebody has. */
export function PasswordField({ form, path, label, first = false }: FirstFieldProps) {
  const focused = useFocusOnMount<HTMLInputElement>(first);
  return (
    <PasswordInput
      ref={focused}
      label={label}
      autoComplete="current-password"
      visibilityToggleButtonProps={{ "aria-label": t`Show the password` }}
      data-autofocus={first}
      {...fieldOf(form, path)}
    />
  );
}

/** A password that somebody chooses. */
export function NewPasswordField({ form, path, label }: SecretFieldProps) {
  return (
    <PasswordInput
      label={label}
      description={t`At least ${{ least: LIMITS.minPassword }} characters. Some words that do not belong together are easy to remember and hard to guess; there are no other rules.`}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ "aria-label": t`Show the new password` }}
      {...fieldOf(form, path)}
    />
  );
}

/** A one-time code, or a recovery code, which has letters. */
export function CodeField({ form, path, label, first = false }: FirstFieldProps) {
  const focused = useFocusOnMount<HTMLInputElement>(first);
  return (
    <TextInput
      ref={focused}
      label={label}
      description={t`The six digits that your authenticator app shows now, or one of your recovery codes.`}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      data-autofocus={first}
      {...fieldOf(form, path)}
    />
  );
}
