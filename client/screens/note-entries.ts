import { minuteMs } from '../../shared/lib/time.ts'
import type { DossierNote } from './note-filter.ts'

/** One line of a list: a note, or strokes of the pen that were made on a page one soon after the other. */
export type NoteEntry = { first: DossierNote; notes: readonly DossierNote[] }

/** Who puts the pen down for longer begins something else. */
const restMs = 5 * minuteMs

const handOf = ({ document, page, note }: DossierNote) =>
  [document.hash, page, note.author, note.layer, note.version].join('\n')

/** Each letter of a word in handwriting is a stroke, and none of them a note. The order stays, by the first of each. */
export function noteEntries(notes: readonly DossierNote[]): NoteEntry[] {
  const written = new Map<string, DossierNote[][]>()
  const byTime = notes
    .filter(({ note }) => note.geometry.kind === 'ink')
    .toSorted((a, b) => a.note.createdAt - b.note.createdAt)
  for (const stroke of byTime) {
    const groups = written.get(handOf(stroke)) ?? []
    written.set(handOf(stroke), groups)
    const last = groups.at(-1)
    const before = last?.at(-1)?.note.createdAt
    if (last && before !== undefined && stroke.note.createdAt - before <= restMs) last.push(stroke)
    else groups.push([stroke])
  }
  const groupOf = new Map(
    [...written.values()].flat().flatMap((group) => group.map((stroke) => [stroke, group] as const)),
  )
  return notes.flatMap((note) => {
    const group = groupOf.get(note) ?? [note]
    return group[0] === note ? [{ first: note, notes: group }] : []
  })
}
