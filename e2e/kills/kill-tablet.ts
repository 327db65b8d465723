import { WebSocket as NodeWebSocket } from 'ws'
import { createApplication } from '../../client/app/application.ts'
import type { OpenApp } from '../../client/app/open-app.ts'
import type { Api } from '../../client/app/ports.ts'
import type { MemoryDisk } from '../../client/app/testing/memory-disk.ts'
import {
  createNotes,
  createSync,
  deliverLocked,
  systemClock,
  systemTimers,
} from '../../client/compose-sync.ts'
import { createInProcessSearch } from '../../client/search/testing/in-process-search.ts'
import { importSigningKey, makeSigningKey } from '../../client/store/signing-key.ts'
import { random, verifyEd25519, verifyP256 } from '../../client/store/webcrypto.ts'
import { createApi } from '../../client/sync/http.ts'
import { createSealEnvelope } from '../../client/sync/sealing.ts'
import { createNetworkSwitch } from '../../client/sync/testing/network-switch.ts'
import type { ActId } from '../../shared/domain/id.ts'
import { createProfile } from '../simulation/profile.ts'

/** One person's tablet: the product's own application and wires, over real HTTP and WebSocket, on a disk in memory. */
export type KillTablet = {
  account: string
  disk: MemoryDisk
  api: Api
  app(): OpenApp
  /** Everything that it has ever said "saved" of. */
  saved: ReadonlySet<ActId>
  /** The machine believes that its network is back: what waits is tried at once. */
  wake(): void
  end(): void
}

const passPhrase = 'sương sớm trên sông Đà'

export async function enrolTablet(given: {
  port: number
  account: string
  password: string
  code: string
}): Promise<KillTablet> {
  const { port, account, password, code } = given
  const { pkcs8, publicKey } = await makeSigningKey()
  const keyPair = { publicKey, sign: await importSigningKey(pkcs8) }
  const profile = createProfile({ label: account, keyPair, clock: systemClock })
  const saved = new Set<ActId>()
  profile.watch({
    saved: ({ id }) => void saved.add(id),
    settled: () => {},
    row: () => {},
    wiped: () => {},
  })
  const network = createNetworkSwitch()
  const { fetch, WebSocket } = createPage()
  const browser = {
    api: createApi({ fetch, baseUrl: `http://127.0.0.1:${port}`, timers: systemTimers }),
    WebSocket,
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
    random,
    storage: {
      program: { isHere: () => true, subscribe: () => () => undefined },
      isPersisted: async () => true,
      persist: async () => true,
      estimate: async () => ({ usedBytes: null, quotaBytes: null }),
    },
    tablets: profile.tabletsFor(async () => {}),
    createSync: (parts) => createSync(browser, parts),
    createSearchIndex: createInProcessSearch,
    idle: async () => {},
    createNotes: (store) => createNotes(browser, store),
    deliverLocked: (parts) => deliverLocked(browser, parts),
  })
  await application.start()
  const signedIn = await application.signIn(account, password)
  if (!signedIn.ok) throw new Error(`${account} is not signed in: ${signedIn.error.kind}`)
  const enrolled = await application.enrol({ code, label: account, passPhrase })
  if (!enrolled.ok) throw new Error(`${account} is not enrolled: ${enrolled.error.kind}`)
  return {
    account,
    disk: profile.disk,
    api: browser.api,
    saved,
    app: () => {
      const phase = application.phase()
      if (phase.kind !== 'open') throw new Error(`the tablet of ${account} is ${phase.kind}`)
      return phase.app
    },
    wake: () => network.set(true),
    end: () => application.stop(),
  }
}

/** Fetch and sockets as a page of the Office has them: with one jar of cookies. */
function createPage() {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  class PageSocket extends NodeWebSocket {
    constructor(url: string) {
      super(url, { headers: jar.size === 0 ? {} : { Cookie: cookie() }, perMessageDeflate: false })
      // It is told by `close` as well; in a browser nobody need listen.
      this.on('error', () => undefined)
    }
  }
  return {
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
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
