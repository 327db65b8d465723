import { subjectOn } from '../../shared/domain/access.ts'
import { type Entity, type EntityKey, type EntityReader, readerOver } from '../../shared/domain/entity.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { restoreKey } from '../../shared/domain/restore.ts'
import { ownerKeysOf, ownersOf } from '../../shared/domain/row-owners.ts'
import { mayRead } from '../../shared/domain/scope.ts'
import { consistencyNodes, consistencyPath } from '../../shared/ledger/merkle-path.ts'
import type { FeedLeaf, FeedPage, FeedQuery, FeedRow } from '../../shared/protocol/feed.ts'
import { provenKinds } from '../../shared/protocol/row-proof.ts'
import { protocolVersion } from '../../shared/protocol/version.ts'
import { ownersOfDocuments } from './document-scopes.ts'
import type { ReadsAtHead } from './kept-reads.ts'
import { hashesIn } from './ledger-batch.ts'
import type { FeedSelected, LedgerReads, StoredCheckpoint, StoredLeaf } from './ledger-port.ts'
import type { Clock, Log } from './ports.ts'
import { pathsOf, pathText } from './receipts.ts'
import type { RecentLedger } from './recent-ledger.ts'

/** One page of what is new for a person. The scopes found the rows; `permit` is asked again for each. */

const rowsPerPage = 200

export type FeedFor = (person: PersonId, query: FeedQuery) => Promise<FeedPage>

export function createFeedFor(deps: {
  ledger: Pick<LedgerReads, 'feed'>
  recent: RecentLedger
  clock: Clock
  log: Log
}): FeedFor {
  const { ledger, recent, clock, log } = deps

  /** First what is selected, then what judges and proves it: never older, or a leaf might lie beyond the checkpoint. */
  const select = async (person: PersonId, query: FeedQuery) => {
    for (;;) {
      const { epoch, ...present } = await recent.present()
      // A foreign epoch starts at 0: what that device holds was counted by another ledger.
      const isForeign = query.epoch !== epoch
      const selection = { person, after: isForeign ? -1 : query.after, limit: rowsPerPage }
      const selected = present.select(selection)
      if (selected) return { selected, reads: present.reads, epoch, isForeign }
      const stored = await ledger.feed(selection)
      const { epoch: now, reads } = await recent.present()
      if (now === epoch) return { selected: stored, reads, epoch, isForeign }
    }
  }

  return async (person, query) => {
    const { selected, reads, epoch, isForeign } = await select(person, query)
    const checkpoint = await reads.checkpoint()
    warnIfBehind(person, query, { epoch, size: checkpoint?.size ?? 0 }, log)
    const { rows, refused } = await permitted(person, selected, { reads, clock })
    for (const key of refused) log('warn', 'feed-row-refused', { person, key })
    const trails = rows.flatMap(trailOf)
    const leaves = await leavesOf(selected.ownLeaves, trails, checkpoint, reads)
    return {
      protocol: protocolVersion,
      epoch,
      upTo: selected.upTo,
      more: selected.more,
      rows: await feedRows(rows, reads),
      gone: [...selected.gone, ...refused],
      leaves,
      checkpoint: checkpoint?.note ?? null,
      consistency: await consistency(isForeign ? 0 : query.tree, checkpoint, reads),
      ...(isForeign && (await declared(epoch, checkpoint, reads))),
    }
  }
}

/** This ledger may be a restored one that nobody has declared: what a device says to have seen is all that can tell. */
function warnIfBehind(
  person: PersonId,
  { epoch: seenEpoch, tree }: FeedQuery,
  { epoch, size }: { epoch: number; size: number },
  log: Log,
): void {
  if (seenEpoch < epoch) return
  if (seenEpoch === epoch && tree <= size) return
  log('warn', 'ledger-behind-device', { person, seen: { epoch: seenEpoch, size: tree }, epoch, size })
}

/** By what two officers declared this epoch, for a device that knows an earlier one. */
async function declared(
  epoch: number,
  checkpoint: StoredCheckpoint | null,
  ledger: ReadsAtHead,
): Promise<Pick<FeedPage, 'restored'>> {
  const [row] = await ledger.rows([restoreKey(epoch)])
  const n = row?.trail[0]
  if (row?.entity.kind !== 'restore' || n === undefined || !checkpoint) return {}
  const [leaf] = await leavesOf([], [n], checkpoint, ledger)
  if (!leaf) return {}
  return {
    restored: { declared: leaf, consistency: await consistency(row.entity.size, checkpoint, ledger) },
  }
}

type SelectedRow = FeedSelected['rows'][number]

async function permitted(
  person: PersonId,
  selected: FeedSelected,
  { reads: ledger, clock }: { reads: ReadsAtHead; clock: Clock },
): Promise<{ rows: SelectedRow[]; refused: EntityKey[] }> {
  const [row] = await ledger.rows([`person/${person}`])
  if (row?.entity.kind !== 'person') return { rows: [], refused: selected.rows.map(({ key }) => key) }
  const subject = subjectOn(row.entity, null, clock.now())
  const owners = await readerOfOwners(selected.rows, ledger)
  const documents = selected.rows.flatMap(({ entity }) => (entity.kind === 'document' ? [entity] : []))
  const holders = await ownersOfDocuments(documents, ledger)
  const rows: SelectedRow[] = []
  const refused: EntityKey[] = []
  for (const candidate of selected.rows) {
    const { entity, key } = candidate
    const of = entity.kind === 'document' ? (holders.get(entity.id) ?? []) : [ownersOf(entity, owners)]
    if (of.some((each) => mayRead(subject, entity, each))) rows.push(candidate)
    else refused.push(key)
  }
  return { rows, refused }
}

async function readerOfOwners(rows: readonly SelectedRow[], ledger: ReadsAtHead): Promise<EntityReader> {
  const keys = new Set(rows.flatMap(({ entity }) => ownerKeysOf(entity)))
  const found = keys.size === 0 ? [] : await ledger.rows([...keys])
  return readerOver(new Map(found.map(({ key, entity }) => [key, entity])))
}

const isProven = (entity: Entity) => provenKinds.has(entity.kind)

/**
 * All leaves of a proven row, each time: which of them a reader has had depends on what changed between its pages, and a
 * ballot has a dozen.
 */
const trailOf = ({ entity, trail }: SelectedRow): number[] => (isProven(entity) ? trail : [])

async function feedRows(rows: readonly SelectedRow[], ledger: ReadsAtHead): Promise<FeedRow[]> {
  const openings = await ledger.openings(rows.flatMap(({ entity }) => hashesIn(entity)))
  return rows.map(({ key, n, entity, trail }) => ({
    key,
    n,
    value: entity,
    openings: hashesIn(entity).flatMap((hash) => openings.get(hash) ?? []),
    trail: isProven(entity) ? trail : [],
  }))
}

async function leavesOf(
  own: readonly StoredLeaf[],
  trails: readonly number[],
  checkpoint: StoredCheckpoint | null,
  ledger: ReadsAtHead,
): Promise<FeedLeaf[]> {
  if (!checkpoint) return []
  const held = new Set(own.map(({ n }) => n))
  const more = await ledger.leaves([...new Set(trails)].filter((n) => !held.has(n)))
  const all = [...own, ...more].sort((a, b) => a.n - b.n)
  const paths = await pathTexts(all, checkpoint, ledger)
  return all.map(({ n, text }) => ({ n, leaf: text, path: paths.get(n) ?? [] }))
}

/** At one head all who ask for a leaf are given the same path, and all who come from one tree the same way to the next. */
type ProofsAtHead = { paths: Map<number, string[]>; ways: Map<number, Promise<string[]>> }
const proofsAt = new WeakMap<ReadsAtHead, ProofsAtHead>()

function proofsOf(reads: ReadsAtHead): ProofsAtHead {
  const proofs = proofsAt.get(reads) ?? { paths: new Map(), ways: new Map() }
  proofsAt.set(reads, proofs)
  return proofs
}

async function pathTexts(
  leaves: readonly StoredLeaf[],
  checkpoint: StoredCheckpoint,
  reads: ReadsAtHead,
): Promise<ReadonlyMap<number, string[]>> {
  const { paths } = proofsOf(reads)
  const missing = leaves.filter(({ n }) => !paths.has(n))
  const found = await pathsOf(missing, checkpoint, reads)
  for (const [i, { n }] of missing.entries()) paths.set(n, pathText(found[i] ?? []))
  return paths
}

async function consistency(
  tree: number,
  checkpoint: StoredCheckpoint | null,
  reads: ReadsAtHead,
): Promise<string[]> {
  // A larger tree than ours: this ledger has lost entries, and has no proof to give. The device sees it.
  if (!checkpoint || tree === 0 || tree > checkpoint.size) return []
  const { ways } = proofsOf(reads)
  const known = ways.get(tree)
  if (known) return await known
  const way = wayFrom(tree, checkpoint, reads)
  ways.set(tree, way)
  way.catch(() => ways.delete(tree))
  return await way
}

async function wayFrom(tree: number, { size }: StoredCheckpoint, reads: ReadsAtHead): Promise<string[]> {
  const nodes = await reads.nodes(consistencyNodes(tree, size))
  return pathText(consistencyPath(tree, size, nodes))
}
