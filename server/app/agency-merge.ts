import { mergeEntries } from '../../shared/domain/agency-merge.ts'
import { directiveKey } from '../../shared/domain/directive.ts'
import type { Event } from '../../shared/domain/event.ts'
import type { Task } from '../../shared/domain/task.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { LedgerReads } from './ledger-port.ts'
import { appendEntry } from './server-entry.ts'

/** Right after an agency has been merged, in its transaction: the other's desk has the tasks, or nothing has happened. */
export async function passTasks(
  event: Extract<Event, { kind: 'agency-merged' }>,
  batch: LedgerBatch,
  ledger: Pick<LedgerReads, 'openTasksOf'>,
): Promise<void> {
  const keys = (await ledger.openTasksOf(event.agency)).map(({ key }) => key)
  await batch.load(keys)
  const tasks = keys.flatMap((key): Task[] => {
    const task = batch.reader.get('task', key)
    return task ? [task] : []
  })
  const directives = tasks.flatMap(({ source }) =>
    source.directive === undefined ? [] : [directiveKey(source.directive)],
  )
  await batch.load([...new Set(directives)])
  for (const entry of mergeEntries(event, tasks, batch.reader)) await appendEntry(entry, batch)
}
