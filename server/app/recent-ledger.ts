import type { EntityKey } from '../../shared/domain/entity.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { createFreshly } from './freshly.ts'
import { createKeptReads, type KeptReads, type ReadsAtHead } from './kept-reads.ts'
import type {
  FeedSelected,
  FeedSelection,
  LedgerReads,
  Moved,
  SpannedRow,
  StoredLeaf,
} from './ledger-port.ts'
import { selectFeed } from './select-feed.ts'
import type { ScopeSpan } from './shared-spans.ts'

/**
 * The ledger as of the moment of a question or later, and what moved in it lately: read once for all who ask at about that
 * moment. A word that reaches three hundred tablets brings three hundred questions about the same few rows. Each is answered
 * for its own person, its own number and its own hour.
 */
export type RecentLedger = {
  present(): Promise<Present>
  /** As they stand now. */
  rows: LedgerReads['rows']
}

export type Present = {
  epoch: number
  /** As the store's `feed` would answer; null to who was away for long, or whose rights moved meanwhile: the store knows. */
  select(query: FeedSelection): FeedSelected | null
  reads: ReadsAtHead
}

type Source = ReadsAtHead & Pick<LedgerReads, 'reached' | 'moved'>

/** So many leaves back; what is older is let go from time to time. */
const leavesBack = 5000

type Window = {
  epoch: number
  /** All that moved in leaves after `from`, up to `upTo`. */
  from: number
  upTo: number
  /** In the order in which they last moved. */
  rows: readonly { row: SpannedRow; at: number }[]
  ownLeaves: ReadonlyMap<PersonId, readonly StoredLeaf[]>
  held: ReadonlyMap<PersonId, readonly ScopeSpan[]>
}

type Known = { window: Window; kept: KeptReads; present: Present }

export function createRecentLedger(ledger: Source): RecentLedger {
  let known: Known | null = null

  const begin = async (): Promise<Known> => {
    const from = Math.max(-1, (await ledger.reached()).upTo - leavesBack)
    const moved = await ledger.moved({ rowsAfter: from, peopleAfter: -1 })
    const nothing = { from, upTo: from, rows: [], ownLeaves: new Map(), held: new Map() }
    return knownBy(merged({ ...nothing, epoch: moved.epoch }, moved), createKeptReads(ledger), [])
  }

  const goOn = async (before: Known): Promise<Known> => {
    const { epoch, upTo: after } = before.window
    // Of many questions few find that anything has moved: of those that do not, the cheapest of all is asked.
    const reached = await ledger.reached()
    if (reached.epoch === epoch && reached.upTo === after) return before
    const moved = await ledger.moved({ rowsAfter: after, peopleAfter: after })
    // Another ledger than the one that was read before: restored beneath this server.
    if (moved.epoch !== epoch || moved.upTo < after) return await begin()
    if (moved.upTo === after) return before
    const rows = moved.rows.map(({ key }) => key)
    return knownBy(trimmed(merged(before.window, moved)), before.kept, rows)
  }

  const freshly = createFreshly(async (_: 'present') => {
    const before = known
    // Where the reading fails, it begins anew.
    known = null
    known = await (before ? goOn(before) : begin())
    return known.present
  })
  const present = () => freshly('present')

  return { present, rows: async (keys) => await (await present()).reads.rows(keys) }
}

const knownBy = (window: Window, kept: KeptReads, moved: readonly EntityKey[]): Known => ({
  window,
  kept,
  present: {
    epoch: window.epoch,
    select: (query) => selectIn(window, query),
    reads: kept.atNextHead(moved),
  },
})

function selectIn({ from, upTo, ...window }: Window, query: FeedSelection): FeedSelected | null {
  const { person, after } = query
  const held = window.held.get(person) ?? []
  // Whose own scopes moved may see, or no longer see, rows that did not.
  if (after < from || lastMoveOf(held) > after) return null
  const rows = movedAfter(window.rows, after).map(({ row }) => row)
  return selectFeed({ rows, held, own: window.ownLeaves.get(person) ?? [], last: upTo }, query)
}

function merged(known: Window, { upTo, rows, leaves, people }: Moved): Window {
  const again = new Set(rows.map(({ key }) => key))
  const held = new Map(known.held)
  for (const { person, spans } of people) held.set(person, spans)
  const ownLeaves = new Map(known.ownLeaves)
  for (const leaf of leaves) {
    if (leaf.person !== null) ownLeaves.set(leaf.person, [...(ownLeaves.get(leaf.person) ?? []), leaf])
  }
  const added = rows.map((row) => ({ row, at: movedAt(row) })).sort((a, b) => a.at - b.at)
  const staying = known.rows.filter(({ row }) => !again.has(row.key))
  return { ...known, upTo, rows: [...staying, ...added], ownLeaves, held }
}

function trimmed(window: Window): Window {
  if (window.upTo - window.from <= 2 * leavesBack) return window
  const from = window.upTo - leavesBack
  const ownLeaves = new Map<PersonId, StoredLeaf[]>()
  for (const [person, leaves] of window.ownLeaves) {
    const later = leaves.filter(({ n }) => n > from)
    if (later.length > 0) ownLeaves.set(person, later)
  }
  return { ...window, from, rows: movedAfter(window.rows, from), ownLeaves }
}

/** The last leaf that wrote the row, or gave or took one of its scopes. */
const movedAt = ({ n, spans }: SpannedRow): number => Math.max(n, lastMoveOf(spans))

const lastMoveOf = (spans: readonly ScopeSpan[]): number =>
  Math.max(-1, ...spans.flatMap(({ since, until }) => (Number.isFinite(until) ? [since, until] : [since])))

/** The end of the list, which is in order. */
function movedAfter(rows: Window['rows'], after: number): Window['rows'] {
  let first = rows.length
  while ((rows[first - 1]?.at ?? -1) > after) first -= 1
  return rows.slice(first)
}
