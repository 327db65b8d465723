import { closingEntry, isDue, silenceEntries, tallyEntry } from '../../shared/domain/closing.ts'
import type { BallotId, Hash } from '../../shared/domain/id.ts'
import { silencedWithin } from '../../shared/domain/restore.ts'
import { settingsOn } from '../../shared/domain/settings.ts'
import { weekendsOnly } from '../../shared/domain/working-day.ts'
import { dayOf, instant } from '../../shared/lib/time.ts'
import {
  agendaItemContentOf,
  ballotContentOf,
  conclusionContentOf,
  directiveContentOf,
  meetingContentOf,
  minutesContentOf,
  taskContentOf,
  voteContentOf,
} from './content.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { StoredRow } from './ledger-port.ts'
import type { UptimeStore } from './ports.ts'
import { appendEntry } from './server-entry.ts'

/** What closing a ballot reads: everything that anybody said to it. */
export const readsOfClosing = (ballot: BallotId): string[] => [
  `ballot/${ballot}`,
  `answers/${ballot}/`,
  `progress/${ballot}/`,
  `tally/${ballot}`,
]

/** The part of a rule's context that closing and counting need. */
export function closingContext(batch: LedgerBatch) {
  const settings = settingsOn(batch.reader.get('settings', 'settings'), dayOf(batch.at))
  return {
    at: batch.at,
    reader: batch.reader,
    settings,
    calendar: weekendsOnly,
    opened: batch.opened,
    content: (hash: Hash) => ballotContentOf(batch, hash),
    meetingContent: (hash: Hash) => meetingContentOf(batch, hash),
    agendaItemContent: (hash: Hash) => agendaItemContentOf(batch, hash),
    voteContent: (hash: Hash) => voteContentOf(batch, hash),
    minutesContent: (hash: Hash) => minutesContentOf(batch, hash),
    conclusionContent: (hash: Hash) => conclusionContentOf(batch, hash),
    taskContent: (hash: Hash) => taskContentOf(batch, hash),
    directiveContent: (hash: Hash) => directiveContentOf(batch, hash),
  }
}

/** Entries of the silent and the count, right after a ballot has closed (B8, G2). */
export async function closeOut(id: BallotId, batch: LedgerBatch): Promise<void> {
  await batch.load(readsOfClosing(id))
  const ballot = batch.reader.get('ballot', `ballot/${id}`)
  if (!ballot) throw new Error(`no ballot ${id} to close`)
  for (const entry of silenceEntries(ballot, closingContext(batch))) await appendEntry(entry, batch)
  const tally = tallyEntry(ballot, closingContext(batch), [])
  if (tally === null) throw new Error(`ballot ${id} closed without content to count`)
  await appendEntry(tally, batch)
}

/**
 * Closes every ballot whose hour has passed. Runs at the start of each transaction, before any act with a later hour, so
 * that no answer slips in between deadline and closing whatever the clock of the job that watches it.
 */
export async function runDueClosings(
  batch: LedgerBatch,
  due: readonly StoredRow[],
  uptime: Pick<UptimeStore, 'downBetween'>,
): Promise<void> {
  for (const { entity } of due) {
    if (entity.kind !== 'ballot' || !isDue(entity, batch.at)) continue
    await batch.load(readsOfClosing(entity.id))
    const { deadlineAt } = entity
    const { downtimeWindowMs } = closingContext(batch).settings
    // Before its issue no answer to it could get lost: a server that started this morning has missed none of tonight's.
    const issuedAt = entity.versions[0]?.at ?? deadlineAt
    const from = instant(Math.max(deadlineAt - downtimeWindowMs, issuedAt))
    const down =
      silencedWithin(batch.reader.list('restore'), from, deadlineAt) ??
      (await uptime.downBetween(from, deadlineAt))
    const entry = closingEntry(entity, down)
    await appendEntry(entry, batch)
    if (down === null) await closeOut(entity.id, batch)
  }
}
