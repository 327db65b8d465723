import { BallotId, type Hash, type IssueId } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256 } from '../../shared/lib/sha256.ts'
import { instant, minuteMs } from '../../shared/lib/time.ts'
import type { Random } from '../app/ports.ts'
import type { DemoBallot } from './demo-ballot.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { saltedText } from './demo-content.ts'
import type { DemoStep } from './demo-step.ts'

/** What the lead agency's desk responded to the opinions of a closed ballot (B15). */
export function responseSteps(
  { id, responses }: DemoBallot,
  answers: readonly DemoStep[],
  calendar: DemoCalendar,
  random: Random,
): DemoStep[] {
  if (!responses) return []
  const { by, on, given } = responses
  return given.map(({ to, issue: no, outcome, reason, place }, i): DemoStep => {
    const { issue, point } = pointOf(`${id}/answer/${to}`, no, answers)
    const [note, where] = [saltedText(reason, random), saltedText(place, random)]
    const words = { outcome, replaces: null, noteCommit: note.commit, placeCommit: where.commit }
    return {
      at: instant(calendar.at(on) + 25 * i * minuteMs),
      label: `${id}/response/${to}/${no}`,
      by,
      draft: {
        kind: 'respond-to-point',
        body: { ballot: BallotId.parse(id), issue, point, ...words },
        openings: [note, where],
      },
      prev: [],
    }
  })
}

function pointOf(label: string, no: number, answers: readonly DemoStep[]): { issue: IssueId; point: Hash } {
  const draft = answers.find((step) => step.label === label)?.draft
  const said = draft?.kind === 'answer-ballot' ? draft.body.answers[no - 1] : undefined
  if (!said) throw new Error(`nobody said anything as ${label}`)
  return { issue: said.issue, point: said.textCommit }
}

/**
 * Salts that follow from a name: a response names its point by the commitment, which must be the same when loading is resumed
 * and the answer is in the ledger already.
 */
export function saltsOf(label: string): Random {
  let drawn = 0
  return (length) => {
    drawn += 1
    return sha256(utf8(`${label}/${drawn}`)).slice(0, length)
  }
}
