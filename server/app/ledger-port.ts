import type { Entity, EntityKey, EntityKind, EntityOf } from '../../shared/domain/entity.ts'
import type { ActId, AgencyId, DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import type { Scope } from '../../shared/domain/scope.ts'
import type { Frontier, HashedNode } from '../../shared/ledger/frontier.ts'
import type { NodeReader, TreeNode } from '../../shared/ledger/tree-node.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Day, Instant } from '../../shared/lib/time.ts'
import type { Opening } from '../../shared/protocol/envelope.ts'
import type { Mail } from './mail-port.ts'
import type { RestoreReads, RestoreWrites } from './restore-port.ts'
import type { ScopeSpan } from './shared-spans.ts'

/**
 * The ledger and the rows that it makes, in one store, so that an act and its effect are one transaction. Implemented on
 * PostgreSQL (server/store) and in memory (server/app/testing), both held to one contract suite.
 */

/** `size` leaves; `lastAt` 0 and `epoch` 0 in an empty ledger. */
export type LedgerHead = { epoch: number; size: number; lastAt: Instant; frontier: Frontier }

export type StoredLeaf = {
  n: number
  at: Instant
  /** The leaf's exact text. */
  text: string
  /** Exactly one of the two is set; each is unique in the ledger. */
  actId: ActId | null
  serverId: string | null
  /** Who acted; null for server entries. */
  person: PersonId | null
  device: DeviceId | null
}

export type Reached = { epoch: number; upTo: number }

/** `trail`: numbers of all leaves that made the row, ascending. */
export type StoredRow = { key: EntityKey; entity: Entity; n: number; trail: number[] }

export type RowPlace = { n: number; key: EntityKey }

export type StoredCheckpoint = { size: number; note: string }

export type StoredFile = { size: number; pages: number }

export type LedgerReads = RestoreReads & {
  head(): Promise<LedgerHead>
  /** How far the ledger has come, and no more: what is asked many times a second. `upTo` is -1 in an empty one. */
  reached(): Promise<Reached>
  checkpoint(): Promise<StoredCheckpoint | null>
  leafOfAct(id: ActId): Promise<StoredLeaf | undefined>
  hasServerEntry(id: string): Promise<boolean>
  /** Those of the numbers that exist, ascending. */
  leaves(numbers: readonly number[]): Promise<StoredLeaf[]>
  /** From `from` on, ascending, at most `limit`. */
  leavesFrom(from: number, limit: number): Promise<StoredLeaf[]>
  /** Number of the first leaf with `at` greater than the given hour. */
  firstEntryAfter(at: Instant): Promise<number | null>
  /** A reader over exactly these tree nodes. @throws where one is missing. */
  nodes(wanted: readonly TreeNode[]): Promise<NodeReader>
  /** Rows by exact key, or by prefix where the key ends in "/". In order of key. */
  rows(keys: readonly EntityKey[]): Promise<StoredRow[]>
  rowsOfKind<K extends EntityKind>(kind: K): Promise<(StoredRow & { entity: EntityOf<K> })[]>
  /** Those of a kind that follow a place in the order of number and key, at most `limit`. */
  rowsChanged<K extends EntityKind>(
    kind: K,
    after: RowPlace,
    limit: number,
  ): Promise<(StoredRow & { entity: EntityOf<K> })[]>
  /** Issued ballots whose deadline is before the hour. */
  ballotsDue(at: Instant): Promise<StoredRow[]>
  /**
   * All that an hour ends by itself, in one look, since each transaction asks: those ballots, votes under way whose time has
   * passed, and agenda items with an admission whose hour has passed and that has not been ended.
   */
  due(at: Instant): Promise<StoredRow[]>
  /** Tasks that an agency has still to do, due on a day or before it. */
  tasksDue(by: Day): Promise<StoredRow[]>
  /** Tasks that come from a paper with one of these numbers. */
  tasksOfPapers(numbers: readonly string[]): Promise<StoredRow[]>
  /** Tasks that an agency leads or supports and that are not ended. */
  openTasksOf(agency: AgencyId): Promise<StoredRow[]>
  openings(commits: readonly Hash[]): Promise<Map<Hash, Opening>>
  file(hash: Hash): Promise<StoredFile | undefined>
  /** Ballots and agenda items that hold or held one of the files, in any version; a file that was made of another is held with it. */
  holdersOfFiles(hashes: readonly Hash[]): Promise<StoredRow[]>
  scopesOfPerson(person: PersonId): Promise<Scope[]>
  /** Who has something new to read from leaves in (after, upTo]: a row changed, a scope gained or lost, an own act. */
  readersOf(after: number, upTo: number): Promise<PersonId[]>
  feed(query: FeedSelection): Promise<FeedSelected>
  /** All that moved for anybody, as it stands at one moment. */
  moved(after: { rowsAfter: number; peopleAfter: number }): Promise<Moved>
}

/** A row with every span of its scopes, also of those that have ended. */
export type SpannedRow = StoredRow & { spans: readonly ScopeSpan[] }

export type Moved = Reached & {
  /** Rows that were written, or gained or lost a scope, after `rowsAfter`; in any order. */
  rows: SpannedRow[]
  /** Leaves of people's acts after `rowsAfter`, ascending. */
  leaves: StoredLeaf[]
  /** Whoever gained or lost a scope after `peopleAfter`, with every span of theirs; in any order. */
  people: { person: PersonId; spans: ScopeSpan[] }[]
}

/** Rows that changed for a person after a number: the row itself, its scopes, or the person's scopes. */
export type FeedSelection = { person: PersonId; after: number; limit: number }

export type FeedSelected = {
  /**
   * `n` is the effective number: the later of the row's own and of the moment it became visible to the person; ascending.
   * Never cut between equal numbers.
   */
  rows: StoredRow[]
  /** Keys that became invisible to the person after `after`, and up to `upTo`, and are so now. */
  gone: EntityKey[]
  /** The person's own acts' leaves with after < n <= upTo. */
  ownLeaves: StoredLeaf[]
  /** The last number covered: the head's where nothing was cut. */
  upTo: number
  more: boolean
}

export type LedgerWrites = LedgerReads &
  RestoreWrites & {
    /** Leaves follow the head without a gap; `nodes` and `checkpoint` are those of the tree after them. */
    append(
      leaves: readonly (StoredLeaf & { hash: Bytes })[],
      nodes: readonly HashedNode[],
      checkpoint: StoredCheckpoint,
    ): Promise<void>
    /**
     * Sets rows as of leaf `n` and adds `n` to their trails. `scopes` replaces the row's scopes; a scope no longer there
     * ends at `n`, one that is new begins at `n`.
     */
    putRows(
      rows: readonly { key: EntityKey; entity: Entity; n: number; scopes: readonly Scope[] }[],
    ): Promise<void>
    /** Replaces the scopes of rows whose entity stays as it is (a closed ballot opens its answers to the Office). */
    setRowScopes(rows: readonly { key: EntityKey; scopes: readonly Scope[]; n: number }[]): Promise<void>
    /** Texts behind the commitments of leaf `n`. One already there stays. */
    putOpenings(n: number, openings: readonly Opening[]): Promise<void>
    setPersonScopes(person: PersonId, scopes: readonly Scope[], n: number): Promise<void>
    /** Letters that follow from what is written here; who has no address gets none. */
    putMails(mails: readonly Mail[], at: Instant): Promise<void>
    /** Notes updates that ride in the same transaction. */
    appendRoomUpdates(batch: readonly { room: string; update: Uint8Array }[]): Promise<number[]>
  }

export type LedgerStore = {
  read: LedgerReads
  /**
   * One durable transaction, serialised by one lock from the first read to the commit. Everything that `work` wrote is on
   * disk when it resolves; nothing of it remains where it rejects.
   */
  write<T>(work: (ledger: LedgerWrites) => Promise<T>): Promise<T>
}
