import type { AgendaItemId, Hash, MeetingId } from '../../shared/domain/id.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import { itemPrint } from './agenda-item-editing.ts'
import { meetingPrint } from './meeting-editing.ts'
import { type KeptSheet, type MeetingSheet, sheetOver } from './meeting-sheet.ts'
import type { OfficeFault } from './office-ballot.ts'
import type { OfficeMeetingDesk } from './office-meeting.ts'

/** What came of bringing a sheet to the Office: the last answer, and whose it was. Null stands for the meeting itself. */
export type StoredSheet = { result: Result<Verdict, OfficeFault>; part: AgendaItemId | null }

/**
 * Brings every part that differs to the Office, one act each, and stops at the first that is not accepted: what was stored
 * until then stays stored, and the rest stays here. Null where nothing differs.
 */
export async function storeSheet(
  desk: Pick<OfficeMeetingDesk, 'storeMeeting' | 'storeItem' | 'removeItem'>,
  what: { meeting: MeetingId; isNew: boolean; base: MeetingSheet; kept: KeptSheet; reason: string | null },
  on: {
    /** The Office holds this part by this print. */
    stored(part: AgendaItemId | null, print: Hash): void
    progress(done: number, of: number): void
  },
): Promise<StoredSheet | null> {
  const { meeting, base, kept, reason } = what
  const head = sheetOver(base, kept).meeting
  const steps: { part: AgendaItemId | null; print: Hash | null; take(): Promise<StoredSheet['result']> }[] = [
    ...(what.isNew || kept.meeting !== null
      ? [{ part: null, print: meetingPrint(head), take: () => desk.storeMeeting(meeting, head, reason) }]
      : []),
    ...kept.dropped.map((item) => {
      return { part: item, print: null, take: () => desk.removeItem({ meeting, item }, reason) }
    }),
    ...kept.items.map((item) => {
      return { part: item.id, print: itemPrint(item), take: () => desk.storeItem(meeting, item, reason) }
    }),
  ]
  let last: StoredSheet | null = null
  for (const [i, { part, print, take }] of steps.entries()) {
    on.progress(i, steps.length)
    last = { part, result: await take() }
    if (!last.result.ok || last.result.value.kind !== 'accepted') return last
    if (print !== null) on.stored(part, print)
  }
  return last
}
