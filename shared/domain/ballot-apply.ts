import { type Ballot, type BallotPhase, currentVersion } from './ballot.ts'
import type { Event, Standpoint } from './event.ts'

const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])]

export const ballotNumber = (serial: number, year: number): string =>
  `${String(serial).padStart(4, '0')}/PLYK/${year}`

/** A ballot after one event (B1, B4, B5). @throws where the event cannot follow. */
export function applyToBallot(ballot: Ballot | undefined, event: Event, { at }: Standpoint): Ballot {
  if (event.kind === 'ballot-drafted') {
    const { by, contentHash, windowReason, deadlineAt, leadAgency, handlers, files } = event
    return {
      kind: 'ballot',
      id: event.ballot,
      number: null,
      leadAgency,
      createdBy: ballot?.createdBy ?? by,
      handlers,
      phase: { state: 'draft' },
      draft: { hash: contentHash, windowReason },
      versions: [],
      deadlineAt,
      deadlines: [],
      files,
    }
  }
  if (!ballot) throw new Error(`no ballot for ${event.kind}`)
  const inPhase = (phase: BallotPhase): Ballot => ({ ...ballot, phase })
  switch (event.kind) {
    case 'ballot-submitted':
      return inPhase({ state: 'submitted', by: event.by, at })
    case 'ballot-returned':
      return inPhase({ state: 'returned', by: event.by, at, reason: event.reason })
    case 'ballot-issued': {
      const { by } = event
      return {
        ...ballot,
        number: ballotNumber(event.serial, event.year),
        phase: { state: 'issued' },
        draft: null,
        versions: [{ no: 1, hash: event.contentHash, at, by, reason: '' }],
        deadlines: [
          { deadlineAt: ballot.deadlineAt, setAt: at, by, reason: ballot.draft?.windowReason ?? '' },
        ],
      }
    }
    case 'ballot-amended': {
      const { by, reason, deadlineAt } = event
      const no = (currentVersion(ballot)?.no ?? 0) + 1
      return {
        ...ballot,
        phase: { state: 'issued' },
        versions: [...ballot.versions, { no, hash: event.contentHash, at, by, reason }],
        deadlineAt,
        deadlines: [...ballot.deadlines, { deadlineAt, setAt: at, by, reason }],
        files: union(ballot.files, event.files),
      }
    }
    case 'deadline-extended': {
      const { by, reason, deadlineAt } = event
      return {
        ...ballot,
        phase: { state: 'issued' },
        deadlineAt,
        deadlines: [...ballot.deadlines, { deadlineAt, setAt: at, by, reason }],
      }
    }
    case 'ballot-recalled':
      return inPhase({ state: 'recalled', by: event.by, at, reason: event.reason })
    case 'closing-held':
      return inPhase({ state: 'closing-waits', downFrom: event.downFrom, downTo: event.downTo })
    case 'ballot-closed':
      return inPhase({ state: 'closed', at, by: event.by, reason: event.reason })
    case 'ballot-resolved': {
      const { number, date, by } = event
      return { ...ballot, outcome: { kind: 'resolved', number, date, by, at } }
    }
    case 'ballot-sent-to-meeting':
      return { ...ballot, outcome: { kind: 'to-meeting', by: event.by, at } }
    default:
      throw new Error(`event ${event.kind} does not apply to a ballot`)
  }
}
