import type { Checked, FieldIssue } from "@concord/shared/rules/check";
import { useForm } from "@mantine/form";
import { useEffect, useEffectEvent, useState } from "react";
import { v7 } from "uuid";
import { type Failure, failureOf } from "./failure.ts";

interface RecordFormOptions<Values extends object, Input extends object> {
  /** The record as the form begins with; of a new record, what it starts from. */
  readonly initial: Values;
  /** Null for a new record. */
  readonly version: number | null;
  /** The rules that the server runs, too. */
  readonly check: (values: Values) => Checked<Input>;
  readonly create: (input: Input & { id: string }) => Promise<string>;
  readonly update: (version: number, changed: Partial<Input>) => Promise<string>;
  readonly onSaved: (id: string) => void;
}

/** Somebody else changed the record: their version of it, in the shape of the form. */
interface Conflict<Values> {
  readonly version: number;
  readonly theirs: Values;
}

/**
 * The one way in which a form is checked and saved. A new record gets its id here, so that sending it twice makes one;
 * of a changed one, only the fields that differ are sent.
 */
export function useRecordForm<Values extends Record<string, unknown>, Input extends object>(
  options: RecordFormOptions<Values, Input>,
) {
  const form = useForm<Values>({ mode: "controlled", initialValues: options.initial });
  const [base, setBase] = useState({ values: options.initial, version: options.version });
  const [newId] = useState(() => v7());
  const [saving, setSaving] = useState(false);
  const [savedId, setSavedId] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<Conflict<Values> | null>(null);

  const { onSaved } = options;
  const leave = useEffectEvent((id: string) => onSaved(id));
  useEffect(() => {
    // Only when it has been drawn as saved does the guard over unsaved changes let the page go.
    if (savedId !== null) leave(savedId);
  }, [savedId]);

  function showIssues(issues: readonly FieldIssue[]) {
    form.setErrors(Object.fromEntries(issues.map(({ path, message }) => [path, message])));
    setFailure({
      code: "BAD_USER_INPUT",
      message: issues.length === 1 ? "One field needs another look." : `${issues.length} fields need another look.`,
      fields: issues,
      current: null,
    });
    focusFirstFault();
  }

  function meet(error: unknown) {
    const met = failureOf(error);
    if (met.code === "CONFLICT" && met.current) {
      setConflict({ version: Number(met.current["version"]), theirs: inShapeOf(options.initial, met.current) });
    } else if (met.fields.length > 0) showIssues(met.fields);
    else setFailure(met);
  }

  async function save(values: Values, from: { readonly values: Values; readonly version: number | null }) {
    form.clearErrors();
    setFailure(null);
    const checked = options.check(values);
    if (!checked.ok) {
      showIssues(checked.issues);
      return;
    }
    setSaving(true);
    try {
      const id =
        from.version === null
          ? await options.create({ ...checked.value, id: newId })
          : await options.update(from.version, changedFields(options.check(from.values), checked.value));
      setSavedId(id);
    } catch (error) {
      meet(error);
    } finally {
      setSaving(false);
    }
  }

  return {
    form,
    base: base.values,
    saving,
    failure,
    conflict,
    isDirty: savedId === null && form.isDirty(),
    submit: () => save(form.values, base),
    /** Saves what was chosen of both versions on top of theirs. */
    resolveConflict: (merged: Values) => {
      if (!conflict) return;
      const next = { values: conflict.theirs, version: conflict.version };
      setBase(next);
      setConflict(null);
      form.setValues(merged);
      void save(merged, next);
    },
    dismissConflict: () => setConflict(null),
  };
}

export type RecordForm<Values extends Record<string, unknown>> = ReturnType<
  typeof useRecordForm<Values, Record<string, unknown>>
>;

/** The fields that differ between what the form began with and what it holds. */
function changedFields<Input extends object>(before: Checked<Input>, after: Input): Partial<Input> {
  if (!before.ok) return after;
  const known = new Map(Object.entries(before.value));
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(known.get(field) ?? null) !== JSON.stringify(value ?? null),
  );
  // biome-ignore lint/plugin: a selection of the fields of an Input is a part of one
  return Object.fromEntries(changed) as Partial<Input>;
}

/** The snapshot of a conflict has the shape of the input, as the form has; fields that the form does not know are left out. */
function inShapeOf<Values extends object>(shape: Values, current: Readonly<Record<string, unknown>>): Values {
  const fields = Object.entries(shape).map(([field, value]) => [field, field in current ? current[field] : value]);
  // biome-ignore lint/plugin: the server answers a conflict in the shape of the input, which is the form's
  return Object.fromEntries(fields) as Values;
}

function focusFirstFault() {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>("main [aria-invalid='true']")?.focus();
  });
}
