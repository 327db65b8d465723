import { mergeEntries } from '../../shared/domain/agency-merge.ts'
import { directiveKey } from '../../shared/domain/directive.ts'
import type { Event } from '../../shared/domain/event.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { LedgerReads } from './ledger-port.ts'
import { appendEntry } from './server-entry.ts'

/** Right after an agency has been merged, in its transaction: the other's desk has the tasks, or nothing has happened. */
export async function passTasks(
  event: Extract<Event, { kind: 'agency-merged' }>,
  batch: LedgerBatch,
  ledger: Pick<LedgerReads, 'openTasksOf'>,
): Promise<void> {
  await batch.load((await ledger.openTasksOf(event.agency)).map(({ key }) => key))
  // With what was given to it in this very transaction, which no query sees.
  const tasks = batch.reader.list('task')
  const directives = tasks.flatMap(({ source }) =>
    source.directive === undefined ? [] : [directiveKey(source.directive)],
  )
  await batch.load([...new Set(directives)])
  for (const entry of mergeEntries(event, tasks, batch.reader)) await appendEntry(entry, batch)
}
