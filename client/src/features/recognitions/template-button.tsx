import type { RecognitionKind } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Text } from "@mantine/core";
import { IconTemplate } from "@tabler/icons-react";

interface Texts {
  readonly title: string;
  readonly citation: string;
}

/**
 * The words that a recognition of a kind usually has, with what is to be filled in between brackets; in the reader's own
 * language, in which the certificate then is.
 */
const TEMPLATES = (): Readonly<Record<RecognitionKind, Texts>> => ({
  AWARD: {
    title: t`Award for outstanding partnership`,
    citation: t`For [what was done] against [the crime] in [place], [years], through which [number] people were brought to safety.`,
  },
  COMMENDATION: {
    title: t`Commendation`,
    citation: t`We commend [name and unit] for courage and care in [the operation], and thank them for [what they did].`,
  },
  CERTIFICATE: {
    title: t`Certificate of appreciation`,
    citation: t`In appreciation of [name]'s part in [training, study or case] and of the trust on which our work together rests.`,
  },
  MEDAL: {
    title: t`Medal for the protection of the vulnerable`,
    citation: t`For [years] of service to people in slavery and violence, and above all for [what was done].`,
  },
  PUBLIC_STATEMENT: {
    title: t`Public statement of recognition`,
    citation: t`We recognise publicly that [partner] has [what was done], and that it changed [what it changed].`,
  },
});

interface TemplateButtonProps {
  readonly kind: RecognitionKind;
  /** Whether something is written already, which would be lost. */
  readonly isUsed: boolean;
  readonly onUse: (texts: Texts) => void;
}

/** Begins the title and the citation with the words of a template; what is written already is never written over. */
export function TemplateButton({ kind, isUsed, onUse }: TemplateButtonProps) {
  return (
    <Group gap="sm">
      <Button
        variant="default"
        leftSection={<IconTemplate size={16} aria-hidden />}
        disabled={isUsed}
        onClick={() => onUse(TEMPLATES()[kind])}
      >
        <Trans>Begin with a template</Trans>
      </Button>
      <Text size="sm" c="dimmed">
        {isUsed ? (
          <Trans>Empty the title and the citation to begin with the template of this kind.</Trans>
        ) : (
          <Trans>Puts in a title and a citation; replace what stands in brackets.</Trans>
        )}
      </Text>
    </Group>
  );
}
