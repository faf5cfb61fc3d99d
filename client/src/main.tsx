import { ApolloProvider } from "@apollo/client/react";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import { createClient } from "./app/apollo.ts";
import { router } from "./app/routes.tsx";
import "./app/styles.css";
import { theme } from "./app/theme.ts";

const colorScheme = localStorageColorSchemeManager({ key: "concord-color-scheme" });

const client = createClient(() => {
  const { pathname, search } = window.location;
  if (pathname === "/sign-in") return;
  window.location.assign(`/sign-in?to=${encodeURIComponent(`${pathname}${search}`)}`);
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no place for the client.");
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
      <Notifications position="bottom-right" />
      <ApolloProvider client={client}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </MantineProvider>
  </StrictMode>,
);
