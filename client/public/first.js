// What is done before the code of the client is there.

// Sets the colour scheme before anything is drawn, so that a dark screen does not flash white.
(() => {
  const chosen = localStorage.getItem("concord-color-scheme") ?? "auto";
  const dark = chosen === "dark" || (chosen === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();

// Where the line is cut before the code has come, the page says so instead of going on loading.
addEventListener(
  "error",
  ({ target }) => {
    const root = document.getElementById("root");
    if (!(target instanceof HTMLScriptElement) || !root?.querySelector(".first-load")) return;
    root.textContent = "Concord could not be loaded. Check your connection and reload this page.";
  },
  { capture: true },
);
