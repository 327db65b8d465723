import { anchorOf, createMakeAct } from '../../client/app/make-act.ts'
import type { ConfirmedRow, OutboxItem, SettledAct } from '../../client/app/ports.ts'
import { createQueueAct } from '../../client/app/queue-act.ts'
import { createSessionDesk } from '../../client/app/session.ts'
import { createSignOn } from '../../client/app/sign-on.ts'
import { createWorkingCopy } from '../../client/app/working-copy.ts'
import { createSync } from '../../client/compose-sync.ts'
import { random } from '../../client/store/webcrypto.ts'
import { createApi } from '../../client/sync/http.ts'
import { createSealEnvelope } from '../../client/sync/sealing.ts'
import { createNetworkSwitch } from '../../client/sync/testing/network-switch.ts'
import { systemClock, systemTimers } from '../../client/system-time.ts'
import { Hash } from '../../shared/domain/id.ts'
import { fromBase64 } from '../../shared/lib/base64.ts'
import { hex } from '../../shared/lib/bytes.ts'
import { fail, ok } from '../../shared/lib/result.ts'
import type { FeedPage, KnownTree } from '../../shared/protocol/feed.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { Profile } from '../simulation/profile.ts'
import { createNodePage } from '../testing/node-page.ts'
import { leanFetch } from './lean-fetch.ts'
import { passPhrase } from './meeting-seat.ts'
import { type BenchApp, type MeetingTablet, membersPart } from './meeting-tablet.ts'

/**
 * To the server a tablet like any other: it signs in by its key, listens, asks, signs and seals its acts, and takes every byte,
 * all by the product's own wires. It checks nothing of what it is given and draws nothing, since three hundred tablets have
 * three hundred processors of their own to do that on, and this machine has two for all of them and the server.
 */
export function leanTablet(profile: Profile, port: number): MeetingTablet {
  const { label } = profile
  const owner = profile.owner()
  const { identity } = profile.disk
  const sealingKey = identity && fromBase64(identity.keys.sealingKey)
  if (!owner || !identity || !sealingKey) throw new Error(`${label} has no tablet`)
  const network = createNetworkSwitch()
  const page = createNodePage(leanFetch)
  const baseUrl = `http://127.0.0.1:${port}`
  const api = {
    ...createApi({ fetch: page.fetch, baseUrl, timers: systemTimers }),
    feed: async ({ epoch, after, tree }: { epoch: number; after: number; tree: number }) => {
      const path = `/api/feed?epoch=${epoch}&after=${after}&tree=${tree}`
      const answer = await page.fetch(`${baseUrl}${path}`, { method: 'GET' }).catch(() => null)
      if (!answer) return fail({ kind: 'unreachable' as const })
      if (answer.status === 401) return fail({ kind: 'signed-out' as const })
      if (!answer.ok) return fail({ kind: 'unreachable' as const })
      const read: FeedPage = JSON.parse(await answer.text())
      return ok(read)
    },
  }
  const browser = {
    ...{ api, WebSocket: page.WebSocket, socketUrl: `ws://127.0.0.1:${port}/rooms`, random, network },
    ...{ clock: systemClock, timers: systemTimers, isOnline: () => true, isVisible: () => true },
  }

  const opened = async () => {
    const tablet = profile.tabletsFor(async () => {}).open(owner)
    const unlocked = await tablet.keyring.unlock(passPhrase)
    if (!unlocked.ok) throw new Error(`${label} is not unlocked: ${unlocked.error.kind}`)
    const keys = unlocked.value
    const rows = {
      ...tablet.rows,
      all: async () => [...kept.values()],
      cursor: async () => profile.disk.cursor,
      mend: async () => false,
      takePage: async (taken: Parameters<typeof tablet.rows.takePage>[0]) => {
        for (const key of taken.gone) kept.delete(key)
        for (const row of taken.rows) kept.set(row.key, row)
        profile.disk.cursor = taken.cursor
        if (taken.settled.length > 0) await tablet.outbox.settle(taken.settled)
      },
    }
    const copy = createWorkingCopy({ ...tablet, rows })
    const signOn = createSignOn({ api, tablets: profile.tabletsFor(async () => {}), random })
    const signedIn = await signOn.renew(owner, keys)
    if (!signedIn.ok) throw new Error(`${label} is not signed in: ${signedIn.error.kind}`)

    const takePage = async (given: FeedPage) => {
      const settled = settledBy(given, copy.outbox())
      await copy.takePage({
        rows: given.rows.map(({ key, n, value, openings }) => ({
          ...{ key, n, entity: value, openings, leaves: [], proofs: [] },
        })),
        gone: given.gone,
        settled,
        cursor: {
          ...{ epoch: given.epoch, after: given.upTo, syncedAt: systemClock.now() },
          tree: treeOf(given),
        },
      })
      if (settled.length > 0) sync.kickOutbox()
      return ok(given.more ? ('more' as const) : ('done' as const))
    }
    const sync = createSync(browser, {
      ...{ identity, tablet, outbox: tablet.outbox, cursor: copy.cursor, takePage },
      planFetch: async () => [],
      takeOutcomes: async () => sync.kickFeed(),
      onFull: () => {},
      onFiles: () => {},
      onSignedOut: () => void signOn.renew(owner, keys).then(() => sync.kickFeed()),
    })
    const makeAct = createMakeAct({
      ...{ ...owner, sign: keys.sign, seal: createSealEnvelope(sealingKey), random, clock: systemClock },
      anchor: () => anchorOf(copy.cursor()),
    })
    const queue = createQueueAct({ copy, makeAct, outbox: tablet.outbox, onQueued: sync.kickOutbox })
    const sessions = createSessionDesk({ copy, me: owner, queue, random, clock: systemClock })
    await copy.refresh('all')
    sync.start()
    return { app: { copy, sessions }, stop: sync.stop }
  }

  /** What its disk holds when it is put down. */
  const kept = new Map<string, ConfirmedRow>()
  let held: { app: BenchApp; stop(): void } | null = null
  const app = () => {
    if (!held) throw new Error(`the tablet of ${label} is put down`)
    return held.app
  }
  return {
    ...membersPart(label, app),
    open: async () => {
      held = await opened()
    },
    close: () => {
      held?.stop()
      held = null
    },
    setLine: (isUp) => {
      page.setLine(isUp)
      network.set(isUp)
    },
  }
}

/** By the word of the server alone: what its own leaves name has arrived. */
function settledBy(page: FeedPage, outbox: readonly OutboxItem[]): SettledAct[] {
  if (outbox.length === 0) return []
  const entries = page.leaves.map(({ leaf }) => ({ leaf, entry: parseEntry(leaf) }))
  return outbox.flatMap(({ id, act, openings }) => {
    const told = entries.find(({ entry }) => entry?.kind === 'act' && entry.act.id === id)
    const receipt = told && { leaf: told.leaf, proof: '' }
    return receipt ? [{ id, act, openings, receipt, settledAt: systemClock.now() }] : []
  })
}

/** The second and third line of a checkpoint. */
function treeOf({ checkpoint, epoch }: FeedPage): KnownTree | null {
  const [, size, root] = checkpoint?.split('\n') ?? []
  const bytes = root === undefined ? null : fromBase64(root)
  return bytes && { epoch, size: Number(size), root: Hash.parse(hex(bytes)) }
}
