import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconAward } from "@tabler/icons-react";
import { Link } from "react-router";
import { rememberName } from "../../ui/known-names.ts";
import { recognisePath } from "./paths.ts";

export interface RecogniseLinkProps {
  readonly who: "partner" | "person";
  readonly id: string;
  readonly name: string;
}

/** Leads to where this partner or person is recognised, already filled in. */
export function RecogniseLink({ who, id, name }: RecogniseLinkProps) {
  return (
    <Button
      component={Link}
      to={recognisePath(who, id)}
      onClick={() => rememberName({ id, name })}
      variant="default"
      size="xs"
      leftSection={<IconAward size={14} aria-hidden />}
      aria-label={t`Propose a recognition: ${name}`}
    >
      <Trans>Propose a recognition</Trans>
    </Button>
  );
}
