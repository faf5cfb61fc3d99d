import { Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";

interface TextForm {
  getInputProps(path: string): { readonly value?: unknown };
}

interface TextFieldProps {
  readonly form: TextForm;
  /** Of the value within the form, as `positions.0.title`. */
  readonly path: string;
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly withAsterisk?: boolean;
}

/** What a text input needs of the form; a value that is empty is shown as no text. */
function textOf(form: TextForm, path: string) {
  const props = form.getInputProps(path);
  return { ...props, value: typeof props.value === "string" ? props.value : "" };
}

/** One line of text of a form. */
export function TextField({ form, path, ...props }: TextFieldProps) {
  return <TextInput {...props} {...textOf(form, path)} />;
}

interface TextAreaFieldProps extends TextFieldProps {
  readonly minRows: number;
}

/** Several lines of text of a form. */
export function TextAreaField({ form, path, ...props }: TextAreaFieldProps) {
  return <Textarea autosize maxRows={20} {...props} {...textOf(form, path)} />;
}

interface ValueForm<Values> {
  readonly values: Values;
  readonly errors: Readonly<Record<string, ReactNode>>;
  setFieldValue(path: string, value: unknown): void;
}

/** What any other input needs of the form for one of its fields: the value, its fault, and how to change it. */
export function bound<Values extends object, Key extends keyof Values & string>(form: ValueForm<Values>, key: Key) {
  return {
    value: form.values[key],
    error: form.errors[key],
    onChange: (value: Values[Key]) => form.setFieldValue(key, value),
  };
}
