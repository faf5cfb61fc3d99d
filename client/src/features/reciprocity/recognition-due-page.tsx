import { t } from "@lingui/core/macro";
import { Button, Group } from "@mantine/core";
import { Link, useSearchParams } from "react-router";
import { DueList } from "./due-list.tsx";
import { NeverThankedList } from "./never-thanked-list.tsx";
import { NEVER_THANKED } from "./paths.ts";

/** To whom recognition is due, and who gave us something and was never thanked. */
export function RecognitionDuePage() {
  const [params] = useSearchParams();
  const isNever = params.get("show") === NEVER_THANKED;
  const switcher = (
    <Group component="nav" aria-label={t`Whom to show`} gap="xs">
      <ViewLink words={t`Recognition due`} to={addressOf(params, null)} isCurrent={!isNever} />
      <ViewLink words={t`Never thanked`} to={addressOf(params, NEVER_THANKED)} isCurrent={isNever} />
    </Group>
  );
  return isNever ? <NeverThankedList switcher={switcher} /> : <DueList switcher={switcher} />;
}

/** The other list under the same filters, as far as it has them. */
function addressOf(params: URLSearchParams, show: string | null): string {
  const next = new URLSearchParams(params);
  next.delete("sort");
  next.delete("show");
  if (show !== null) next.set("show", show);
  return `?${next}`;
}

interface ViewLinkProps {
  readonly words: string;
  readonly to: string;
  readonly isCurrent: boolean;
}

function ViewLink({ words, to, isCurrent }: ViewLinkProps) {
  return (
    <Button
      component={Link}
      to={to}
      size="sm"
      variant={isCurrent ? "filled" : "default"}
      aria-current={isCurrent ? "page" : undefined}
    >
      {words}
    </Button>
  );
}
