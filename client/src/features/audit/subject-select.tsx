import { useQuery } from "@apollo/client/react";
import { RECORD_KIND_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { SearchDocument } from "../../generated/graphql.ts";
import { SearchMultiSelect, type UseChoices } from "../../ui/search-select.tsx";
import { wordsOf } from "../../ui/words.ts";
import { useEverybody } from "../accounts/member-select.tsx";

const RECORDS = 10;

/** Records as the search finds them, then users. */
const useSubjects: UseChoices = (text) => {
  const words = text.trim();
  const { data, loading } = useQuery(SearchDocument, {
    variables: { text: words, first: RECORDS },
    skip: words === "",
  });
  const users = useEverybody(words);
  const records = data?.search.edges.map(({ node }) => node) ?? [];
  return {
    choices: [
      ...records.map(({ id, title, kind }) => ({
        id,
        name: `${title} (${wordsOf(RECORD_KIND_LABELS)[kind]})`,
      })),
      ...users.choices,
    ],
    loading: loading || users.loading,
  };
};

interface SubjectSelectProps {
  readonly value: readonly string[] | null | undefined;
  readonly onChange: (value: string[]) => void;
}

/** What entries of the audit log are about, for their filter. */
export function SubjectSelect(props: SubjectSelectProps) {
  return <SearchMultiSelect label={t`About`} useChoices={useSubjects} {...props} />;
}
