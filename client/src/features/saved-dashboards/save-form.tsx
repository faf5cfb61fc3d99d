import { useApolloClient } from "@apollo/client/react";
import { checkInput } from "@concord/shared/rules/check";
import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { saveDashboardRule } from "@concord/shared/rules/saved-dashboards";
import { DASHBOARD_PERIOD_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Checkbox, Text, TextInput } from "@mantine/core";
import { SaveDashboardDocument } from "../../generated/graphql.ts";
import { notify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { ShortFormFrame } from "../../ui/short-form.tsx";
import { useShortForm } from "../../ui/use-short-form.ts";
import { wordsOf } from "../../ui/words.ts";
import { writeAndForget } from "../../ui/write.ts";
import { filterWords } from "../dashboards/filter-words.ts";
import { periodOf } from "../dashboards/named-period.ts";

interface SaveFormProps {
  readonly filter: DashboardFilter;
  readonly onDone: () => void;
}

interface Values extends Record<string, unknown> {
  readonly name: string;
  readonly monthly: boolean;
}

/** Keeps the dashboard's filter under a name. */
export function SaveForm({ filter, onDone }: SaveFormProps) {
  const client = useApolloClient();
  const { sendsMail } = useSession().installation;
  const period = periodOf(filter);
  const periodWords = period && wordsOf(DASHBOARD_PERIOD_LABELS)[period];
  const initial: Values = { name: "", monthly: false };
  const short = useShortForm({
    initial,
    check: (values) => checkInput(saveDashboardRule, { ...values, filter, period }),
    send: async (input) => {
      await writeAndForget(client, SaveDashboardDocument, { input });
      const { name } = input;
      notify({ message: t`“${name}” is saved.` });
      onDone();
    },
  });
  return (
    <ShortFormFrame short={short} submitLabel={t`Save`} onCancel={onDone}>
      <Text size="sm">{filterWords(filter, periodWords)}</Text>
      {period && (
        <Text size="sm" c="dimmed">
          <Trans>The period goes along with time: it is counted anew on each day.</Trans>
        </Text>
      )}
      <TextInput label={t`Name`} data-autofocus {...short.form.getInputProps("name")} />
      {sendsMail && <MonthlyCheckbox {...short.form.getInputProps("monthly", { type: "checkbox" })} />}
    </ShortFormFrame>
  );
}

function MonthlyCheckbox(props: object) {
  return (
    <Checkbox
      label={t`Mail me each month`}
      description={t`At its beginning, with the PDF. Since e-mail leaves Concord, what is restricted is not counted.`}
      {...props}
    />
  );
}
