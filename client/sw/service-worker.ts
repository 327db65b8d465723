/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope

/**
 * The program and nothing else is cached here: documents and rows lie sealed in IndexedDB, and no answer of the server
 * may be replayed from a cache (O1, O5).
 */
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/room-screen\.html/],
  }),
)

// A new version waits until the app says so: it knows whether something is still unsent or half written (O7).
self.addEventListener('message', (event) => {
  if (event.data?.kind === 'activate-update') event.waitUntil(self.skipWaiting())
})

// A page that was loaded past its worker (a forced reload) may still come under it.
self.addEventListener('message', (event) => {
  if (event.data?.kind === 'claim') event.waitUntil(self.clients.claim())
})

// Without this the first visit would not be offline-ready until the next start.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
