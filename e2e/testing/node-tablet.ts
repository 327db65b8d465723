import { type Application, createApplication } from '../../client/app/application.ts'
import type { OpenApp } from '../../client/app/open-app.ts'
import type { Api } from '../../client/app/ports.ts'
import { createNotes, createSync, deliverLocked, openLiveRooms } from '../../client/compose-sync.ts'
import { createInProcessSearch } from '../../client/search/testing/in-process-search.ts'
import { random, verifyEd25519, verifyP256 } from '../../client/store/webcrypto.ts'
import { createApi } from '../../client/sync/http.ts'
import { createSealEnvelope } from '../../client/sync/sealing.ts'
import { createNetworkSwitch } from '../../client/sync/testing/network-switch.ts'
import { systemClock, systemTimers } from '../../client/system-time.ts'
import type { Profile } from '../simulation/profile.ts'
import { createNodePage } from './node-page.ts'

/** The product's own application and wires in this process, over real HTTP and WebSocket, on a disk in memory. */
export type NodeTablet = {
  profile: Profile
  api: Api
  application: Application
  /** @throws while it is not open. */
  app(): OpenApp
  /** The machine believes that its network is back: what waits is tried at once. */
  wake(): void
  /** No line any more, or again. */
  setLine(isUp: boolean): void
}

export function createNodeTablet({
  profile,
  port,
  fetch = globalThis.fetch,
}: {
  profile: Profile
  port: number
  /** In place of Node's own. */
  fetch?: Parameters<typeof createNodePage>[0]
}): NodeTablet {
  const network = createNetworkSwitch()
  const page = createNodePage(fetch)
  const browser = {
    api: createApi({ fetch: page.fetch, baseUrl: `http://127.0.0.1:${port}`, timers: systemTimers }),
    WebSocket: page.WebSocket,
    socketUrl: `ws://127.0.0.1:${port}/rooms`,
    clock: systemClock,
    timers: systemTimers,
    random,
    network,
    isOnline: () => true,
    isVisible: () => true,
  }
  const application = createApplication({
    api: browser.api,
    crypto: { verifyEd25519, sealTo: createSealEnvelope },
    verifyP256,
    clock: systemClock,
    officeClock: systemClock,
    random,
    storage: {
      program: { isHere: () => true, subscribe: () => () => undefined },
      isPersisted: async () => true,
      persist: async () => true,
      estimate: async () => ({ usedBytes: null, quotaBytes: null }),
    },
    tablets: profile.tabletsFor(async () => {}),
    createSync: (parts) => createSync(browser, parts),
    openLiveRoom: openLiveRooms(browser),
    createSearchIndex: createInProcessSearch,
    idle: async () => {},
    createNotes: (store) => createNotes(browser, store),
    deliverLocked: (parts) => deliverLocked(browser, parts),
  })
  return {
    profile,
    api: browser.api,
    application,
    app: () => {
      const phase = application.phase()
      if (phase.kind !== 'open') throw new Error(`the tablet of ${profile.label} is ${phase.kind}`)
      return phase.app
    },
    wake: () => network.set(true),
    setLine: (isUp) => {
      page.setLine(isUp)
      network.set(isUp)
    },
  }
}
