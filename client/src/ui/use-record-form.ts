import type { Checked, FieldIssue } from "@concord/shared/rules/check";
import { RECORD_KIND_LABELS, type RecordKind } from "@concord/shared/vocabularies";
import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg, plural, t } from "@lingui/core/macro";
import { useForm } from "@mantine/form";
import { useEffect, useEffectEvent, useState } from "react";
import { v7 } from "uuid";
import { type Failure, failureOf, UNREACHABLE } from "./failure.ts";
import { errorsOf, useFocusOnFaults } from "./form-faults.ts";
import { useKeptForm } from "./use-kept-form.ts";
import { wordsOf } from "./words.ts";

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
  /** The save waits for the line; of a new record with the id that it will have. */
  readonly onWaiting?: (id: string) => void;
  /** What is kept in the browser until it is sent; a form that has none is kept nowhere. */
  readonly keep?: Keeping<Values>;
}

interface Keeping<Values> {
  readonly kind: RecordKind;
  /** Null for a new record. */
  readonly id: string | null;
  /** What a person calls the record with these values; empty while it has no name. */
  readonly nameOf: (values: Values) => string;
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
  const [newId, setNewId] = useState(() => v7());
  const [saving, setSaving] = useState(false);
  const [savedId, setSavedId] = useState<string | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<Conflict<Values> | null>(null);
  const focusOnFaults = useFocusOnFaults();

  const isDirty = form.isDirty();
  const { keep } = options;
  const snapshotOf = (values: Values, from: typeof base) => ({
    title: keep ? titleOf(keep, values) : "",
    values,
    base: from,
    newId,
  });
  const kept = useKeptForm({
    isKept: keep !== undefined,
    values: form.values,
    isDirty,
    isDone: saving || savedId !== null || isWaiting,
    snapshot: () => snapshotOf(form.values, base),
    restore: (found) => {
      const began = { values: inShapeOf(options.initial, found.base.values), version: found.base.version };
      setBase(began);
      setNewId(found.newId);
      form.setValues(inShapeOf(options.initial, found.values));
    },
    reset: () => {
      setBase({ values: options.initial, version: options.version });
      form.setValues(options.initial);
      setFailure(null);
      form.clearErrors();
    },
  });

  const { onSaved } = options;
  const leave = useEffectEvent(async (id: string) => {
    await kept.keptForms?.remove(kept.path);
    onSaved(id);
  });
  useEffect(() => {
    if (savedId !== null) void leave(savedId);
  }, [savedId]);

  function showIssues(issues: readonly FieldIssue[]) {
    form.setErrors(errorsOf(issues));
    setFailure({
      code: "BAD_USER_INPUT",
      message: plural(issues.length, { one: "One field needs another look.", other: "# fields need another look." }),
      fields: issues,
      current: null,
      wantsCode: false,
    });
    focusOnFaults();
  }

  /** Keeps what is about to be sent: the session may have ended, and the sign-in page takes this one's place. */
  async function keepDraft(values: Values, from: typeof base): Promise<void> {
    if (!keep || !isDirty) return;
    const { path } = kept;
    const draft = { ...snapshotOf(values, from), slot: path, path, keptAt: new Date().toISOString(), waiting: null };
    // Where nothing can be kept, saving goes on all the same.
    await kept.keptForms?.put(draft).catch(() => undefined);
  }

  /** Without a line, what is to be saved waits for it; answers whether it can. */
  async function waitForLine(input: object, values: Values, from: typeof base): Promise<boolean> {
    if (!kept.keptForms || !keep) return false;
    const { kind, id } = keep;
    const slot = id === null ? newId : kept.path;
    await kept.keptForms.put({
      ...snapshotOf(values, from),
      slot,
      path: kept.path,
      keptAt: new Date().toISOString(),
      waiting: { kind, recordId: id, input, failure: null },
    });
    if (slot !== kept.path) await kept.keptForms.remove(kept.path);
    options.onWaiting?.(id ?? newId);
    setWaiting(true);
    return true;
  }

  function meet(met: Failure) {
    if (met.code === "CONFLICT" && met.current) {
      setConflict({ version: Number(met.current["version"]), theirs: inShapeOf(options.initial, met.current) });
    } else if (met.fields.length > 0) showIssues(met.fields);
    else setFailure(met);
  }

  async function save(values: Values, from: typeof base) {
    form.clearErrors();
    setFailure(null);
    const checked = options.check(values);
    if (!checked.ok) {
      showIssues(checked.issues);
      return;
    }
    setSaving(true);
    await keepDraft(values, from);
    const { value } = checked;
    const input = from.version === null ? value : changedFields(options.check(from.values), value);
    try {
      const id =
        from.version === null
          ? await options.create({ ...value, id: newId })
          : await options.update(from.version, input);
      setSavedId(id);
    } catch (error) {
      const met = failureOf(error);
      const waits = met.code === UNREACHABLE && (await waitForLine(input, values, from).catch(() => false));
      if (!waits) meet(met);
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
    /** What was put back of an earlier visit; null where the form began anew. */
    restored: kept.restored,
    isBack: kept.isBack,
    discard: () => void kept.discard(),
    /** Whether something is typed that will be there at the next visit. */
    isKept: isDirty && kept.keptForms !== null,
    /** Whether something is typed that would be lost by leaving. */
    isUnkept: isDirty && savedId === null && kept.keptForms === null,
    /** Whether the save waits for the line, and the form is done. */
    isWaiting,
    /** Whether it is saved, or will be as soon as there is a line. */
    isDone: savedId !== null || isWaiting,
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

const NEW: Readonly<Record<RecordKind, MessageDescriptor>> = {
  PARTNER: msg`New partner`,
  PERSON: msg`New person`,
  COLLABORATION: msg`New collaboration`,
  RECOGNITION: msg`New recognition`,
  STATEMENT: msg`New statement`,
};

/** "New partner: Cebu Women's Shelter" */
function titleOf<Values>({ kind, id, nameOf }: Keeping<Values>, values: Values): string {
  const what = id === null ? i18n._(NEW[kind]) : wordsOf(RECORD_KIND_LABELS)[kind];
  const name = nameOf(values);
  return name === "" ? what : t`${what}: ${name}`;
}
