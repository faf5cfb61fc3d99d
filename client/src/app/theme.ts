import { t } from "@lingui/core/macro";
import { Badge, createTheme, Input, type MantineColorsTuple } from "@mantine/core";

/** Deep teal: calm on a projector, and with enough contrast on both schemes. */
const teal: MantineColorsTuple = [
  "#e8f6f5",
  "#d0ebe9",
  "#a3d8d5",
  "#73c4c0",
  "#4cb1ad",
  "#2f9d9a",
  "#1a8683",
  "#0f6f70",
  "#0f5c63",
  "#0b454c",
];

/** Mantine's, but for the eighth, on which white is read in the dark scheme, too. */
const red: MantineColorsTuple = [
  "#fff5f5",
  "#ffe3e3",
  "#ffc9c9",
  "#ffa8a8",
  "#ff8787",
  "#ff6b6b",
  "#fa5252",
  "#e03131",
  "#e03131",
  "#c92a2a",
];

const FONTS = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

export const theme = () =>
  createTheme({
    primaryColor: "teal",
    primaryShade: { light: 8, dark: 7 },
    colors: { teal, red },
    fontFamily: FONTS,
    headings: {
      fontFamily: FONTS,
      fontWeight: "650",
      sizes: {
        h1: { fontSize: "1.75rem", lineHeight: "1.25" },
        h2: { fontSize: "1.2rem", lineHeight: "1.35" },
        h3: { fontSize: "1rem", lineHeight: "1.4" },
      },
    },
    defaultRadius: "md",
    cursorType: "pointer",
    respectReducedMotion: true,
    autoContrast: true,
    components: {
      Badge: Badge.extend({ defaultProps: { tt: "none", fw: 600 } }),
      // A menu stays in the landmark of its button, and its first item gets the focus.
      // By its name alone, so that no page waits for the code of menus.
      Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
      // A list that has been opened stays with its field: a page that moves a little, as under a phone's keyboard, hid it.
      Popover: { defaultProps: { hideDetached: false } },
      // The head of a dialog is no landmark of the page.
      Modal: {
        defaultProps: {
          closeButtonProps: { "aria-label": t`Close` },
          attributes: { header: { role: "presentation" } },
        },
      },
      Notification: { defaultProps: { closeButtonProps: { "aria-label": t`Dismiss` } } },
      // Hints stand below, so that fields beside each other stay on one line.
      InputWrapper: Input.Wrapper.extend({
        defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] },
      }),
    },
  });
