/** Sockets that only listen: "there is news up to this ledger number". What the news is, the feed tells. */
import { pokeFrame } from './frame.ts'

export interface Listener {
  readonly speaker: { person: string }
  send(frame: Uint8Array): void
}

export interface NewsDesk {
  add(listener: Listener): void
  remove(listener: Listener): void
  poke(persons: Iterable<string> | 'everyone', ledgerNumber: number): void
}

export function createNewsDesk(): NewsDesk {
  const listenersByPerson = new Map<string, Set<Listener>>()
  return {
    add(listener) {
      const listeners = listenersByPerson.get(listener.speaker.person) ?? new Set()
      listenersByPerson.set(listener.speaker.person, listeners.add(listener))
    },
    remove(listener) {
      const listeners = listenersByPerson.get(listener.speaker.person)
      listeners?.delete(listener)
      if (listeners?.size === 0) listenersByPerson.delete(listener.speaker.person)
    },
    poke(persons, ledgerNumber) {
      const frame = pokeFrame(ledgerNumber)
      const told = persons === 'everyone' ? [...listenersByPerson.keys()] : new Set(persons)
      for (const person of told) {
        for (const listener of [...(listenersByPerson.get(person) ?? [])]) listener.send(frame)
      }
    },
  }
}
