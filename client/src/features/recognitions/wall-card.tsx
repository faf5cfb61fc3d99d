import { RECOGNITION_KIND_LABELS } from "@concord/shared/vocabularies";
import { Trans } from "@lingui/react/macro";
import { Anchor, Group, Text, Title } from "@mantine/core";
import {
  IconAward,
  IconCertificate,
  IconMedal,
  IconRosette,
  IconSpeakerphone,
  type TablerIcon,
} from "@tabler/icons-react";
import { Link } from "react-router";
import type { WallFieldsFragment } from "../../generated/graphql.ts";
import { DirectionBadge } from "../../ui/badges.tsx";
import { dateText } from "../../ui/date-texts.ts";
import { DateText } from "../../ui/dates.tsx";
import { recordPath } from "../../ui/record-paths.ts";
import { wordsOf } from "../../ui/words.ts";
import { SizedPicture } from "../files/sized-picture.tsx";
import classes from "./wall.module.css";

interface OnWallProps {
  readonly recognition: WallFieldsFragment;
}

const KIND_ICONS: Readonly<Record<WallFieldsFragment["kind"], TablerIcon>> = {
  AWARD: IconAward,
  COMMENDATION: IconRosette,
  CERTIFICATE: IconCertificate,
  MEDAL: IconMedal,
  PUBLIC_STATEMENT: IconSpeakerphone,
};

const namesOf = (parties: readonly { readonly name: string }[]) => parties.map((party) => party.name).join(", ");

/** A recognition as it hangs on the wall. */
export function WallCard({ recognition }: OnWallProps) {
  const { picture, title, citation } = recognition;
  return (
    <article className={classes["card"]}>
      {picture ? (
        <SizedPicture className={classes["picture"]} picture={picture} alt="" sizes="(max-width: 48em) 90vw, 24rem" />
      ) : (
        <Plaque recognition={recognition} />
      )}
      <div className={classes["words"]}>
        <Group gap={6}>
          <DirectionBadge value={recognition.direction} />
        </Group>
        <Title order={2} className={classes["title"] ?? ""}>
          <Anchor component={Link} to={recordPath("RECOGNITION", recognition.id)} inherit underline="hover">
            {title}
          </Anchor>
        </Title>
        <WhoToWhom recognition={recognition} />
        {citation && (
          <Text component="blockquote" m={0} lineClamp={4} className="prose">
            {citation}
          </Text>
        )}
        <Text size="sm" c="dimmed" mt="auto">
          {wordsOf(RECOGNITION_KIND_LABELS)[recognition.kind]} · <DateText value={recognition.date} />
        </Text>
      </div>
    </article>
  );
}

/** Where there is no picture: the kind and the date, as engraved. */
export function Plaque({ recognition, isLarge = false }: OnWallProps & { readonly isLarge?: boolean }) {
  const Icon = KIND_ICONS[recognition.kind];
  return (
    <div
      className={classes["plaque"]}
      data-direction={recognition.direction}
      data-large={isLarge || undefined}
      aria-hidden
    >
      <Icon className={classes["emblem"]} stroke={1.1} />
      <span>{wordsOf(RECOGNITION_KIND_LABELS)[recognition.kind]}</span>
      {recognition.date && <span className={classes["engraved"]}>{dateText(recognition.date)}</span>}
    </div>
  );
}

export function WhoToWhom({ recognition }: OnWallProps) {
  const [givers, recipients] = [namesOf(recognition.givers), namesOf(recognition.recipients)];
  return (
    <p className={classes["whoToWhom"]}>
      <Trans>
        {givers} to {recipients}
      </Trans>
    </p>
  );
}
