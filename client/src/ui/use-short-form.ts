import type { Checked, FieldIssue } from "@concord/shared/rules/check";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { type Failure, failureOf } from "./failure.ts";
import { errorsOf, useFocusOnFaults } from "./form-faults.ts";

interface ShortFormOptions<Values extends object, Input> {
  readonly initial: Values;
  /** The rules that the server runs, too. */
  readonly check: (values: Values) => Checked<Input>;
  readonly send: (input: Input) => Promise<void>;
}

/**
 * The one way in which a few fields are checked and sent that are no record: a sign-in, a new password, a code. Faults
 * of a field stand beside it, all others above the form.
 */
export function useShortForm<Values extends Record<string, unknown>, Input>(options: ShortFormOptions<Values, Input>) {
  const form = useForm<Values>({ mode: "controlled", initialValues: options.initial });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Pick<Failure, "message"> | null>(null);
  const focusOnFaults = useFocusOnFaults();

  function meet({ fields, message }: { readonly fields: readonly FieldIssue[]; readonly message: string }) {
    const here = fields.filter(({ path }) => path in options.initial);
    form.setErrors(errorsOf(here));
    if (here.length > 0) focusOnFaults();
    if (here.length === 0 || here.length < fields.length) setFailure({ message });
  }

  async function submit(values: Values = form.values) {
    form.clearErrors();
    setFailure(null);
    const checked = options.check(values);
    if (!checked.ok) {
      meet({ fields: checked.issues, message: checked.issues.map((issue) => issue.message).join(" ") });
      return;
    }
    setBusy(true);
    try {
      await options.send(checked.value);
    } catch (error) {
      meet(failureOf(error));
    } finally {
      setBusy(false);
    }
  }

  return { form, busy, failure, submit };
}
