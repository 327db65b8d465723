import { type Application, createApplication } from '../../client/app/application.ts'
import type { OpenApp } from '../../client/app/open-app.ts'
import type { Clock, StoreFault } from '../../client/app/ports.ts'
import { openNoLiveRoom } from '../../client/app/testing/no-live-room.ts'
import { createSync, deliverLocked } from '../../client/compose-sync.ts'
import { createInProcessSearch } from '../../client/search/testing/in-process-search.ts'
import { createLeader, type Leader } from '../../client/store/leader.ts'
import { createApi } from '../../client/sync/http.ts'
import { createOfflineNotes } from '../../client/sync/testing/offline-notes.ts'
import { instant } from '../../shared/lib/time.ts'
import type { PlainCrypto } from '../../shared/testing/plain-crypto.ts'
import type { Dice } from './dice.ts'
import type { Link } from './link.ts'
import { socketUrl } from './link-socket.ts'
import { createProfile, type Profile } from './profile.ts'
import { createProcessTimers, type VirtualTime, wait } from './virtual-time.ts'
import { createTabChannel, createWebLocks } from './web-locks.ts'

/** One person's browser profile on one machine: its disk, its way to the Office, the tabs that are open. */
export type Browser = {
  label: string
  profile: Profile
  link: Link
  tabs(): readonly Tab[]
  openTab(): Tab
  /** The open application of the tab that leads; null where it is locked, closed, or nobody leads. */
  app(): OpenApp | null
  leading(): Tab | null
  /** How far the machine's clock is wrong, ms. */
  setClock(offsetMs: number): void
  /** Every tab dies at once; the disk stays. */
  kill(): void
}

export type Tab = {
  application: Application
  leader: Leader
  isAlive(): boolean
  kill(): void
  /** Dies at the so-manieth step in its storage from now. */
  killAfter(steps: number): void
  /** As a user does it: what is under way ends as the browser ends it. */
  freeze(): void
  failNextWrite(fault: StoreFault): void
}

type BrowserParts = {
  label: string
  time: VirtualTime
  dice: Dice
  crypto: PlainCrypto
  link: Link
  slowShare: number
  /** Called with each open application, once. */
  onOpen(app: OpenApp): void
}

export function createBrowser(parts: BrowserParts): Browser {
  const { label, time, dice, crypto, link, slowShare } = parts
  let offsetMs = 0
  const clock: Clock = { now: () => instant(time.now() + offsetMs) }
  const keyPair = crypto.deviceKey(label)
  const profile = createProfile({ label, keyPair, clock })
  const webLocks = createWebLocks()
  const tabChannel = createTabChannel()
  const tabs = new Set<Tab>()

  function openTab(): Tab {
    const timers = createProcessTimers(time)
    const identity = {}
    let isAlive = true
    let stepsToDeath: number | null = null
    const alive = () => isAlive
    const turn = async () => {
      if (stepsToDeath !== null && stepsToDeath-- <= 0) kill()
      if (!isAlive || !dice.chance(slowShare)) return
      await wait(time, dice.between(1, 30))
    }
    const tablets = profile.tabletsFor(turn)
    const wires = link.wires(alive)
    const random = (length: number) => dice.bytes(length)
    const browser = {
      api: createApi({ fetch: wires.fetch, baseUrl: '', timers }),
      WebSocket: wires.WebSocket,
      socketUrl,
      clock,
      timers,
      random,
      network: link.network,
      isOnline: () => link.state() !== 'down',
      isVisible: () => true,
    }
    const application = createApplication({
      api: browser.api,
      crypto: { verifyEd25519: crypto.verifyEd25519, sealTo: () => crypto.seal },
      verifyP256: crypto.server.verifyP256,
      clock,
      officeClock: clock,
      random,
      storage: {
        program: { isHere: () => true, subscribe: () => () => undefined },
        isPersisted: async () => true,
        persist: async () => true,
        estimate: async () => ({ usedBytes: null, quotaBytes: null }),
      },
      tablets,
      createSync: (given) => createSync(browser, given),
      openLiveRoom: openNoLiveRoom,
      createSearchIndex: createInProcessSearch,
      idle: async () => {},
      createNotes: (store) => createOfflineNotes(store, { clock }),
      deliverLocked: (given) => deliverLocked(browser, given),
    })
    let seen: OpenApp | null = null
    application.subscribe(() => {
      const phase = application.phase()
      if (!isAlive || phase.kind !== 'open' || phase.app === seen) return
      seen = phase.app
      parts.onOpen(phase.app)
    })
    const leader = createLeader({
      name: 'e-cabinet',
      locks: webLocks.locksOf(identity),
      channel: tabChannel.channelOf(identity),
      timers,
      stopWork: async () => application.stop(),
      onState: (state) => {
        if (state === 'leading' && isAlive) void application.start()
      },
    })

    function kill(): void {
      if (!isAlive) return
      isAlive = false
      tabs.delete(tab)
      timers.end()
      tablets.kill()
      link.abandon(wires.WebSocket)
      // A process that is gone runs no timers; these are the ones that y-websocket took from the global object.
      application.stop()
      tabChannel.forget(identity)
      webLocks.forget(identity)
    }

    const tab: Tab = {
      application,
      leader,
      isAlive: alive,
      kill,
      killAfter: (steps) => {
        stepsToDeath = steps
      },
      freeze: () => tabChannel.forget(identity),
      failNextWrite: (fault) => tablets.failNextWrite(fault),
    }
    tabs.add(tab)
    return tab
  }

  const leading = () => [...tabs].find(({ leader }) => leader.state() === 'leading') ?? null

  return {
    label,
    profile,
    link,
    tabs: () => [...tabs],
    openTab,
    leading,
    app: () => {
      const phase = leading()?.application.phase()
      return phase?.kind === 'open' ? phase.app : null
    },
    setClock: (next) => {
      offsetMs = next
    },
    kill: () => {
      for (const tab of [...tabs]) tab.kill()
    },
  }
}
