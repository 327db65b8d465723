import type { Ballot, BallotState } from '../../shared/domain/ballot.ts'

const place: Readonly<Record<BallotState, number>> = {
  'closing-waits': 0,
  issued: 0,
  submitted: 1,
  returned: 1,
  draft: 1,
  closed: 2,
  recalled: 2,
}

type Row = { ballot: Pick<Ballot, 'id' | 'phase' | 'deadlineAt'> }

/** The register as the Office looks at it: what closes next on top, then what is prepared, then the past, newest first. */
export function inDeskOrder(one: Row, other: Row): number {
  const [a, b] = [place[one.ballot.phase.state], place[other.ballot.phase.state]]
  const apart =
    one.ballot.deadlineAt - other.ballot.deadlineAt || one.ballot.id.localeCompare(other.ballot.id)
  return a - b || (a === 2 ? -apart : apart)
}
