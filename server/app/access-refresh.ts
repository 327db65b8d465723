import { subjectOn } from '../../shared/domain/access.ts'
import { scopesOfSubject } from '../../shared/domain/scope.ts'
import { dayOf } from '../../shared/lib/time.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { LedgerWrites } from './ledger-port.ts'
import { appendEntry } from './server-entry.ts'

/** G1: an appointment begins or ends with its day; what its holder may read changes then, and the ledger says so. */
export async function refreshAccess(batch: LedgerBatch, ledger: LedgerWrites): Promise<void> {
  for (const person of batch.reader.list('person')) {
    const now = scopesOfSubject(subjectOn(person, null, batch.at))
    const before = await ledger.scopesOfPerson(person.id)
    const gained = now.filter((scope) => !before.includes(scope))
    const lost = before.filter((scope) => !now.includes(scope))
    if (gained.length === 0 && lost.length === 0) continue
    const id = `access/${person.id}/${dayOf(batch.at)}`
    if (await batch.hasServerEntry(id)) continue
    await appendEntry({ id, events: [{ kind: 'access-changed', person: person.id, gained, lost }] }, batch)
  }
}
