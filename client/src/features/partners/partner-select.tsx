import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { PartnerChoicesDocument } from "../../generated/graphql.ts";
import { countryName } from "../../ui/country-names.ts";
import { partnerName } from "../../ui/partner-name.ts";
import { SearchMultiSelect, SearchSelect, type UseChoices } from "../../ui/search-select.tsx";

/** Partners by name, acronym or alias; the country tells two of one name apart. */
const usePartnerChoices: UseChoices = (text) => {
  const { data, previousData, loading } = useQuery(PartnerChoicesDocument, { variables: { filter: { text } } });
  const partners = (data ?? previousData)?.partners.edges.map((edge) => edge.node) ?? [];
  return {
    choices: partners.map(({ id, name, shortName, country }) => ({
      id,
      name: [partnerName({ name, shortName }), country ? countryName(country) : ""].filter(Boolean).join(", "),
    })),
    loading,
  };
};

interface PartnerSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
  readonly withAsterisk?: boolean;
  readonly description?: string;
}

export function PartnerSelect(props: PartnerSelectProps) {
  return <SearchSelect useChoices={usePartnerChoices} {...props} />;
}

interface PartnerMultiSelectProps {
  readonly label: string;
  readonly value: readonly string[] | null | undefined;
  readonly onChange: (value: string[]) => void;
  readonly error?: ReactNode;
}

export function PartnerMultiSelect(props: PartnerMultiSelectProps) {
  return <SearchMultiSelect useChoices={usePartnerChoices} {...props} />;
}
