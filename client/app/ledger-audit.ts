import { Hash } from '../../shared/domain/id.ts'
import { type LedgerKey, openCheckpoint } from '../../shared/ledger/checkpoint.ts'
import { leafHash, rootOf } from '../../shared/ledger/merkle.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { type Bytes, equalBytes, hex, utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { KnownTree } from '../../shared/protocol/feed.ts'
import type { Api, NetworkFault } from './ports.ts'

/**
 * O4 for who may verify: every leaf in order, hashed here again, against the checkpoint that the server signs and against
 * the one that this device had seen before. Nothing of it is taken on the server's word.
 */
export type LedgerAudit = {
  outcome: 'good' | 'root-differs' | 'not-signed' | 'leaves-missing'
  size: number
  root: Hash
  /** Whether the checkpoint seen before is part of it; null where none was, or of another epoch. */
  seenBefore: boolean | null
  /** Leaves and checkpoint as they came, as JSON: evidence. */
  file: string
}

export type AuditLedger = (request: {
  onProgress(done: number, total: number): void
  signal: AbortSignal
}) => Promise<Result<LedgerAudit, NetworkFault | { kind: 'stopped' }>>

const pageSize = 1000

export function createAuditLedger(deps: {
  api: Pick<Api, 'readLedger'>
  ledgerKey: LedgerKey
  verify: VerifyEd25519
  known(): KnownTree | null
}): AuditLedger {
  const { api, ledgerKey, verify, known } = deps
  return async ({ onProgress, signal }) => {
    const leaves: string[] = []
    let note: string | null = null
    // The ledger grows meanwhile: what the first answer signs is what is fetched and compared.
    let target = Number.POSITIVE_INFINITY
    let opened: Awaited<ReturnType<typeof openCheckpoint>> | null = null
    while (leaves.length < target) {
      if (signal.aborted) return fail({ kind: 'stopped' })
      const page = await api.readLedger(leaves.length, pageSize)
      if (!page.ok) return page
      if (note === null) {
        note = page.value.checkpoint
        opened = note === null ? null : await openCheckpoint(note, ledgerKey, verify)
        target = opened?.ok ? opened.value.size : page.value.leaves.length
      }
      if (page.value.leaves.length === 0) break
      leaves.push(...page.value.leaves.slice(0, target - leaves.length))
      onProgress(leaves.length, target)
    }
    const hashes = leaves.map((leaf) => leafHash(utf8(leaf)))
    const root = rootOf(hashes)
    const file = canonicalJson({
      v: 1,
      what: 'e-cabinet ledger',
      ledger: { name: ledgerKey.name, publicKey: base64(ledgerKey.publicKey) },
      checkpoint: note,
      leaves,
    })
    const common = { size: leaves.length, root: Hash.parse(hex(root)), file }
    if (!opened?.ok) return ok({ ...common, outcome: 'not-signed', seenBefore: null })
    const { size, root: signed, epoch } = opened.value
    const seenBefore = fitsKnown(known(), epoch, hashes)
    if (leaves.length < size) return ok({ ...common, outcome: 'leaves-missing', seenBefore })
    return ok({ ...common, outcome: equalBytes(root, signed) ? 'good' : 'root-differs', seenBefore })
  }
}

function fitsKnown(tree: KnownTree | null, epoch: number, hashes: readonly Bytes[]): boolean | null {
  if (tree === null || tree.epoch !== epoch) return null
  return tree.size <= hashes.length && hex(rootOf(hashes.slice(0, tree.size))) === tree.root
}
