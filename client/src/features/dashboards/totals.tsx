import type { DashboardFilter } from "@concord/shared/rules/dashboards";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, SimpleGrid, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import { numberText } from "../../ui/number-text.ts";
import { measureWords } from "../../ui/outcome-words.ts";
import { useSession } from "../../ui/session.ts";
import { collaborationsPath } from "../collaborations/paths.ts";
import { partnersPath } from "../partners/paths.ts";
import { recognitionsPath } from "../recognitions/paths.ts";
import { statementsPath } from "../statements/paths.ts";
import type { DashboardData } from "./dashboard-data.ts";
import classes from "./totals.module.css";

interface TotalsProps {
  readonly dashboard: DashboardData;
  readonly filter: DashboardFilter;
}

/** The great numbers; each is the count, or the sum, of the list to which it leads. */
export function Totals({ dashboard, filter }: TotalsProps) {
  const { shortName } = useSession().installation;
  const { office, country, focusArea, from, to } = filter;
  const others = dashboard.outcomes.filter((outcome) => outcome.measure !== "PEOPLE_RESCUED");
  const totals = [
    { label: t`partners`, count: dashboard.partners, path: partnersPath({ office, country, focusArea }) },
    { label: t`collaborations`, count: dashboard.collaborations, path: collaborationsPath(filter) },
    {
      label: t`people rescued`,
      count: dashboard.peopleRescued,
      path: collaborationsPath({ ...filter, measure: ["PEOPLE_RESCUED"] }),
    },
    {
      label: t`recognitions of ${shortName}`,
      count: dashboard.recognitionsReceived,
      path: recognitionsPath({ ...filter, direction: ["RECEIVED"] }),
    },
    {
      label: t`recognitions by ${shortName}`,
      count: dashboard.recognitionsGiven,
      path: recognitionsPath({ ...filter, direction: ["GIVEN"] }),
    },
    // A statement has no country of its own, so its list cannot be narrowed by one.
    {
      label: t`statements`,
      count: dashboard.statements,
      path: country ? null : statementsPath({ office, focusArea, from, to }),
    },
  ];
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
        {totals.map(({ label, count, path }) => (
          <Total key={label} label={label} count={count} path={path} />
        ))}
      </SimpleGrid>
      {others.length > 0 && (
        <ul className={classes["others"] ?? ""}>
          {others.map(({ measure, count }) => (
            <li key={measure}>
              <Anchor
                component={Link}
                to={collaborationsPath({ ...filter, measure: [measure] })}
                c="inherit"
                underline="always"
              >
                <OutcomeText measure={measure} count={count} />
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

function OutcomeText({ measure, count }: Pick<DashboardData["outcomes"][number], "measure" | "count">) {
  const number = numberText(count);
  const words = measureWords(measure, count);
  return (
    <Trans>
      <b>{number}</b> {words}
    </Trans>
  );
}

interface TotalProps {
  readonly label: string;
  readonly count: number;
  readonly path: string | null;
}

function Total({ label, count, path }: TotalProps) {
  const figures = (
    <>
      <Text span className={classes["count"] ?? ""}>
        {numberText(count)}
      </Text>
      <Text span size="sm" c="dimmed" className={classes["label"] ?? ""}>
        {label}
      </Text>
    </>
  );
  if (path === null) return <div className={`surface ${classes["total"] ?? ""}`}>{figures}</div>;
  return (
    <Link to={path} className={`surface ${classes["total"] ?? ""}`}>
      {figures}
    </Link>
  );
}
