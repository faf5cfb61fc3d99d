import { CONFIDENTIALITY_LABELS, type Confidentiality } from "@concord/shared/vocabularies";
import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { SimpleGrid } from "@mantine/core";
import type { ReactNode } from "react";
import { CodeSelect } from "../../ui/code-select.tsx";
import { Section } from "../../ui/section.tsx";
import { OfficeSelect } from "../offices/office-select.tsx";
import { MemberSelect } from "./member-select.tsx";

interface Access {
  readonly confidentiality: Confidentiality;
  readonly members: string[];
  readonly office: string;
}

interface WhoMayReadProps {
  readonly values: Access;
  readonly errors: Readonly<Record<string, ReactNode>>;
  readonly onChange: (changed: Partial<Access>) => void;
}

const DESCRIPTIONS: Readonly<Record<Confidentiality, MessageDescriptor>> = {
  PUBLIC: msg`May be told outside.`,
  INTERNAL: msg`Every user of Concord sees it.`,
  RESTRICTED: msg`Shows to nobody but the responsible office, the named members and administrators.`,
};

/** Confidentiality, responsible office and named members of a record. */
export function WhoMayRead({ values, errors, onChange }: WhoMayReadProps) {
  return (
    <Section title={t`Who may read it`}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <CodeSelect
          label={t`Confidentiality`}
          labels={CONFIDENTIALITY_LABELS}
          description={i18n._(DESCRIPTIONS[values.confidentiality])}
          value={values.confidentiality}
          error={errors["confidentiality"]}
          onChange={(confidentiality) => onChange({ confidentiality })}
        />
        <OfficeSelect value={values.office} error={errors["office"]} onChange={(office) => onChange({ office })} />
        {(values.confidentiality === "RESTRICTED" || values.members.length > 0) && (
          <MemberSelect
            value={values.members}
            error={errors["members"]}
            onChange={(members) => onChange({ members })}
          />
        )}
      </SimpleGrid>
    </Section>
  );
}
