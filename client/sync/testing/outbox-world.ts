import type { LiveLimits } from '../../../server/live/limits.ts'
import { createLiveWorld } from '../../../server/live/testing/live-world.ts'
import { ActId, DeviceId } from '../../../shared/domain/id.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { fail, ok } from '../../../shared/lib/result.ts'
import type { ActOutcome, Rejection } from '../../../shared/protocol/api.ts'
import type { NetworkFault } from '../../app/ports.ts'
import { storeFault } from '../../app/store-fault.ts'
import { createOutboxSync, type OutboxStatus } from '../outbox.ts'
import { createMemorySockets } from './memory-sockets.ts'
import { createNetworkSwitch } from './network-switch.ts'
import { createSeededRandom } from './seeded-random.ts'

export const idOf = (name: string) => ActId.parse(name.padEnd(22, '0'))
const bytesOf = (name: string, size = 3): Bytes => new Uint8Array(size).fill(name.charCodeAt(0))

/** A tablet's outbox, the real room server, and a server that answers by POST. */
export function createOutboxWorld(limits: Partial<LiveLimits> = {}) {
  const world = createLiveWorld(limits)
  const { live, time, store: rooms } = world
  const sockets = createMemorySockets({ live, timers: time, query: 'person=an&device=tablet' })
  const network = createNetworkSwitch()
  const waiting = new Map<ActId, Bytes>()
  const posted: string[][] = []
  const outcomes: ActOutcome[] = []
  const statuses: OutboxStatus[] = []
  let storedCount = 0
  let postFault: NetworkFault | null = null
  let storeBroken = false
  const rejections = new Map<ActId, Rejection>()
  const unasked: ActOutcome[] = []
  const outbox = createOutboxSync({
    device: DeviceId.parse('tablet'),
    serverUrl: sockets.url,
    WebSocket: sockets.WebSocket,
    random: createSeededRandom(),
    timers: time,
    network,
    store: {
      async sealed() {
        if (storeBroken) throw storeFault({ kind: 'storage-refused', detail: 'connection lost' })
        return [...waiting].map(([id, sealed]) => ({ id, sealed }))
      },
    },
    api: {
      async sendActs(acts) {
        posted.push(acts.map(({ id }) => id.replace(/0+$/, '')))
        if (postFault) return fail(postFault)
        const answered = acts.map(({ id }): ActOutcome => {
          const reason = rejections.get(id)
          return reason ? { kind: 'rejected', id, reason } : { kind: 'recorded', id, leaf: '', proof: '' }
        })
        return ok([...answered, ...unasked])
      },
    },
    async takeOutcomes(taken) {
      outcomes.push(...taken)
    },
    onStatus: (status) => statuses.push(status),
    onStored: () => {
      storedCount++
    },
  })
  return {
    ...world,
    sockets,
    network,
    outbox,
    posted,
    outcomes,
    statuses,
    storedCount: () => storedCount,
    add(name: string, size?: number) {
      waiting.set(idOf(name), bytesOf(name, size))
      outbox.kick()
    },
    settle(name: string) {
      waiting.delete(idOf(name))
      outbox.kick()
    },
    /** Without a word to the outbox. */
    settleQuietly: (name: string) => void waiting.delete(idOf(name)),
    reject: (name: string, reason: Rejection) => void rejections.set(idOf(name), reason),
    answerUnasked: (name: string) =>
      void unasked.push({ kind: 'rejected', id: idOf(name), reason: 'malformed' }),
    failPosts(fault: NetworkFault | null) {
      postFault = fault
    },
    breakStore(isBroken: boolean) {
      storeBroken = isBroken
    },
    received: () => rooms.taken.flatMap(({ entries }) => entries.map(({ id }) => id.replace(/0+$/, ''))),
    roomNames: () => [...new Set(rooms.taken.map(({ room }) => room))],
  }
}
