/// <reference lib="webworker" />
import { clientsClaim } from "workbox-core";
import { ExpirationPlugin } from "workbox-expiration";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { CacheFirst, StaleWhileRevalidate } from "workbox-strategies";

declare const self: ServiceWorkerGlobalScope;

/**
 * Keeps the client's own code in the browser, so that a later visit waits for data alone. Answers of the API and files
 * are kept by nobody: they are about people.
 */

const PAGE = "/";
const SHELL = "concord-shell";
const ASSETS = "concord-assets";
/** What the server answers itself; everything else that is opened is a page of the client. */
const SERVER_PATHS = [
  /^\/(graphql|files|export|reports|imports\/[^/]+\/|auth|healthz|readyz|metrics)/,
  /^\/service-worker\.js$/,
];

// A new version takes over at once: each page goes on with the code that it has, whose names differ from the new one's.
self.skipWaiting();
clientsClaim();

const shell = new StaleWhileRevalidate({
  cacheName: SHELL,
  plugins: [
    {
      // Every page of the client is the same document.
      cacheKeyWillBeUsed: async () => PAGE,
      cacheWillUpdate: async ({ response }) => (response.ok && !response.redirected ? response : null),
    },
  ],
});

registerRoute(new NavigationRoute(shell, { denylist: SERVER_PATHS }));

// What older versions brought is thrown away in time. (Its type says of each part that it may be missing.)
const { cachedResponseWillBeUsed, cacheDidUpdate } = new ExpirationPlugin({
  maxEntries: 300,
  maxAgeSeconds: 90 * 86_400,
});
const expiration = {
  ...(cachedResponseWillBeUsed && { cachedResponseWillBeUsed }),
  ...(cacheDidUpdate && { cacheDidUpdate }),
};

// Names of assets tell their content, so that what is kept is never old.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/assets/"),
  new CacheFirst({ cacheName: ASSETS, plugins: [expiration] }),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && (url.pathname === "/icon.svg" || url.pathname === "/first.js"),
  new StaleWhileRevalidate({ cacheName: ASSETS }),
);

self.addEventListener("install", (event) => event.waitUntil(keepShell()));

/** The page that was loaded without the worker is kept, too, with what it named: the next visit needs no line for it. */
async function keepShell(): Promise<void> {
  const response = await fetch(PAGE, { cache: "no-cache" });
  if (!response.ok) return;
  const cache = await caches.open(SHELL);
  await cache.put(PAGE, response.clone());
  const named = (await response.text()).matchAll(/(?:src|href)="(\/(?:assets\/[^"]+|icon\.svg|first\.js))"/g);
  const assets = await caches.open(ASSETS);
  // They lie in the browser's own cache already.
  await assets.addAll([...named].map(([, path]) => path ?? PAGE));
}
