// Sets the colour scheme before anything is drawn, so that a dark screen does not flash white.
(() => {
  const chosen = localStorage.getItem("concord-color-scheme") ?? "auto";
  const dark = chosen === "dark" || (chosen === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
