import {
  type Entity,
  type EntityKey,
  type EntityKind,
  type EntityReader,
  readerOver,
} from '../../shared/domain/entity.ts'
import type { ConfirmedRow } from './ports.ts'

/**
 * The rows in memory, found by kind: screens ask for all of a kind many times for each drawing. A page of the feed changes what
 * it brings and nothing else, since a device may hold tens of thousands, and in a session something comes every second.
 */
export type HeldRows = {
  reader: EntityReader
  get(key: EntityKey): ConfirmedRow | undefined
  all(): Iterable<ConfirmedRow>
  /** Grows with each change of rows of these kinds. */
  changesOf(kinds: readonly EntityKind[]): number
  replace(rows: ReadonlyMap<EntityKey, ConfirmedRow>): void
  /** @returns the rows that were there before under the keys of the page. */
  take(page: { rows: readonly ConfirmedRow[]; gone: readonly EntityKey[] }): ConfirmedRow[]
}

export function createHeldRows(): HeldRows {
  const rows = new Map<EntityKey, ConfirmedRow>()
  const byKind = new Map<EntityKind, { entities: Map<EntityKey, Entity>; reader: EntityReader }>()
  const changes = new Map<EntityKind, number>()
  let replacements = 0
  const none = readerOver(new Map())

  const ofKind = (kind: EntityKind) => {
    const known = byKind.get(kind)
    if (known) return known
    const entities = new Map<EntityKey, Entity>()
    const made = { entities, reader: readerOver(entities) }
    byKind.set(kind, made)
    return made
  }
  const noteChange = ({ entity: { kind } }: ConfirmedRow) =>
    void changes.set(kind, (changes.get(kind) ?? 0) + 1)
  const put = (row: ConfirmedRow) => {
    rows.set(row.key, row)
    ofKind(row.entity.kind).entities.set(row.key, row.entity)
  }
  const remove = ({ key, entity }: ConfirmedRow) => {
    rows.delete(key)
    byKind.get(entity.kind)?.entities.delete(key)
  }

  return {
    reader: {
      get: (kind, key) => (byKind.get(kind)?.reader ?? none).get(kind, key),
      list: (kind, prefix) => (byKind.get(kind)?.reader ?? none).list(kind, prefix),
    },
    get: (key) => rows.get(key),
    all: () => rows.values(),
    changesOf: (kinds) => kinds.reduce((sum, kind) => sum + (changes.get(kind) ?? 0), replacements),
    replace: (next) => {
      replacements += 1
      rows.clear()
      byKind.clear()
      for (const row of next.values()) put(row)
    },
    take: (page) => {
      const keys = [...page.gone, ...page.rows.map(({ key }) => key)]
      const before = keys.flatMap((key) => rows.get(key) ?? [])
      for (const key of page.gone) {
        const row = rows.get(key)
        if (row) remove(row)
      }
      for (const row of page.rows) put(row)
      for (const row of [...before, ...page.rows]) noteChange(row)
      return before
    },
  }
}
