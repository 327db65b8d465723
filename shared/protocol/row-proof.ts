import { applyEvent, keysTouchedBy } from '../domain/apply.ts'
import type { Entity, EntityKey, EntityKind } from '../domain/entity.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { type Entry, entryEvents, entryStandpoint, parseEntry } from './leaf.ts'

/**
 * A row edited beside the ledger is seen: rows of these kinds come with the leaves that made them, and the row must equal
 * those leaves applied (trust.md, "Seeing tampering"). The leaves themselves are proven by path and checkpoint.
 */
export const provenKinds: ReadonlySet<EntityKind> = new Set([
  'ballot',
  'answers',
  'tally',
  'restore',
  'cast',
  'vote-tally',
])

/** The row that leaves make, in their order; null where they make none. @throws where they cannot follow one another. */
export function rebuildRow(key: EntityKey, entries: readonly Entry[]): Entity | null {
  let entity: Entity | undefined
  for (const entry of [...entries].sort((a, b) => a.n - b.n)) {
    for (const event of entryEvents(entry)) {
      if (keysTouchedBy(event).includes(key)) entity = applyEvent(entity, key, event, entryStandpoint(entry))
    }
  }
  return entity ?? null
}

/** Whether a row is what its leaves say, to the letter. */
export function isRowProven(key: EntityKey, value: Entity, leafTexts: readonly string[]): boolean {
  try {
    const entries = leafTexts.flatMap((text) => parseEntry(text) ?? [])
    // A leaf shown twice would be applied twice.
    if (new Set(entries.map(({ n }) => n)).size !== leafTexts.length) return false
    const rebuilt = rebuildRow(key, entries)
    return rebuilt !== null && canonicalJson(rebuilt) === canonicalJson(value)
  } catch {
    return false
  }
}
