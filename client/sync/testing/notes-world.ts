import type { LiveWorld } from '../../../server/live/testing/live-world.ts'
import type { AnnotationCore, Geometry } from '../../../shared/domain/annotation.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { encodeStroke } from '../../../shared/domain/ink-stroke.ts'
import { hashOf } from '../../../shared/domain/testing/cabinet.ts'
import { instant } from '../../../shared/lib/time.ts'
import { createMemoryDisk } from '../../app/testing/memory-disk.ts'
import { createMemoryStores } from '../../app/testing/memory-stores.ts'
import { createNoteHub } from '../notes.ts'
import { createMemorySockets } from './memory-sockets.ts'
import { createNetworkSwitch } from './network-switch.ts'
import { createSeededRandom } from './seeded-random.ts'

export const ownRoom = `notes/an/${'a'.repeat(32)}`

/** Ink as a hand writes a letter: some forty points of the pen. */
export const stroke = (seed = 0): Geometry => ({
  kind: 'ink',
  strokes: [
    encodeStroke(
      Array.from({ length: 40 }, (_, i) => ({
        x: 100 + seed + 6 * Math.sin(i / 4) + i / 2,
        y: 500 + 8 * Math.cos(i / 3 + seed),
        pressure: 0.4 + 0.2 * Math.sin(i / 9),
      })),
    ),
  ],
})

export const coreOf = (given: Partial<AnnotationCore> = {}): AnnotationCore => ({
  version: hashOf('version'),
  page: 0,
  author: PersonId.parse('an'),
  createdAt: instant(1_772_413_200_000),
  quote: null,
  geometry: stroke(),
  ...given,
})

/** A tablet's notes on memory, over sockets in memory to the real room server of the world. */
export function createNotesTablet(
  world: LiveWorld,
  seed: number,
  { who = 'an', disk = createMemoryDisk() } = {},
) {
  const { live, time } = world
  const sockets = createMemorySockets({ live, timers: time, query: `person=${who}&device=tablet-${seed}` })
  const network = createNetworkSwitch()
  const { life, notes: store } = createMemoryStores(disk)
  const hub = createNoteHub({
    store,
    clock: { now: () => instant(time.now()) },
    random: createSeededRandom(seed),
    timers: time,
    network,
    serverUrl: sockets.url,
    WebSocket: sockets.WebSocket,
  })
  return { hub, sockets, network, life, disk, store }
}
