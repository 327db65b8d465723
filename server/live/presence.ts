/**
 * Who is in a room, as y-protocols awareness. The server keeps no clock of its own: a state lives as long as its socket.
 * A socket speaks only for the Yjs clients it brought; what a stock client echoes of others is passed over. `person` and
 * `device` of a state are the gate's word, whatever the client wrote.
 */
import type { PresenceEntry } from './frame.ts'

export interface Speaker {
  person: string
  device: string
}

export interface PresenceLimits {
  presenceStateBytes: number
  presenceClients: number
  presenceEntries: number
}

export interface Presence<Owner> {
  /** @returns what the others are to be told, or null where the message breaks a limit or is no JSON. */
  hear(owner: Owner, speaker: Speaker, entries: readonly PresenceEntry[]): PresenceEntry[] | null
  everyone(): PresenceEntry[]
  /** @returns the states that end with this owner. */
  leave(owner: Owner): PresenceEntry[]
}

interface Held<Owner> {
  owner: Owner
  speaker: Speaker
  clock: number
  state: string
}

const gone = 'null'

/** @returns the state with the speaker written in, `null` text for a leave, or null where it is no object. */
function attribute(state: string, speaker: Speaker): string | null {
  if (state === gone) return gone
  try {
    const value: unknown = JSON.parse(state)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    return JSON.stringify({ ...value, person: speaker.person, device: speaker.device })
  } catch {
    return null
  }
}

const sameDevice = (a: Speaker, b: Speaker) => a.person === b.person && a.device === b.device

export function createPresence<Owner>(limits: PresenceLimits): Presence<Owner> {
  const heldByClient = new Map<number, Held<Owner>>()

  const clientsOf = (owner: Owner) => {
    let count = 0
    for (const held of heldByClient.values()) if (held.owner === owner) count++
    return count
  }

  function isNews(owner: Owner, speaker: Speaker, entry: PresenceEntry): boolean {
    const held = heldByClient.get(entry.client)
    if (!held) return entry.state !== gone && clientsOf(owner) < limits.presenceClients
    if (held.owner === owner)
      return entry.clock > held.clock || (entry.clock === held.clock && entry.state === gone)
    // The same device on a new socket takes over from its old one, which may not know yet that it is dead.
    return sameDevice(held.speaker, speaker) && entry.clock >= held.clock && entry.state !== gone
  }

  return {
    hear(owner, speaker, entries) {
      if (entries.length > limits.presenceEntries) return null
      const news: PresenceEntry[] = []
      for (const { client, clock, state } of entries) {
        if (state.length > limits.presenceStateBytes) return null
        if (!isNews(owner, speaker, { client, clock, state })) continue
        const attributed = attribute(state, speaker)
        if (attributed === null) return null
        if (attributed === gone) heldByClient.delete(client)
        else heldByClient.set(client, { owner, speaker, clock, state: attributed })
        news.push({ client, clock, state: attributed })
      }
      return news
    },
    everyone: () => [...heldByClient].map(([client, { clock, state }]) => ({ client, clock, state })),
    leave(owner) {
      const left: PresenceEntry[] = []
      for (const [client, held] of heldByClient) {
        if (held.owner !== owner) continue
        heldByClient.delete(client)
        left.push({ client, clock: held.clock, state: gone })
      }
      return left
    },
  }
}
