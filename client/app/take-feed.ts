import type { Act } from '../../shared/domain/act.ts'
import { entitySchemaByKind } from '../../shared/domain/entity.ts'
import { Hash } from '../../shared/domain/id.ts'
import { type Checkpoint, type LedgerKey, openCheckpoint } from '../../shared/ledger/checkpoint.ts'
import { leafHash, verifyConsistency, verifyInclusion } from '../../shared/ledger/merkle.ts'
import type { Receipt } from '../../shared/ledger/receipt.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import { formatTlogProof } from '../../shared/ledger/tlog-proof.ts'
import { fromBase64 } from '../../shared/lib/base64.ts'
import { fromHex, hex, utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { isOpenedBy } from '../../shared/protocol/envelope.ts'
import type { FeedLeaf, FeedPage, FeedRow } from '../../shared/protocol/feed.ts'
import { type Entry, parseEntry } from '../../shared/protocol/leaf.ts'
import { isRowProven, provenKinds } from '../../shared/protocol/row-proof.ts'
import type { Clock, ConfirmedRow, FeedCursor, OutboxItem, SettledAct } from './ports.ts'

/**
 * A page of the feed, believed only as far as it is proven: the checkpoint signed by the pinned key and consistent with the
 * last one seen, each leaf in that tree, each text under its hash, each proven row equal to its leaves (O1, O4).
 */

export type FeedFault =
  | { kind: 'checkpoint-invalid'; why: string }
  /** The server's tree is smaller than one that it has signed before, or another: rolled back or forked. */
  | { kind: 'ledger-rolled-back'; seen: number; offered: number }
  | { kind: 'ledger-forked'; size: number }
  | { kind: 'leaf-not-in-ledger'; n: number }
  | { kind: 'row-malformed'; key: string }
  | { kind: 'row-not-proven'; key: string }
  /** The server has begun a new epoch: what this device holds is asked for anew. */
  | { kind: 'new-epoch'; epoch: number }

export type TakenPage = {
  rows: ConfirmedRow[]
  gone: string[]
  settled: SettledAct[]
  cursor: FeedCursor
  more: boolean
}

export type FeedHolding = {
  cursor: FeedCursor
  outbox: readonly OutboxItem[]
}

export async function verifyFeedPage(
  page: FeedPage,
  holding: FeedHolding,
  deps: { ledgerKey: LedgerKey; verify: VerifyEd25519; clock: Clock },
): Promise<Result<TakenPage, FeedFault>> {
  const { cursor } = holding
  if (cursor.tree !== null && page.epoch !== cursor.epoch)
    return fail({ kind: 'new-epoch', epoch: page.epoch })
  const opened = await treeOf(page, cursor, deps)
  if (!opened.ok) return opened
  const checkpoint = opened.value
  if (checkpoint === null) {
    return ok({
      rows: [],
      gone: [],
      settled: [],
      cursor: { ...cursor, syncedAt: deps.clock.now() },
      more: false,
    })
  }
  const entryByNumber = new Map(page.leaves.map(({ n, leaf }) => [n, parseEntry(leaf)]))
  const foreign = page.leaves.find(
    (leaf) => entryByNumber.get(leaf.n)?.n !== leaf.n || !isInTree(leaf, checkpoint),
  )
  if (foreign) return fail({ kind: 'leaf-not-in-ledger', n: foreign.n })

  const leafByNumber = new Map(page.leaves.map((leaf) => [leaf.n, receiptOf(leaf, page.checkpoint ?? '')]))
  const rows: ConfirmedRow[] = []
  for (const row of page.rows) {
    const taken = takeRow(row, leafByNumber)
    if (!taken.ok) return taken
    rows.push(taken.value)
  }
  const tree = { epoch: page.epoch, size: checkpoint.size, root: Hash.parse(hex(checkpoint.root)) }
  return ok({
    rows,
    gone: page.gone,
    settled: settledBy(page, entryByNumber, holding.outbox, deps.clock),
    cursor: { epoch: page.epoch, after: page.upTo, tree, syncedAt: deps.clock.now() },
    more: page.more,
  })
}

async function treeOf(
  page: FeedPage,
  { tree }: FeedCursor,
  { ledgerKey, verify }: { ledgerKey: LedgerKey; verify: VerifyEd25519 },
): Promise<Result<Checkpoint | null, FeedFault>> {
  if (page.checkpoint === null) {
    return tree === null ? ok(null) : fail({ kind: 'ledger-rolled-back', seen: tree.size, offered: 0 })
  }
  const opened = await openCheckpoint(page.checkpoint, ledgerKey, verify)
  if (!opened.ok) return fail({ kind: 'checkpoint-invalid', why: opened.error.kind })
  const checkpoint = opened.value
  if (checkpoint.epoch !== page.epoch) return fail({ kind: 'checkpoint-invalid', why: 'epoch' })
  if (tree === null) return ok(checkpoint)
  if (checkpoint.size < tree.size) {
    return fail({ kind: 'ledger-rolled-back', seen: tree.size, offered: checkpoint.size })
  }
  const path = page.consistency.map(fromBase64)
  const isConsistent = verifyConsistency({
    size1: tree.size,
    size2: checkpoint.size,
    root1: fromHex(tree.root),
    root2: checkpoint.root,
    path: path.filter((hash) => hash !== null),
  })
  return isConsistent ? ok(checkpoint) : fail({ kind: 'ledger-forked', size: checkpoint.size })
}

function isInTree({ n, leaf, path }: FeedLeaf, { size, root }: Checkpoint): boolean {
  const hashes = path.map(fromBase64).filter((hash) => hash !== null)
  return verifyInclusion({ leafHash: leafHash(utf8(leaf)), index: n, size, path: hashes, root })
}

function takeRow(row: FeedRow, leafByNumber: ReadonlyMap<number, Receipt>): Result<ConfirmedRow, FeedFault> {
  const { key, n, openings } = row
  const kind = row.value.kind
  const schema = Object.hasOwn(entitySchemaByKind, kind) ? entitySchemaByKind[kind] : undefined
  const parsed = schema?.safeParse(row.value)
  if (!parsed?.success || !openings.every(isOpenedBy)) return fail({ kind: 'row-malformed', key })
  const entity = parsed.data
  if (!provenKinds.has(entity.kind)) return ok({ key, n, entity, openings, leaves: [], proofs: [] })
  const receipts = row.trail.map((number) => leafByNumber.get(number)).filter((one) => one !== undefined)
  const leaves = receipts.map(({ leaf }) => leaf)
  if (leaves.length !== row.trail.length || !isRowProven(key, entity, leaves))
    return fail({ kind: 'row-not-proven', key })
  return ok({ key, n, entity, openings, leaves, proofs: receipts.map(({ proof }) => proof) })
}

function receiptOf({ n, leaf, path }: FeedLeaf, checkpoint: string): Receipt {
  const hashes = path.map(fromBase64).filter((hash) => hash !== null)
  return { leaf, proof: formatTlogProof({ index: n, path: hashes, checkpoint, extra: null }) }
}

/** The very act that was signed here, not only one that bears its id. */
export const isSameAct = (one: Act, other: Act): boolean => canonicalJson(one) === canonicalJson(other)

/** Acts of this device that the page's leaves answer; the leaf must hold the very act that was stored. */
function settledBy(
  page: FeedPage,
  entryByNumber: ReadonlyMap<number, Entry | null>,
  outbox: readonly OutboxItem[],
  clock: Clock,
): SettledAct[] {
  const settled: SettledAct[] = []
  for (const leaf of page.leaves) {
    const entry = entryByNumber.get(leaf.n)
    if (entry?.kind !== 'act' || page.checkpoint === null) continue
    const item = outbox.find(({ act }) => isSameAct(act, entry.act))
    if (!item) continue
    const receipt = receiptOf(leaf, page.checkpoint)
    settled.push({ id: item.id, act: item.act, openings: item.openings, receipt, settledAt: clock.now() })
  }
  return settled
}
