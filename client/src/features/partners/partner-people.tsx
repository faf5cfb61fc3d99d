import { Trans } from "@lingui/react/macro";
import { Anchor, List, Text } from "@mantine/core";
import { Link } from "react-router";
import { IntervalText } from "../../ui/dates.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import type { PartnerDetails } from "./partner-details.ts";

/** Who holds or held a position here, with what they are or were called. */
export function PartnerPeople({ partner }: { readonly partner: PartnerDetails }) {
  const people = partner.people.edges.map((edge) => edge.node);
  if (people.length === 0)
    return (
      <Text c="dimmed">
        <Trans>Nobody is known by name yet.</Trans>
      </Text>
    );
  return (
    <List listStyleType="none" spacing="xs">
      {people.map((person) => (
        <List.Item key={person.id}>
          <Anchor component={Link} to={recordPath("PERSON", person.id)} fw={600}>
            {person.name}
          </Anchor>
          {person.positions
            .filter((position) => position.partner?.id === partner.id)
            .map((position) => (
              <Text key={`${position.title} ${position.from ?? ""}`} size="sm" c="dimmed">
                {[position.rank, position.title].filter(Boolean).join(", ")}
                {(position.from || position.to) && (
                  <>
                    {" · "}
                    <IntervalText begin={position.from} end={position.to} />
                  </>
                )}
              </Text>
            ))}
        </List.Item>
      ))}
    </List>
  );
}
