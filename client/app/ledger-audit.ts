import { ballotNumber } from '../../shared/domain/ballot-apply.ts'
import { type BallotId, Hash } from '../../shared/domain/id.ts'
import { type LedgerKey, openCheckpoint } from '../../shared/ledger/checkpoint.ts'
import { leafHash, rootOf } from '../../shared/ledger/merkle.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { type Bytes, equalBytes, hex, utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { KnownTree } from '../../shared/protocol/feed.ts'
import { entryEvents, entryStandpoint, parseEntry } from '../../shared/protocol/leaf.ts'
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
  /** Ballots that the ledger says are closed, in the order in which they closed. */
  closed: ClosedBallot[]
  /** Leaves and checkpoint as they came, as JSON: evidence. */
  file: string
}

export type ClosedBallot = { ballot: BallotId; number: string; closedAt: Instant }

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
    const common = { size: leaves.length, root: Hash.parse(hex(root)), closed: closedIn(leaves), file }
    if (!opened?.ok) return ok({ ...common, outcome: 'not-signed', seenBefore: null })
    const { size, root: signed, epoch } = opened.value
    const seenBefore = fitsKnown(known(), epoch, hashes)
    if (leaves.length < size) return ok({ ...common, outcome: 'leaves-missing', seenBefore })
    return ok({ ...common, outcome: equalBytes(root, signed) ? 'good' : 'root-differs', seenBefore })
  }
}

function closedIn(leaves: readonly string[]): ClosedBallot[] {
  const ballots = new Map<BallotId, { number: string; closedAt: Instant | null }>()
  // Few leaves matter here, and reading all of a long ledger takes its time.
  for (const leaf of leaves.filter((text) => /"ballot-(issued|closed)"/.test(text))) {
    const entry = parseEntry(leaf)
    for (const event of entry ? entryEvents(entry) : []) {
      if (event.kind === 'ballot-issued') {
        ballots.set(event.ballot, { number: ballotNumber(event.serial, event.year), closedAt: null })
      }
      const known = event.kind === 'ballot-closed' ? ballots.get(event.ballot) : undefined
      if (known && entry) known.closedAt = entryStandpoint(entry).at
    }
  }
  return [...ballots].flatMap(([ballot, { number, closedAt }]) =>
    closedAt === null ? [] : [{ ballot, number, closedAt }],
  )
}

function fitsKnown(tree: KnownTree | null, epoch: number, hashes: readonly Bytes[]): boolean | null {
  if (tree === null || tree.epoch !== epoch) return null
  return tree.size <= hashes.length && hex(rootOf(hashes.slice(0, tree.size))) === tree.root
}
