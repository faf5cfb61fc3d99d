import { RECOGNITION_KIND_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Box, Group, Modal } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight, IconX } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { WallFieldsFragment } from "../../generated/graphql.ts";
import { DirectionBadge } from "../../ui/badges.tsx";
import { DateText } from "../../ui/dates.tsx";
import type { ListSoFar } from "../../ui/list-frame.tsx";
import { numberText } from "../../ui/number-text.ts";
import { ListEnd } from "../../ui/reading-on.tsx";
import { wordsOf } from "../../ui/words.ts";
import { SizedPicture } from "../files/sized-picture.tsx";
import classes from "./wall.module.css";
import { Plaque, WhoToWhom } from "./wall-card.tsx";

interface WallShowProps extends ListSoFar<WallFieldsFragment> {
  readonly onClose: () => void;
}

/** So many before the end of what is there, more is read. */
const AHEAD = 5;

/** Where a key leads from one slide: by how many, or to the first or last. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const SIDEWAYS: ReadonlySet<string> = new Set(["ArrowRight", "ArrowLeft"]);

const canScroll = (element: Element) => element.scrollHeight > element.clientHeight;

/** The wall for a projector: one recognition at a time, as large as the screen, by the arrow keys. */
export function WallShow({ rows, total, reading, onClose }: WallShowProps) {
  const [index, setIndex] = useState(0);
  const last = rows.length - 1;
  const at = Math.min(index, last);
  const shown = rows[at];
  const { readOn } = reading;
  const nextButton = useRef<HTMLButtonElement>(null);
  const go = (by: number) => setIndex(Math.min(last, Math.max(0, at + by)));
  useWindowEvent("keydown", (event) => {
    const by = STEPS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const words = event.target instanceof Element && event.target.closest("article") ? event.target : null;
    // Those that are longer than the screen are read on by the keys that go up and down.
    if (words && canScroll(words) && !SIDEWAYS.has(event.key)) return;
    event.preventDefault();
    go(by);
    // The words go with their slide: the keyboard is not left nowhere.
    if (words) nextButton.current?.focus();
  });
  useEffect(() => {
    if (at >= last - AHEAD) readOn();
  }, [at, last, readOn]);
  useFullScreen(onClose);
  const [place, count] = [numberText(at + 1), numberText(total)];
  return (
    <Modal.Root
      opened
      onClose={onClose}
      fullScreen
      transitionProps={{ duration: 0 }}
      // A class of Modal.Content itself would be given to what is around it as well.
      classNames={{ content: classes["show"] ?? "" }}
    >
      <Modal.Content aria-label={t`The wall, one by one`}>
        <div className={classes["stage"]}>{shown && <Slide recognition={shown} />}</div>
        {at === last && (
          <Box px="lg" pb="sm">
            <ListEnd reading={reading} />
          </Box>
        )}
        <FetchAhead picture={rows[at + 1]?.picture ?? null} />
        <Group justify="space-between" wrap="nowrap" className={classes["controls"] ?? ""}>
          <span role="status">
            <Trans>
              {place} of {count}
            </Trans>
          </span>
          <Group gap="xs" wrap="nowrap">
            <ActionIcon
              size="xl"
              variant="default"
              onClick={() => go(-1)}
              aria-disabled={at === 0}
              aria-label={t`The one before`}
            >
              <IconChevronLeft aria-hidden />
            </ActionIcon>
            <ActionIcon
              ref={nextButton}
              size="xl"
              variant="default"
              onClick={() => go(1)}
              aria-disabled={at === last}
              aria-label={t`The next one`}
              data-autofocus
            >
              <IconChevronRight aria-hidden />
            </ActionIcon>
            <ActionIcon size="xl" variant="default" onClick={onClose} aria-label={t`Close`}>
              <IconX aria-hidden />
            </ActionIcon>
          </Group>
        </Group>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The picture of the next one is on its way already: on a projector everybody would see it wait. */
function FetchAhead({ picture }: Pick<WallFieldsFragment, "picture">) {
  return (
    picture && (
      <div className="unseen" aria-hidden>
        {slidePicture(picture, "")}
      </div>
    )
  );
}

const slidePicture = (picture: NonNullable<WallFieldsFragment["picture"]>, alt: string) => (
  <SizedPicture className={classes["slidePicture"]} picture={picture} alt={alt} sizes="60vw" isEager />
);

/** A long citation is set smaller, so that a projector shows the whole of it. */
function lengthOf(citation: string | null): "long" | "longer" | undefined {
  const length = citation?.length ?? 0;
  if (length > 600) return "longer";
  return length > 250 ? "long" : undefined;
}

function Slide({ recognition }: { readonly recognition: WallFieldsFragment }) {
  const { picture, title, citation, place, occasion } = recognition;
  const length = lengthOf(citation);
  return (
    <article key={recognition.id} className={classes["slide"]}>
      {picture ? slidePicture(picture, t`Picture of ${title}`) : <Plaque recognition={recognition} isLarge />}
      <div
        className={classes["slideWords"]}
        data-length={length}
        aria-live="polite"
        // Where the words go on below the screen, the keyboard gets to them.
        tabIndex={length === "longer" ? 0 : undefined}
      >
        <DirectionBadge value={recognition.direction} />
        <h1>{title}</h1>
        <WhoToWhom recognition={recognition} />
        {citation && <blockquote>{citation}</blockquote>}
        <p className={classes["slideFacts"]}>
          {wordsOf(RECOGNITION_KIND_LABELS)[recognition.kind]} · <DateText value={recognition.date} />
          {[occasion, place].filter(Boolean).map((fact) => ` · ${fact}`)}
        </p>
      </div>
    </article>
  );
}

/** Fills the screen where the browser lets it, and leaves with it. */
function useFullScreen(onLeave: () => void): void {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    const onChange = () => {
      if (!document.fullscreenElement) leave();
    };
    document.addEventListener("fullscreenchange", onChange);
    return () => {
      document.removeEventListener("fullscreenchange", onChange);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);
}
