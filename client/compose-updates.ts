import type { Updates } from './app/updates.ts'

/** Looked for again while a tablet stays open for days, in ms. */
const lookEveryMs = 60 * 60_000

/**
 * Registers the service worker and watches for the next one. It never takes over by itself: `activate` tells it to, and
 * the page loads again only because of that (O7).
 */
export function createUpdates(container: ServiceWorkerContainer | undefined, reload: () => void): Updates {
  let waiting: ServiceWorker | null = null
  let wasAsked = false
  const listeners = new Set<() => void>()
  const found = (worker: ServiceWorker | null) => {
    // The very first worker is no update: nothing ran before it.
    if (!worker || !container?.controller) return
    waiting = worker
    for (const listener of [...listeners]) listener()
  }

  const watch = (registration: ServiceWorkerRegistration) => {
    found(registration.waiting)
    if (!container?.controller) registration.active?.postMessage({ kind: 'claim' })
    registration.addEventListener('updatefound', () => {
      const { installing } = registration
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed') found(installing)
      })
    })
    setInterval(() => void registration.update().catch(() => undefined), lookEveryMs)
  }

  container?.addEventListener('controllerchange', () => {
    if (wasAsked) reload()
  })
  // Without a worker (plain HTTP beside localhost, private mode) the program runs, and is fetched at each start.
  container?.register('/service-worker.js', { scope: '/' }).then(watch, () => undefined)

  return {
    isWaiting: () => waiting !== null,
    activate: () => {
      wasAsked = true
      waiting?.postMessage({ kind: 'activate-update' })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
