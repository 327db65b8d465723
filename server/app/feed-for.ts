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
import { hashesIn } from './ledger-batch.ts'
import type { FeedSelected, LedgerReads, StoredCheckpoint, StoredLeaf } from './ledger-port.ts'
import type { Clock, Log } from './ports.ts'
import { createReadsAtHead, type ReadsAtHead } from './reads-at-head.ts'
import { pathsOf, pathText } from './receipts.ts'

/** One page of what is new for a person. The scopes found the rows; `permit` is asked again for each. */

const rowsPerPage = 200

export type FeedFor = (person: PersonId, query: FeedQuery) => Promise<FeedPage>

export function createFeedFor(deps: { ledger: LedgerReads; clock: Clock; log: Log }): FeedFor {
  const { ledger, clock, log } = deps
  const atHead = createReadsAtHead(ledger)
  let lastEpoch: number | null = null

  /** First what is selected, then what judges and proves it: never older, or a leaf might lie beyond the checkpoint. */
  const select = async (person: PersonId, query: FeedQuery) => {
    for (;;) {
      const epoch = lastEpoch ?? (await ledger.head()).epoch
      // A foreign epoch starts at 0: what that device holds was counted by another ledger.
      const isForeign = query.epoch !== epoch
      const after = isForeign ? -1 : query.after
      const selected = await ledger.feed({ person, after, limit: rowsPerPage })
      const { reads, epoch: now } = await atHead()
      lastEpoch = now
      if (now === epoch) return { selected, reads, epoch, isForeign }
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
  const paths = await pathsOf(all, checkpoint, ledger)
  return all.map(({ n, text }, i) => ({ n, leaf: text, path: pathText(paths[i] ?? []) }))
}

async function consistency(
  tree: number,
  checkpoint: StoredCheckpoint | null,
  ledger: Pick<LedgerReads, 'nodes'>,
): Promise<string[]> {
  // A larger tree than ours: this ledger has lost entries, and has no proof to give. The device sees it.
  if (!checkpoint || tree === 0 || tree > checkpoint.size) return []
  const nodes = await ledger.nodes(consistencyNodes(tree, checkpoint.size))
  return pathText(consistencyPath(tree, checkpoint.size, nodes))
}
