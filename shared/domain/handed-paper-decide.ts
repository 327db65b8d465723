import { subjectOn } from './access.ts'
import type { ActOf } from './act.ts'
import { agendaItemKey } from './agenda-item.ts'
import type { DecideContext } from './decide-context.ts'
import { copiesOut, handedPaperKey, handedPaperPrefix } from './handed-paper.ts'
import type { Meeting } from './meeting.ts'
import { factsOfItem, factsOfMeeting, readsItem } from './meeting-access.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/** D3: handed out to who reads the item, one copy to one person; it comes back whatever became of item and meeting. */
export function decideHandedPaper(
  act: ActOf<'hand-out-paper'> | ActOf<'return-paper'>,
  meeting: Meeting,
  { reader, at, agendaItemContent }: DecideContext,
): Verdict {
  const { person, copy } = act.body
  const event = { ...act.body, by: act.person }
  const isOut = (row: Parameters<typeof copiesOut>[0] | undefined) =>
    row !== undefined && copiesOut(row).some((one) => one.copy === copy)
  if (act.kind === 'return-paper') {
    const held = reader.get('handed-paper', handedPaperKey(act.body, person))
    return isOut(held) ? accepted({ kind: 'paper-returned', ...event }) : refused({ kind: 'not-found' })
  }
  const item = reader.get('agenda-item', agendaItemKey(meeting.id, act.body.item))
  const papers = item && !item.withdrawn ? agendaItemContent(item.contentHash)?.secrets : undefined
  if (!item || !papers?.some(({ id }) => id === act.body.paper)) return refused({ kind: 'not-found' })
  const holder = reader.get('person', `person/${person}`)
  const mayRead =
    holder && readsItem(subjectOn(holder, null, at), factsOfMeeting(meeting), factsOfItem(item)).allow
  if (!mayRead) return refused({ kind: 'not-admissible' })
  // There is one of each number: it cannot be in two hands.
  if (reader.list('handed-paper', handedPaperPrefix(act.body)).some(isOut)) {
    return refused({ kind: 'copy-is-out', copy })
  }
  return accepted({ kind: 'paper-handed-out', ...event })
}
