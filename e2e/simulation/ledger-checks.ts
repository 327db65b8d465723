import { replayLedger } from '../../server/app/replay.ts'
import type { Ballot } from '../../shared/domain/ballot.ts'
import type { Event } from '../../shared/domain/event.ts'
import { type Entry, entryEvents } from '../../shared/protocol/leaf.ts'
import { downtimeWindowMs } from './cabinet.ts'
import type { World } from './world.ts'

export type LedgerEntry = Entry

/** Server entries that belong to a closing; everything else comes after the closings that are due. */
const ofClosing = /^(closed|closing-waits|deemed|not-reached|tally)\//

/** The ledger by itself: it replays, nothing is in it twice, and nothing slipped in between a deadline and its closing. */
export async function checkLedgerOrder(world: World, entries: readonly LedgerEntry[]): Promise<void> {
  const { fleet, crypto, witness } = world
  const ledger = fleet.reader.ledger.read
  const { faults } = await replayLedger(ledger, crypto.server.ledgerKey, crypto.verifyEd25519)
  if (faults.length > 0) witness.blame('O4 the ledger does not replay', { faults: faults.slice(0, 3) })
  const ids = entries.map((entry) => (entry.kind === 'act' ? entry.act.id : entry.id))
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
  if (twice.length > 0) witness.blame('O2 twice in the ledger', { twice })
  const ballots = (await ledger.rowsOfKind('ballot')).map(({ entity }) => entity)
  checkNumbers(world, ballots)
  scan(world, entries)
}

/** B1 */
function checkNumbers({ witness }: World, ballots: readonly Ballot[]): void {
  const numbers = ballots.flatMap(({ number }) => number ?? []).sort()
  const wanted = numbers.map((number, i) => `${String(i + 1).padStart(4, '0')}${number.slice(4)}`)
  if (numbers.join() !== wanted.join()) witness.blame('B1 numbers with gaps', { numbers })
}

function scan(world: World, entries: readonly LedgerEntry[]): void {
  const { witness, outcomes, restored } = world
  const drafts = new Map<string, number>()
  const deadlines = new Map<string, number>()
  const lastDeadlines = new Map<string, number>()
  const closed = new Map<string, number>()
  const revoked = new Set<string>()
  for (const entry of entries) {
    const { n } = entry
    if (entry.kind === 'act' || !ofClosing.test(entry.id)) {
      const due = [...deadlines].filter(([, deadlineAt]) => deadlineAt < entry.at)
      if (due.length > 0) witness.blame('B8 an entry before a closing that is due', { n, due })
    }
    if (entry.kind === 'act') {
      const { act, verdict } = entry
      const why = verdict.kind === 'accepted' ? '' : ` ${verdict.reason.kind}`
      outcomes.add(`verdict ${verdict.kind}${why}`)
      if (revoked.has(act.device) && verdict.kind === 'accepted' && act.kind !== 'report-wiped') {
        witness.blame('O5 a revoked device acts', { n, kind: act.kind })
      }
      const isOwn = witness.saved.has(act.id) && act.kind === 'answer-ballot'
      const mayBe = ['not-allowed', 'answer-is-final', ...(restored ? ['not-found', 'unknown-version'] : [])]
      if (isOwn && verdict.kind === 'refused' && !mayBe.includes(verdict.reason.kind)) {
        witness.blame('B9 an answer is not taken in', { n, reason: verdict.reason })
      }
      if (verdict.kind === 'held' && verdict.reason.kind === 'late' && act.kind === 'answer-ballot') {
        const { claimedInTime } = verdict.reason
        const deadlineAt = lastDeadlines.get(act.body.ballot) ?? 0
        const first = entries.find(({ at }) => at > deadlineAt)?.n ?? n
        if (claimedInTime) outcomes.add('claimed in time')
        if (claimedInTime && act.anchor.size > first) {
          witness.blame('O8 an hour of a tablet proved something', { n, deadlineAt, anchor: act.anchor })
        }
      }
    }
    for (const event of entryEvents(entry)) {
      outcomes.add(`event ${event.kind}`)
      follow(event, { drafts, deadlines, lastDeadlines, revoked })
      if (event.kind === 'ballot-closed') {
        closed.set(event.ballot, n)
        if (event.by === null) checkUptime(world, event.ballot, lastDeadlines.get(event.ballot) ?? 0)
      }
      checkEvidence(world, { event, n, entries, closed })
    }
  }
}

type Known = {
  drafts: Map<string, number>
  /** Of ballots that can be answered. */
  deadlines: Map<string, number>
  lastDeadlines: Map<string, number>
  revoked: Set<string>
}

function follow(event: Event, { drafts, deadlines, lastDeadlines, revoked }: Known): void {
  const open = (ballot: string, deadlineAt: number) => {
    deadlines.set(ballot, deadlineAt)
    lastDeadlines.set(ballot, deadlineAt)
  }
  switch (event.kind) {
    case 'ballot-drafted':
      drafts.set(event.ballot, event.deadlineAt)
      break
    case 'ballot-issued':
      open(event.ballot, drafts.get(event.ballot) ?? 0)
      break
    case 'ballot-amended':
    case 'deadline-extended':
      open(event.ballot, event.deadlineAt)
      break
    case 'ballot-closed':
    case 'ballot-recalled':
    case 'closing-held':
      deadlines.delete(event.ballot)
      break
    case 'device-revoked':
      revoked.add(event.device)
      break
    default:
  }
}

/** B8: after a downtime shortly before its deadline a ballot does not close by itself. */
function checkUptime({ fleet, witness }: World, ballot: string, deadlineAt: number): void {
  const down = fleet
    .outages()
    ?.find(({ from, to }) => Math.max(from, deadlineAt - downtimeWindowMs) < Math.min(to, deadlineAt))
  if (down) witness.blame('B8 closed by itself after a downtime', { ballot, deadlineAt, down })
}

/** B8: who is deemed to agree has said "delivered" for the version that is counted, on a device of their own, in time. */
function checkEvidence(
  { witness }: World,
  {
    event,
    n,
    entries,
    closed,
  }: { event: Event; n: number; entries: readonly LedgerEntry[]; closed: Map<string, number> },
): void {
  if (event.kind === 'answered' && closed.has(event.ballot)) {
    const after = entries.slice(n + 1, n + 3).flatMap(entryEvents)
    const isCounted = after.some((next) => next.kind === 'tallied' && next.ballot === event.ballot)
    if (!isCounted) witness.blame('B9 held after closing and not counted anew', { n })
  }
  if (event.kind !== 'deemed-to-agree') return
  const mark = entries[event.delivered.n]
  const tallied = entries
    .slice(n)
    .flatMap(entryEvents)
    .find((e) => e.kind === 'tallied' && e.ballot === event.ballot)
  const isGood =
    mark?.kind === 'act' &&
    mark.act.kind === 'mark-delivered' &&
    mark.verdict.kind === 'accepted' &&
    mark.act.person === event.person &&
    mark.act.body.ballot === event.ballot &&
    tallied?.kind === 'tallied' &&
    mark.act.body.versionHash === tallied.versionHash &&
    mark.n < (closed.get(event.ballot) ?? 0)
  if (!isGood) witness.blame('B8 deemed without evidence', { n, mark })
}
