import type { HeldTask } from '../../server/app/held-tasks.ts'
import type { LedgerReads } from '../../server/app/ledger-port.ts'
import type { AgencyId, PersonId } from '../../shared/domain/id.ts'
import { chief } from './tasks-register.ts'
import { print } from './tasks-report.ts'

/** What the feed gives a desk of one agency that begins anew: its agency's tasks, and no others (T7, D2). */
export async function measureShare(deps: {
  ledger: Pick<LedgerReads, 'feed'>
  clerk: PersonId
  agency: AgencyId
  tasks: readonly HeldTask[]
}): Promise<void> {
  const { ledger, clerk, agency, tasks } = deps
  const own = tasks.filter(({ line }) => line.lead === agency || line.supporting.includes(agency))
  const desk = await fetched(ledger, clerk)
  const all = await fetched(ledger, chief)
  const ids = new Set<string>(own.map(({ line }) => `task/${line.id}`))
  print({
    metric: 'tasks of the agency missing at its desk',
    value: own.length - desk.keys.filter((key) => ids.has(key)).length,
    unit: '1',
    most: 0,
  })
  print({
    metric: 'tasks of other agencies at its desk',
    value: desk.keys.filter((key) => !ids.has(key)).length,
    unit: '1',
    most: 0,
  })
  print({ metric: 'tasks at the desk', value: desk.keys.length, unit: '1' })
  print({ metric: 'tasks at the Prime Minister’s', value: all.keys.length, unit: '1' })
  print({ metric: 'rows of tasks for the desk', value: desk.bytes, unit: 'bytes' })
  print({
    metric: 'desk to Prime Minister, bytes',
    value: desk.bytes / all.bytes,
    unit: 'ratio',
    subject: 'ratio',
    most: 0.05,
  })
}

async function fetched(
  ledger: Pick<LedgerReads, 'feed'>,
  person: PersonId,
): Promise<{ keys: string[]; bytes: number }> {
  const keys: string[] = []
  let bytes = 0
  for (let after = -1, more = true; more; ) {
    const page = await ledger.feed({ person, after, limit: 500 })
    for (const { key, entity } of page.rows) {
      if (entity.kind !== 'task') continue
      keys.push(key)
      bytes += Buffer.byteLength(JSON.stringify(entity))
    }
    more = page.more
    after = page.upTo
  }
  return { keys, bytes }
}
