import { ApolloProvider } from "@apollo/client/react";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import "@mantine/core/styles.css";
import { createClient } from "./app/apollo.ts";
import { ErrorBoundary } from "./app/error-page.tsx";
import { beginInOwnLanguage } from "./app/messages.ts";
import { beginPageAt, Pages } from "./app/routes.tsx";
import "./app/styles.css";
import { theme } from "./app/theme.ts";
import { SessionDocument } from "./generated/graphql.ts";
import { Notices } from "./ui/notices.tsx";

const colorScheme = localStorageColorSchemeManager({ key: "concord-color-scheme" });

const { client, ask } = createClient(() => {
  const { pathname, search } = window.location;
  if (pathname === "/sign-in") return;
  window.location.assign(`/sign-in?to=${encodeURIComponent(`${pathname}${search}`)}`);
});

ask(SessionDocument, {});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no place for the client.");
Promise.all([beginInOwnLanguage(), beginPageAt(window.location, ask)]).then(
  () => createRoot(root).render(<Client />),
  () => {
    root.textContent = "Concord could not be loaded. Check your connection and reload this page.";
  },
);

function Client() {
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <DirectionProvider>
          <MantineProvider theme={theme()} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
            <Notices />
            <ApolloProvider client={client}>
              <BrowserRouter>
                <ErrorBoundary>
                  <Suspense>
                    <Pages />
                  </Suspense>
                </ErrorBoundary>
              </BrowserRouter>
            </ApolloProvider>
          </MantineProvider>
        </DirectionProvider>
      </I18nProvider>
    </StrictMode>
  );
}

// In development the code changes at each look, and nothing of it is to be kept.
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  window.addEventListener("load", () => {
    // Without it, pages load as they did the first time.
    navigator.serviceWorker.register("/service-worker.js", { type: "module" }).catch(() => undefined);
  });
}
