import { i18n } from "@lingui/core";

// What is tested without a page is tested in English.
i18n.load("en", {});
i18n.activate("en", ["en-GB"]);
