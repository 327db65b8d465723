import type { EntityKind, EntityOf } from '../../../shared/domain/entity.ts'
import type { TaskOffice } from '../../../shared/domain/testing/task-office.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import type { LedgerReads, StoredRow } from '../ledger-port.ts'

const isOfKind = <K extends EntityKind>(
  kind: K,
  row: StoredRow,
): row is StoredRow & { entity: EntityOf<K> } => row.entity.kind === kind

/** The Office's rows as a ledger holds them; each change of a row has a number of its own. */
export function registerReads(office: TaskOffice) {
  const seen = new Map<string, { entity: unknown; n: number }>()
  let last = 0
  const numbered = () =>
    [...office.rows].map(([key, entity]) => {
      const before = seen.get(key)
      const n = before?.entity === entity ? before.n : ++last
      seen.set(key, { entity, n })
      return { key, entity, n, trail: [n] }
    })
  let rowsRead = 0
  const ledger: Pick<LedgerReads, 'rows' | 'rowsChanged' | 'openings'> = {
    rows: async () => numbered(),
    rowsChanged: async (kind, after, limit) => {
      const rows = numbered()
        .filter((row) => isOfKind(kind, row))
        .filter(({ n, key }) => n > after.n || (n === after.n && key > after.key))
        .sort((one, other) => one.n - other.n)
        .slice(0, limit)
      rowsRead += rows.length
      return rows
    },
    openings: async (hashes) =>
      new Map(
        hashes.flatMap((commit) => {
          const content = office.taskContents.get(commit)
          const value = content ? canonicalJson(content) : office.openings.get(commit)
          return value === undefined ? [] : [[commit, { commit, salt: '', value }] as const]
        }),
      ),
  }
  return { ledger, read: () => rowsRead }
}
