import { permit, type Subject } from '../../shared/domain/access.ts'
import type { Ballot } from '../../shared/domain/ballot.ts'
import { readerOver } from '../../shared/domain/entity.ts'
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
    const found = await Promise.all(led.map((ballot) => pointsIn(ballot, ledger)))
    return found.flat()
  }

async function pointsIn({ id }: Ballot, ledger: Reads): Promise<PointFacts[]> {
  const rows = await ledger.rows([`tally/${id}`, `answers/${id}/`])
  const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
  const answers = reader.list('answers')
  const openings = await ledger.openings(answers.flatMap(hashesIn))
  const points = pointsOf(
    reader.get('tally', `tally/${id}`),
    answers,
    (commit) => openings.get(commit)?.value,
  )
  // The members' own order would tell who said it; a salted commitment's tells nothing.
  return points.map(({ person: _, ...facts }) => facts).sort((a, b) => (a.point < b.point ? -1 : 1))
}
