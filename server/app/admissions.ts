import { isEnding, itemsOpenTo } from '../../shared/domain/agenda-item.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { StoredRow } from './ledger-port.ts'
import { appendEntry } from './server-entry.ts'

/**
 * Ends every admission whose hour has passed, so that the tablets of guests and substitutes hear `gone`. `permit` has stopped
 * their reading with the hour itself. Runs at the start of each transaction, as closings do.
 */
export async function runDueAdmissions(batch: LedgerBatch, due: readonly StoredRow[]): Promise<void> {
  for (const { entity } of due) {
    if (entity.kind !== 'agenda-item') continue
    const { meeting, id: item } = entity
    const prefix = `agenda-item/${meeting}/`
    await batch.load([`meeting/${meeting}`, prefix])
    for (const { person, to } of entity.admissions.filter((admission) => isEnding(admission, batch.at))) {
      const isLast = itemsOpenTo(person, batch.reader.list('agenda-item', prefix)).length === 1
      const id = `admission-ended/${meeting}/${item}/${person}/${to}`
      await appendEntry({ id, events: [{ kind: 'admission-ended', meeting, item, person, isLast }] }, batch)
    }
  }
}
