import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Badge, Group, List, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import type { OfficePageQuery } from "../../generated/graphql.ts";
import { DateText, InstantText } from "../../ui/dates.tsx";
import { partnerName } from "../../ui/partner-name.ts";
import { recordPath, UNSENT_PATH } from "../../ui/record-paths.ts";
import { Section } from "../../ui/section.tsx";
import { useUnsent } from "../../ui/use-unsent.ts";
import { duplicatesPath } from "../duplicates/paths.ts";
import { partnersPath } from "../partners/paths.ts";
import { QuietMonthsSelect } from "../partners/quiet-months-select.tsx";

export interface OfficeProps {
  readonly office: string;
  readonly page: OfficePageQuery;
}

interface NamedPartner {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
}

function PartnerLink({ partner: { id, name, shortName } }: { readonly partner: NamedPartner }) {
  return (
    <Anchor component={Link} to={recordPath("PARTNER", id)}>
      {partnerName({ name, shortName })}
    </Anchor>
  );
}

/** How many partners the office has, and the newest of them. */
export function OfficePartners({ office, page: { partners } }: OfficeProps) {
  const count = partners.totalCount;
  return (
    <Section title={t`Partners`}>
      {count === 0 ? (
        <Text c="dimmed">
          <Trans>This office has no partner yet.</Trans>
        </Text>
      ) : (
        <Stack gap="xs">
          <Anchor component={Link} to={partnersPath({ office: [office] })} fw={600} underline="always">
            {plural(count, { one: "# partner", other: "# partners" })}
          </Anchor>
          <Text size="sm" c="dimmed">
            <Trans>The newest:</Trans>
          </Text>
          <List listStyleType="none" spacing="xs">
            {partners.edges.map(({ node }) => (
              <List.Item key={node.id}>
                <PartnerLink partner={node} />
                <Text size="sm" c="dimmed">
                  <InstantText value={node.createdAt} />
                </Text>
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Section>
  );
}

interface QuietPartnersProps extends OfficeProps {
  readonly quietMonths: number;
  readonly onQuietMonths: (months: number) => void;
}

/** Active partners with which nothing has been done for so long. */
export function QuietPartners({ office, page: { quiet }, quietMonths, onQuietMonths }: QuietPartnersProps) {
  const count = quiet.totalCount;
  return (
    <Section title={t`Gone quiet`}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed" maw="65ch">
          <Trans>
            Active partners with which nothing was done, is under way or is planned, and nothing was recognised, for so
            long.
          </Trans>
        </Text>
        <QuietMonthsSelect
          label={t`Nothing for`}
          value={quietMonths}
          onChange={(months) => months !== undefined && onQuietMonths(months)}
        />
        {count === 0 ? (
          <Text c="dimmed">
            <Trans>Nobody has gone quiet.</Trans>
          </Text>
        ) : (
          <Anchor component={Link} to={partnersPath({ office: [office], quietMonths })} fw={600} underline="always">
            {plural(count, { one: "# partner has gone quiet", other: "# partners have gone quiet" })}
          </Anchor>
        )}
        <List listStyleType="none" spacing="xs">
          {quiet.edges.map(({ node }) => (
            <List.Item key={node.id}>
              <PartnerLink partner={node} />
              <Text size="sm" c="dimmed">
                <LastTogether last={node.collaborations.edges[0]?.node ?? null} />
              </Text>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Section>
  );
}

function LastTogether({ last }: { readonly last: { readonly title: string; readonly begin: string | null } | null }) {
  if (!last) return t`No collaboration yet`;
  return (
    <Trans>
      Last together: {{ title: last.title }}, <DateText value={last.begin} />
    </Trans>
  );
}

/** Pairs about which the viewer may decide. */
export function OfficeDuplicates({ office, page: { duplicates } }: OfficeProps) {
  const count = duplicates.totalCount;
  return (
    <Section title={t`Duplicates to decide`}>
      {count === 0 ? (
        <Text c="dimmed">
          <Trans>No pair waits for you.</Trans>
        </Text>
      ) : (
        <Stack gap="xs">
          <Anchor
            component={Link}
            to={duplicatesPath({ office: [office], mayDecide: true })}
            fw={600}
            underline="always"
          >
            {plural(count, { one: "# pair to decide", other: "# pairs to decide" })}
          </Anchor>
          <List listStyleType="none" spacing="xs">
            {duplicates.edges.map(({ node }) => (
              <List.Item key={node.id}>
                <Text>{t`${{ one: node.one.name }} and ${{ other: node.other.name }}`}</Text>
                <Badge variant={node.certain ? "filled" : "outline"} color={node.certain ? "teal" : "gray"}>
                  {node.certain ? t`Almost certainly one` : t`Likely one`}
                </Badge>
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Section>
  );
}

const UNSENT_SHOWN = 5;

/** The viewer's own drafts and saves that are not sent, in this browser. */
export function OwnUnsent() {
  const { forms } = useUnsent();
  return (
    <Section title={t`Not sent yet`}>
      {forms.length === 0 ? (
        <Text c="dimmed">
          <Trans>You have no draft in this browser.</Trans>
        </Text>
      ) : (
        <Stack gap="xs">
          <Anchor component={Link} to={UNSENT_PATH} fw={600} underline="always">
            {plural(forms.length, { one: "# draft or save is not sent", other: "# drafts and saves are not sent" })}
          </Anchor>
          <List listStyleType="none" spacing="xs">
            {forms.slice(0, UNSENT_SHOWN).map((form) => (
              <List.Item key={form.slot}>
                <Group gap="xs">
                  <Anchor component={Link} to={form.waiting ? UNSENT_PATH : form.path}>
                    {form.title}
                  </Anchor>
                  {form.waiting && (
                    <Badge variant="outline" color="gray">
                      <Trans>Waits for the line</Trans>
                    </Badge>
                  )}
                </Group>
                <Text size="sm" c="dimmed">
                  <InstantText value={form.keptAt} />
                </Text>
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Section>
  );
}
