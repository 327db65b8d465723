import { permit, type Subject } from '../../shared/domain/access.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { type PointFacts, pointsOf } from '../../shared/domain/point.ts'
import { factsOf } from '../../shared/domain/scope.ts'
import { hashesIn } from './ledger-batch.ts'
import type { LedgerReads } from './ledger-port.ts'

/** What an agency's desk has to respond to (B15): neither count nor answers are its to read, so that it is told the words alone. */
export type PointsFor = (subject: Subject) => Promise<PointFacts[]>

type Reads = Pick<LedgerReads, 'rows' | 'rowsOfKind' | 'openings'>

export const createPointsFor =
  (ledger: Reads): PointsFor =>
  async (subject) => {
    const ballots = (await ledger.rowsOfKind('ballot')).map(({ entity }) => entity)
    const led = ballots.filter(
      (ballot) => permit(subject, { action: 'read-points', ballot: factsOf(ballot) }).allow,
    )
    if (led.length === 0) return []
    // In one look: an agency has led hundreds after some years.
    const rows = await ledger.rows(led.flatMap(({ id }) => [`tally/${id}`, `answers/${id}/`]))
    const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
    const openings = await ledger.openings(reader.list('answers').flatMap(hashesIn))
    const opened = (commit: Hash) => openings.get(commit)?.value
    return led.flatMap(({ id }) =>
      pointsOf(reader.get('tally', `tally/${id}`), reader.list('answers', `answers/${id}/`), opened)
        .map(({ person: _, ...facts }) => facts)
        // The members' own order would tell who said it; a salted commitment's tells nothing.
        .sort((a, b) => (a.point < b.point ? -1 : 1)),
    )
  }
