import type { MeetingId } from '../../shared/domain/id.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import { draftsOfMeeting } from '../../shared/domain/task-from-conclusion.ts'
import { closingContext } from './closing.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import { appendEntry } from './server-entry.ts'

/** M9, right after a meeting has been concluded: what its conclusions assign becomes drafts for the Office. */
export async function draftTasks(meeting: MeetingId, batch: LedgerBatch): Promise<void> {
  await batch.load([meetingKey(meeting), `item-session/${meeting}/`, `agenda-item/${meeting}/`])
  for (const entry of draftsOfMeeting(meeting, closingContext(batch))) await appendEntry(entry, batch)
}
