import { Badge, createTheme, Input, type MantineColorsTuple, Menu } from "@mantine/core";

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

const FONTS = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: { light: 8, dark: 7 },
  colors: { teal },
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
    Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } }),
    // Hints stand below, so that fields beside each other stay on one line.
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] },
    }),
  },
});
