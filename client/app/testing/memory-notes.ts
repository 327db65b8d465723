import type { NoteStore } from '../note-ports.ts'
import type { MemoryDisk } from './memory-disk.ts'
import type { MemoryLife } from './memory-life.ts'

export function createMemoryNotes(disk: MemoryDisk, life: MemoryLife): NoteStore {
  const lastByRoom = new Map<string, number>()
  const notesOf = (room: string) =>
    [...disk.notes].filter(([, note]) => note.room === room).sort(([, a], [, b]) => a.i - b.i)
  const next = (room: string) => {
    const last = lastByRoom.get(room)
    if (last === undefined) throw new TypeError('a room is loaded before it is written to')
    lastByRoom.set(room, last + 1)
    return last + 1
  }

  return {
    rooms: () => life.read(() => [...new Set([...disk.notes.values()].map(({ room }) => room))].sort()),
    load: (room) =>
      life.read(() => {
        const notes = notesOf(room)
        const upTo = notes.at(-1)?.[1].i ?? 0
        lastByRoom.set(room, upTo)
        const updates = notes.flatMap(([key, { update }]) => {
          if (!disk.damaged.has(`notes/${key}`)) return [update]
          life.report({ table: 'notes', key })
          return []
        })
        return { updates, upTo }
      }),
    async append(room, given) {
      const i = next(room)
      const update = given.slice()
      // As sealing: begun before a lock, it is done after it.
      const needs = life.isLocked() ? 'keys' : 'nothing'
      await life.commit(() => void disk.notes.set(`${room}#${i}`, { room, i, update }), needs)
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
        for (const [key] of notesOf(room)) disk.notes.delete(key)
      }),
  }
}
