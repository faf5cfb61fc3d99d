import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { Anchor, Group } from "@mantine/core";
import { chooseLanguage, offeredLanguages } from "../../ui/language.ts";

/** The language of the pages for those who are not signed in. */
export function LanguageLinks() {
  return (
    <Group component="section" justify="center" gap="xs" aria-label={t`Language`}>
      {offeredLanguages.map(({ language, name }) => (
        <Anchor
          key={language}
          component="button"
          type="button"
          size="sm"
          px={6}
          py={4}
          lang={language}
          aria-current={i18n.locale === language}
          fw={i18n.locale === language ? 700 : 400}
          onClick={() => chooseLanguage(language)}
        >
          {name}
        </Anchor>
      ))}
    </Group>
  );
}
