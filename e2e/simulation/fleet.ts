import { createMemoryDatabase } from '../../server/app/testing/memory-database.ts'
import { instant } from '../../shared/lib/time.ts'
import type { PlainCrypto } from '../../shared/testing/plain-crypto.ts'
import { createDice, type Dice } from './dice.ts'
import { createServerHost, type HostLog, type ServerHost } from './server-host.ts'
import type { VirtualTime } from './virtual-time.ts'

/** The Office's servers over their one database: one or two at a time, ended and begun again. */
export type Fleet = ReturnType<typeof createFleet>

/** Beats come closer than what counts as asleep (server/app/sign-of-life.ts). */
const beatMs = 25_000

export function createFleet(parts: {
  seed: string
  time: VirtualTime
  crypto: PlainCrypto
  slowShare: number
  log: HostLog
  onDeath(host: ServerHost): void
}) {
  const { seed, time } = parts
  const dice: Dice = createDice(`${seed}/fleet`)
  const memory = createMemoryDatabase()
  const reader = memory.connect()
  const hosts = new Set<ServerHost>()
  let offsetMs = 0
  let started = 0
  const clock = { now: () => instant(time.now() + offsetMs) }

  const outages: { from: number; to: number }[] = []
  let downSince: number | null = clock.now()
  let wasMoved = false

  const end = (host: ServerHost) => {
    if (hosts.delete(host) && hosts.size === 0) downSince = clock.now()
    parts.onDeath(host)
  }

  // One that fails is said anew; what it left out is a downtime.
  const beat = async () => {
    for (const host of hosts) await Promise.race([host.beat().catch(() => {}), host.died])
  }

  return {
    /** Sees what is committed, and waits for nothing. */
    reader,
    clock,
    hosts: () => [...hosts],
    setClock: (next: number) => {
      wasMoved ||= next !== 0
      offsetMs = next
    },
    /** When no server was there, as long as their clock told the time; null where it did not. */
    outages: () => (wasMoved ? null : outages),
    any: (): ServerHost | null => (hosts.size === 0 ? null : dice.pick([...hosts])),
    /** Resolves with it once it serves, or has died in starting. */
    start: async (): Promise<ServerHost> => {
      started += 1
      const host: ServerHost = createServerHost({
        ...parts,
        database: memory,
        clock,
        dice: createDice(`${seed}/server ${started}`),
        onDeath: () => end(host),
      })
      await Promise.race([host.start(), host.died])
      if (!host.isAlive()) return host
      hosts.add(host)
      if (downSince !== null) outages.push({ from: downSince, to: clock.now() })
      downSince = null
      return host
    },
    killAll: () => {
      for (const host of [...hosts]) host.kill()
    },
    /** A backup. @returns restores it, once every process is dead. */
    backUp: () => memory.snapshot(),
    beat,
    /** The time in which no timer runs, for servers that are up all the while: they say so. */
    beatUntil: async (at: number) => {
      while (time.now() + offsetMs < at) {
        time.sleep(Math.min(beatMs, at - time.now() - offsetMs))
        await beat()
      }
    },
  }
}
