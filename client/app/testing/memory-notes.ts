import type { NoteStore } from '../note-ports.ts'
import type { MemoryDisk } from './memory-disk.ts'
import type { MemoryLife } from './memory-life.ts'

export function createMemoryNotes(disk: MemoryDisk, life: MemoryLife): NoteStore {
  const lastByRoom = new Map<string, number>()
  /** By room: the write under way, and with which it ends where it fails. */
  const lanes = new Map<string, Promise<void>>()
  const notesOf = (room: string) =>
    [...disk.notes].filter(([, note]) => note.room === room).sort(([, a], [, b]) => a.i - b.i)
  const next = (room: string) => {
    const last = lastByRoom.get(room)
    if (last === undefined) throw new TypeError('a room is loaded before it is written to')
    lastByRoom.set(room, last + 1)
    return last + 1
  }

  /** One after the other; one that fails takes those waiting behind it along. */
  const inTurn = (room: string, work: () => Promise<void>): Promise<void> => {
    const turn = (lanes.get(room) ?? Promise.resolve()).then(work)
    lanes.set(room, turn)
    const settle = () => {
      if (lanes.get(room) === turn) lanes.delete(room)
    }
    turn.then(settle, settle)
    return turn
  }

  return {
    rooms: () => life.read(() => [...new Set([...disk.notes.values()].map(({ room }) => room))].sort()),
    async load(room) {
      // Who had it open before may still be writing: that is part of what lies here.
      await lanes.get(room)?.catch(() => {})
      return await life.read(() => {
        const notes = notesOf(room)
        const upTo = notes.at(-1)?.[1].i ?? 0
        lastByRoom.set(room, upTo)
        const updates = notes.flatMap(([key, { update }]) => {
          if (!disk.damaged.has(`notes/${key}`)) return [update]
          life.report({ table: 'notes', key })
          return []
        })
        return { updates, upTo, isUnsent: disk.unsent.has(room) }
      })
    },
    async append(room, given, isOwn) {
      const i = next(room)
      const update = given.slice()
      // As sealing: begun before a lock, it is done after it.
      const needs = life.isLocked() ? 'keys' : 'nothing'
      await inTurn(room, () =>
        life.commit(() => {
          disk.notes.set(`${room}#${i}`, { room, i, update })
          if (isOwn) disk.unsent.add(room)
        }, needs),
      )
    },
    async markSent(room) {
      if (!lastByRoom.has(room)) throw new TypeError('a room is loaded before it is written to')
      await inTurn(room, () => life.commit(() => void disk.unsent.delete(room), 'nothing'))
    },
    async compact(room, snapshot, upTo) {
      const i = next(room)
      const update = snapshot.slice()
      await life.commit(() => {
        for (const [key, note] of notesOf(room)) if (note.i <= upTo) disk.notes.delete(key)
        disk.notes.set(`${room}#${i}`, { room, i, update })
      })
    },
    remove: (room) =>
      life.commit(() => {
        lastByRoom.delete(room)
        disk.unsent.delete(room)
        for (const [key] of notesOf(room)) disk.notes.delete(key)
      }),
  }
}
