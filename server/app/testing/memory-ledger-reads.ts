import { isEnding } from '../../../shared/domain/agenda-item.ts'
import type { Entity, EntityKind, EntityOf } from '../../../shared/domain/entity.ts'
import { filesHeldBy } from '../../../shared/domain/file-holder.ts'
import type { Hash } from '../../../shared/domain/id.ts'
import { underWay } from '../../../shared/domain/task.ts'
import { isVoteDue } from '../../../shared/domain/vote-count.ts'
import { frontierAt } from '../../../shared/ledger/frontier.ts'
import type { NodeReader } from '../../../shared/ledger/tree-node.ts'
import { type Instant, instant } from '../../../shared/lib/time.ts'
import type { LedgerReads, StoredLeaf, StoredRow } from '../ledger-port.ts'
import { selectAllFeed, selectMoved, selectReaders } from './memory-feed.ts'
import { createMemoryRestoreReads } from './memory-restore.ts'
import type { MemoryRow, MemoryState, MemoryStep } from './memory-state.ts'
import { openScopes } from './scope-span.ts'

const noHead = { epoch: 0, size: 0, lastAt: instant(0), checkpoint: null }

/**
 * @param side what is committed, or what the transaction under way sees
 * @param step awaited before each read, so that reads interleave and fail as on a network
 */
export function createMemoryReads(
  state: MemoryState,
  side: 'committed' | 'draft',
  step: MemoryStep,
): LedgerReads {
  const head = () => state.heads[side].get('head') ?? noHead
  const readNode: NodeReader = (level, index) => {
    const hash = state.nodes[side].get(`${level}/${index}`)
    if (!hash) throw new RangeError(`no tree node at level ${level}, index ${index}`)
    return hash
  }
  const leafAt = (n: number | undefined) => (n === undefined ? undefined : state.leaves[side].get(n))
  const sorted = (found: Iterable<[string, MemoryRow]>): StoredRow[] =>
    [...found]
      .map(([key, { entity, n, trail }]) => ({ key, entity, n, trail: [...trail] }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
  const rowsWhere = (test: (row: MemoryRow, key: string) => boolean) =>
    sorted([...state.rows[side].entries()].filter(([key, row]) => test(row, key)))
  const isOfKind = <K extends EntityKind>(
    kind: K,
    row: StoredRow,
  ): row is StoredRow & { entity: EntityOf<K> } => row.entity.kind === kind

  const reads: LedgerReads = {
    head: async () => {
      const { epoch, size, lastAt } = head()
      return { epoch, size, lastAt, frontier: frontierAt(size, readNode) }
    },
    reached: async () => ({ epoch: head().epoch, upTo: head().size - 1 }),
    checkpoint: async () => head().checkpoint,
    leafOfAct: async (id) => leafAt(state.leafByAct[side].get(id)),
    hasServerEntry: async (id) => state.leafByServerId[side].get(id) !== undefined,
    leaves: async (numbers) =>
      [...new Set(numbers)]
        .sort((a, b) => a - b)
        .map(leafAt)
        .filter((leaf) => leaf !== undefined),
    leavesFrom: async (from, limit) => {
      const found: StoredLeaf[] = []
      for (let n = Math.max(0, from); n < head().size && found.length < limit; n++) {
        const leaf = leafAt(n)
        if (leaf) found.push(leaf)
      }
      return found
    },
    firstEntryAfter: async (at) => {
      for (let n = 0; n < head().size; n++) if ((leafAt(n)?.at ?? 0) > at) return n
      return null
    },
    nodes: async (wanted) => {
      const found = new Map(
        wanted.map(({ level, index }) => [`${level}/${index}`, readNode(level, index)] as const),
      )
      return (level, index) => {
        const hash = found.get(`${level}/${index}`)
        if (!hash) throw new RangeError(`tree node ${level}/${index} was not asked for`)
        return hash
      }
    },
    rows: async (keys) => {
      const found = new Map<string, MemoryRow>()
      for (const key of keys) {
        const row = state.rows[side].get(key)
        if (row) found.set(key, row)
        if (!key.endsWith('/')) continue
        for (const [other, value] of state.rows[side].entries()) {
          if (other.startsWith(key)) found.set(other, value)
        }
      }
      return sorted(found)
    },
    rowsOfKind: async (kind) =>
      rowsWhere((row) => row.entity.kind === kind).filter((row) => isOfKind(kind, row)),
    rowsChanged: async (kind, after, limit) =>
      rowsWhere((row) => row.entity.kind === kind)
        .filter(({ n, key }) => n > after.n || (n === after.n && key > after.key))
        .sort((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1))
        .slice(0, limit)
        .filter((row) => isOfKind(kind, row)),
    ballotsDue: async (at) => rowsWhere(({ entity }) => isBallotDue(entity, at)),
    due: async (at) =>
      rowsWhere(
        ({ entity }) =>
          isBallotDue(entity, at) ||
          (entity.kind === 'vote' && isVoteDue(entity, at)) ||
          (entity.kind === 'agenda-item' && entity.admissions.some((one) => isEnding(one, at))),
      ),
    tasksOfPapers: async (numbers) =>
      rowsWhere(({ entity }) => entity.kind === 'task' && numbers.includes(entity.source.number)),
    openTasksOf: async (agency) =>
      rowsWhere(
        ({ entity }) =>
          entity.kind === 'task' &&
          entity.phase.state !== 'confirmed' &&
          entity.phase.state !== 'cancelled' &&
          [entity.leadAgency, ...entity.supporting].includes(agency),
      ),
    openings: async (commits) =>
      new Map(
        commits.flatMap((commit) => {
          const opening = state.openings[side].get(commit)
          return opening ? [[commit, opening] as const] : []
        }),
      ),
    file: async (hash) => {
      const blob = state.blobs.committed.get(hash)
      return blob?.pages ? { size: blob.size, pages: blob.pages } : undefined
    },
    tasksDue: async (by) =>
      rowsWhere(
        ({ entity }) =>
          entity.kind === 'task' &&
          underWay.includes(entity.phase.state) &&
          entity.deadline !== null &&
          entity.deadline <= by,
      ),
    holdersOfFiles: async (hashes) => {
      const rows = [...state.rows[side].entries()].map(([, { entity }]) => entity)
      const isMade = ({ derived }: { derived: readonly { hash: Hash }[] }) =>
        derived.some(({ hash }) => hashes.includes(hash))
      const originals = rows.flatMap((row) => (row.kind === 'document' && isMade(row) ? [row.id] : []))
      const wanted = new Set([...hashes, ...originals])
      const compared = new Set(
        rows.flatMap((row) => (row.kind === 'comparison' && isMade(row) ? [row.ballot] : [])),
      )
      return rowsWhere(
        ({ entity }) =>
          (entity.kind === 'ballot' && compared.has(entity.id)) ||
          filesHeldBy(entity).some((file) => wanted.has(file)),
      )
    },
    scopesOfPerson: async (person) => openScopes(state.personSpans[side].get(person) ?? []).sort(),
    readersOf: async (after, upTo) => selectReaders(state, side, after, upTo),
    feed: async (query) => selectAllFeed(state, side, query),
    moved: async (after) => selectMoved(state, side, after),
    ...createMemoryRestoreReads(state, side),
  }
  return stepped(reads, step)
}

const isBallotDue = (entity: Entity, at: Instant): boolean =>
  entity.kind === 'ballot' && entity.phase.state === 'issued' && entity.deadlineAt < at

/** Each read waits for its step first. */
function stepped(reads: LedgerReads, step: MemoryStep): LedgerReads {
  const after =
    <Given extends unknown[], T>(name: string, read: (...given: Given) => Promise<T>) =>
    async (...given: Given): Promise<T> => {
      await step(name)
      return await read(...given)
    }
  return {
    head: after('head', reads.head),
    reached: after('reached', reads.reached),
    checkpoint: after('checkpoint', reads.checkpoint),
    leafOfAct: after('leafOfAct', reads.leafOfAct),
    hasServerEntry: after('hasServerEntry', reads.hasServerEntry),
    leaves: after('leaves', reads.leaves),
    leavesFrom: after('leavesFrom', reads.leavesFrom),
    firstEntryAfter: after('firstEntryAfter', reads.firstEntryAfter),
    nodes: after('nodes', reads.nodes),
    rows: after('rows', reads.rows),
    rowsOfKind: async (kind) => {
      await step('rowsOfKind')
      return await reads.rowsOfKind(kind)
    },
    rowsChanged: async (kind, place, limit) => {
      await step('rowsChanged')
      return await reads.rowsChanged(kind, place, limit)
    },
    ballotsDue: after('ballotsDue', reads.ballotsDue),
    due: after('due', reads.due),
    tasksOfPapers: after('tasksOfPapers', reads.tasksOfPapers),
    openTasksOf: after('openTasksOf', reads.openTasksOf),
    openings: after('openings', reads.openings),
    file: after('file', reads.file),
    tasksDue: after('tasksDue', reads.tasksDue),
    holdersOfFiles: after('holdersOfFiles', reads.holdersOfFiles),
    scopesOfPerson: after('scopesOfPerson', reads.scopesOfPerson),
    readersOf: after('readersOf', reads.readersOf),
    feed: after('feed', reads.feed),
    moved: after('moved', reads.moved),
    announced: after('announced', reads.announced),
    handedIn: after('handedIn', reads.handedIn),
    checkIns: after('checkIns', reads.checkIns),
  }
}
