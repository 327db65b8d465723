import { applyEvent, keysTouchedBy } from '../../shared/domain/apply.ts'
import { type Entity, type EntityKey, entitySchemaByKind } from '../../shared/domain/entity.ts'
import { type LedgerKey, openCheckpoint } from '../../shared/ledger/checkpoint.ts'
import { appendLeaves, emptyFrontier, rootOfFrontier } from '../../shared/ledger/frontier.ts'
import { leafHash } from '../../shared/ledger/merkle.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import { equalBytes, utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { entryEvents, entryStandpoint, parseEntry } from '../../shared/protocol/leaf.ts'
import type { LedgerReads } from './ledger-port.ts'

/**
 * Reads the whole ledger again: leaves against tree, tree against signed checkpoint, rows against leaves. Run at start and
 * daily; finds leaf bytes edited without the tree, and rows edited beside the ledger (trust.md, "Seeing tampering").
 */

export type ReplayFault =
  | { kind: 'leaf-unreadable'; n: number }
  | { kind: 'leaf-out-of-order'; n: number }
  | { kind: 'checkpoint-missing' }
  | { kind: 'checkpoint-invalid'; why: string }
  | { kind: 'root-differs'; size: number }
  | { kind: 'row-differs'; key: EntityKey }
  | { kind: 'row-missing'; key: EntityKey }
  | { kind: 'row-without-leaf'; key: EntityKey }

const leavesPerRead = 500

export async function replayLedger(
  ledger: LedgerReads,
  key: LedgerKey,
  verify: VerifyEd25519,
): Promise<{ size: number; faults: ReplayFault[] }> {
  const faults: ReplayFault[] = []
  const rows = new Map<EntityKey, Entity>()
  const checkpoint = await ledger.checkpoint()
  const { size } = await ledger.head()
  let frontier = emptyFrontier
  let lastAt = 0
  for (let from = 0; from < size; from += leavesPerRead) {
    const leaves = (await ledger.leavesFrom(from, leavesPerRead)).filter(({ n }) => n < size)
    frontier = appendLeaves(
      frontier,
      leaves.map(({ text }) => leafHash(utf8(text))),
    ).frontier
    for (const [i, leaf] of leaves.entries()) {
      const entry = parseEntry(leaf.text)
      if (!entry) {
        faults.push({ kind: 'leaf-unreadable', n: leaf.n })
        continue
      }
      if (entry.n !== from + i || entry.at < lastAt) faults.push({ kind: 'leaf-out-of-order', n: leaf.n })
      lastAt = entry.at
      for (const event of entryEvents(entry)) {
        for (const touched of keysTouchedBy(event)) {
          rows.set(touched, applyEvent(rows.get(touched), touched, event, entryStandpoint(entry)))
        }
      }
    }
  }
  if (size === 0) return { size, faults }
  if (!checkpoint) return { size, faults: [...faults, { kind: 'checkpoint-missing' }] }
  const opened = await openCheckpoint(checkpoint.note, key, verify)
  if (!opened.ok) faults.push({ kind: 'checkpoint-invalid', why: opened.error.kind })
  else if (opened.value.size !== size || !equalBytes(opened.value.root, rootOfFrontier(frontier))) {
    faults.push({ kind: 'root-differs', size })
  }
  return { size, faults: [...faults, ...(await compareRows(rows, ledger))] }
}

async function compareRows(rows: Map<EntityKey, Entity>, ledger: LedgerReads): Promise<ReplayFault[]> {
  const faults: ReplayFault[] = []
  const stored = new Map<EntityKey, Entity>()
  for (const kind of Object.keys(entitySchemaByKind)) {
    const prefix = kind === 'settings' ? 'settings' : `${kind}/`
    for (const row of await ledger.rows([prefix])) stored.set(row.key, row.entity)
  }
  for (const [key, entity] of rows) {
    const row = stored.get(key)
    if (!row) faults.push({ kind: 'row-missing', key })
    else if (canonicalJson(row) !== canonicalJson(entity)) faults.push({ kind: 'row-differs', key })
  }
  for (const key of stored.keys()) if (!rows.has(key)) faults.push({ kind: 'row-without-leaf', key })
  return faults
}
