import { t } from "@lingui/core/macro";
import { IconSearch } from "@tabler/icons-react";

/** How the input looks before and after the code of the search is there. */
export const searchInputProps = () =>
  ({
    role: "searchbox",
    "aria-label": t`Search everything`,
    placeholder: t`Search everything`,
    leftSection: <IconSearch size={16} aria-hidden />,
    autoComplete: "off",
  }) as const;
