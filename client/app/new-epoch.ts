import { Hash } from '../../shared/domain/id.ts'
import { type LedgerKey, openCheckpoint } from '../../shared/ledger/checkpoint.ts'
import { leafHash, verifyConsistency, verifyInclusion } from '../../shared/ledger/merkle.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import { fromBase64 } from '../../shared/lib/base64.ts'
import { fromHex, hex, utf8 } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { FeedPage, KnownTree } from '../../shared/protocol/feed.ts'
import { entryEvents, parseEntry } from '../../shared/protocol/leaf.ts'
import { type HandInRequest, handInMaxLeaves } from '../../shared/protocol/restore.ts'
import type { Api, ConfirmedRow, FeedCursor, NetworkFault, RowStore, SettledAct } from './ports.ts'
import type { FeedFault } from './take-feed.ts'

/**
 * A restored ledger, as a tablet meets it (docs/decisions/0011): believed only by the proven word of two officers. Before its
 * rows begin anew, this tablet hands in every receipt of earlier epochs that it holds; cut off, it does so again from the start.
 */
export type EpochMove =
  | { kind: 'moved' }
  /** No declaration yet: everything here stays as it is. */
  | { kind: 'undeclared' }
  | { kind: 'not-handed-in'; fault: NetworkFault }

type Keys = { ledgerKey: LedgerKey; verify: VerifyEd25519 }

export async function moveToEpoch(
  page: FeedPage,
  held: { cursor: FeedCursor; rows: readonly ConfirmedRow[]; settled: readonly SettledAct[] },
  deps: Keys & { api: Pick<Api, 'handInLeaves'>; store: Pick<RowStore, 'reset'> },
): Promise<Result<EpochMove, FeedFault>> {
  if (!page.restored) return ok({ kind: 'undeclared' })
  const tree = await declaredTree(page, page.restored, deps)
  if (!tree) return fail({ kind: 'new-epoch', epoch: page.epoch })
  const { cursor } = held
  const seen = { epoch: cursor.epoch, size: cursor.tree?.size ?? 0 }
  const loads = loadsOf(heldLeaves(held.rows, held.settled))
  for (const [i, leaves] of loads.entries()) {
    const left = loads.slice(i + 1).reduce((sum, load) => sum + load.length, 0)
    const reply = await deps.api.handInLeaves({ seen, leaves, left })
    if (!reply.ok) return ok({ kind: 'not-handed-in', fault: reply.error })
  }
  await deps.store.reset({ epoch: page.epoch, after: -1, tree, syncedAt: cursor.syncedAt })
  return ok({ kind: 'moved' })
}

/** The tree of the page, where it holds what two officers signed of the ledger that was restored; null otherwise. */
async function declaredTree(
  { epoch, checkpoint: note }: FeedPage,
  { declared, consistency }: NonNullable<FeedPage['restored']>,
  { ledgerKey, verify }: Keys,
): Promise<KnownTree | null> {
  const opened = note === null ? null : await openCheckpoint(note, ledgerKey, verify)
  if (!opened?.ok || opened.value.epoch !== epoch) return null
  const { size, root } = opened.value
  const { n, leaf } = declared
  const entry = parseEntry(leaf)
  if (entry?.kind !== 'act' || entry.n !== n || entry.act.kind !== 'confirm') return null
  const path = hashesOf(declared.path)
  if (!verifyInclusion({ leafHash: leafHash(utf8(leaf)), index: n, size, path, root })) return null
  const began = entryEvents(entry).find((event) => event.kind === 'epoch-began' && event.epoch === epoch)
  if (began?.kind !== 'epoch-began' || began.by[0] === began.by[1] || began.by[1] !== entry.act.person) {
    return null
  }
  const isPrefix = verifyConsistency({
    size1: began.size,
    size2: size,
    root1: fromHex(began.root),
    root2: root,
    path: hashesOf(consistency),
  })
  return isPrefix ? { epoch, size, root: Hash.parse(hex(root)) } : null
}

const hashesOf = (path: readonly string[]) => path.map(fromBase64).filter((hash) => hash !== null)

type HeldLeaf = HandInRequest['leaves'][number]

/** Own acts with their receipts, and the leaves behind rows; each leaf once. */
function heldLeaves(rows: readonly ConfirmedRow[], settled: readonly SettledAct[]): HeldLeaf[] {
  const found = new Map<string, HeldLeaf>()
  for (const { leaves, proofs, openings } of rows) {
    for (const [i, leaf] of leaves.entries()) {
      const proof = proofs[i]
      if (proof !== undefined) found.set(leaf, { leaf, proof, openings: openings.filter(fitsIn(leaf)) })
    }
  }
  for (const { receipt, openings } of settled) found.set(receipt.leaf, { ...receipt, openings })
  return [...found.values()]
}

/** Only the texts of that very leaf: a row holds those of many. */
const fitsIn =
  (leaf: string) =>
  ({ commit }: { commit: string }): boolean =>
    leaf.includes(commit)

const loadBytes = 2 * 1024 * 1024

/** At least one, perhaps empty: by the last, the server knows that this tablet has nothing more. */
function loadsOf(leaves: readonly HeldLeaf[]): HeldLeaf[][] {
  const loads: HeldLeaf[][] = [[]]
  let bytes = 0
  for (const leaf of leaves) {
    const size = JSON.stringify(leaf).length
    const last = loads.at(-1)
    if (last && (last.length === 0 || (last.length < handInMaxLeaves && bytes + size <= loadBytes))) {
      last.push(leaf)
      bytes = last.length === 1 ? size : bytes + size
    } else {
      loads.push([leaf])
      bytes = size
    }
  }
  return loads
}
