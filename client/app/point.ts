import { permit } from '../../shared/domain/access.ts'
import type { Ballot } from '../../shared/domain/ballot.ts'
import type { ActId, BallotId, DeviceId, IssueId, PersonId } from '../../shared/domain/id.ts'
import {
  type PointFacts,
  type PointOutcome,
  pointsOf,
  type Response,
  responseKey,
} from '../../shared/domain/point.ts'
import { hasDesk } from '../../shared/domain/point-decide.ts'
import { factsOf } from '../../shared/domain/scope.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { ok, type Result } from '../../shared/lib/result.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { commitOpening } from './make-act.ts'
import type { Perform, PerformFault } from './perform.ts'
import type { Api, Clock, NetworkFault, Random } from './ports.ts'
import { tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Points and what the lead agency responded to them (B15), as each may know of them. */

export type GivenResponse = {
  act: ActId
  at: Instant
  outcome: PointOutcome
  reason: string
  place: string
}

export type PointView = PointFacts & {
  /** Null for an agency's desk, which learns the words alone. */
  person: PersonId | null
  /** Newest last. */
  given: GivenResponse[]
}

type PointWords = { outcome: PointOutcome; reason: string; place: string }

export type PointDesk = {
  /** Of answers that this device holds: a member's own, the Office's all. */
  of(ballot: BallotId): PointView[]
  /** What was responded where the opinion itself is not one's own to read, or is no longer counted. */
  others(ballot: BallotId): { issue: IssueId; given: GivenResponse[] }[]
  /** What waits at an agency's desk; with it the server's word at that moment. */
  ask(): Promise<Result<PointFacts[], NetworkFault>>
  withResponses(points: readonly PointFacts[]): PointView[]
  mayRespond(ballot: Ballot): boolean
  respond(point: PointView, words: PointWords): Promise<Result<Verdict, PerformFault>>
}

export function createPointDesk(deps: {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  api: Pick<Api, 'points'>
  perform: Perform
  clock: Clock
  random: Random
}): PointDesk {
  const { copy, me, api, perform, clock, random } = deps
  const { reader } = copy

  const givenIn = (row: Response | undefined): GivenResponse[] =>
    (row?.given ?? []).map(({ act, at, outcome, noteCommit, placeCommit }) => ({
      ...{ act, at, outcome },
      reason: copy.opened(noteCommit) ?? '',
      place: copy.opened(placeCommit) ?? '',
    }))
  const responseTo = ({ ballot, issue, point }: PointFacts) =>
    reader.get('response', responseKey(ballot, issue, point))

  const of = (ballot: BallotId): PointView[] =>
    pointsOf(
      reader.get('tally', `tally/${ballot}`),
      reader.list('answers', `answers/${ballot}/`),
      copy.opened,
    ).map((point) => ({ ...point, given: givenIn(responseTo(point)) }))

  return {
    of,
    others: (ballot) => {
      const known = new Set(of(ballot).map(({ point }) => point))
      return reader
        .list('response', `response/${ballot}/`)
        .flatMap((row) => (known.has(row.point) ? [] : [{ issue: row.issue, given: givenIn(row) }]))
    },
    ask: async () => {
      const reply = await api.points()
      return reply.ok ? ok(reply.value.points) : reply
    },
    withResponses: (points) =>
      points.map((point) => ({ ...point, person: null, given: givenIn(responseTo(point)) })),
    mayRespond: (ballot) => {
      const { subject, at } = tabletContext(copy, me, clock)
      if (ballot.phase.state !== 'closed') return false
      if (!permit(subject, { action: 'respond-to-point', ballot: factsOf(ballot) }).allow) return false
      return subject.agencies.includes(ballot.leadAgency) || !hasDesk(ballot.leadAgency, { reader, at })
    },
    respond: ({ ballot, issue, point, given }, { outcome, reason, place }) => {
      const [note, where] = [commitOpening(random, reason), commitOpening(random, place)]
      const replaces = given.at(-1)?.act ?? null
      const words = { outcome, replaces, noteCommit: note.commit, placeCommit: where.commit }
      return perform({
        kind: 'respond-to-point',
        body: { ballot, issue, point, ...words },
        openings: [note, where],
      })
    },
  }
}

/** Those that nobody has responded to. */
export const waitingPoints = (points: readonly PointView[]): number =>
  points.filter(({ given }) => given.length === 0).length
