import { WebSocket as NodeWebSocket } from 'ws'
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

export function createNodeTablet({ profile, port }: { profile: Profile; port: number }): NodeTablet {
  const network = createNetworkSwitch()
  const page = createPage()
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

/** Fetch and sockets as a page of the Office has them: with one jar of cookies. */
function createPage() {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const sockets = new Set<NodeWebSocket>()
  let isUp = true

  class PageSocket extends NodeWebSocket {
    constructor(url: string) {
      super(url, { headers: jar.size === 0 ? {} : { Cookie: cookie() }, perMessageDeflate: false })
      // It is told by `close` as well; in a browser nobody need listen.
      this.on('error', () => undefined)
      this.on('close', () => sockets.delete(this))
      sockets.add(this)
      if (!isUp) this.terminate()
    }
  }
  return {
    setLine(next: boolean) {
      isUp = next
      if (!isUp) for (const socket of [...sockets]) socket.terminate()
    },
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      if (!isUp) throw new TypeError('no line')
      const headers = new Headers(init.headers)
      headers.set('sec-fetch-site', 'same-origin')
      if (jar.size > 0) headers.set('cookie', cookie())
      const response = await fetch(url, { ...init, headers })
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const [name = '', value = ''] = pair.split('=')
        jar.set(name, value)
      }
      return response
    },
    WebSocket: PageSocket as unknown as typeof WebSocket,
  }
}
