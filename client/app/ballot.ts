import {
  type Ballot,
  type BallotContent,
  type BallotVersion,
  currentVersion,
  hasBeenIssued,
} from '../../shared/domain/ballot.ts'
import { choiceValue, faultOf, type OpenAnswer } from '../../shared/domain/choice.ts'
import type { ActId, BallotId, DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { workingMsBetween } from '../../shared/domain/working-day.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import { cleanText } from '../../shared/lib/text.ts'
import { commitOpening } from './make-act.ts'
import { askedByBallot, headsKnown, type MyAnswer, myAnswer } from './my-answer.ts'
import { type MyCount, myCount } from './my-count.ts'
import type { Clock, Random, StoreFault } from './ports.ts'
import type { QueueAct } from './queue-act.ts'
import { contentIn, tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** What a member does with ballots: sees them by urgency, answers them wherever there is or is no network (B17, O1). */

export type BallotView = {
  ballot: Ballot
  /** The version now in force, and its words. */
  version: BallotVersion
  content: BallotContent
  mine: MyAnswer
  /** Working time left; 0 once the deadline has passed. */
  workingMsLeft: number
  tally: Tally | null
  /** What the count made of the member's silence, or of what came late. */
  counted: MyCount
  /** Whether the member has opened this version on this device. */
  isOpened: boolean
}

export type AnswerFault =
  | { kind: 'not-found' }
  | { kind: 'unanswered'; issues: string[] }
  | { kind: 'answer-unfit'; issue: string; fault: string }
  | { kind: 'not-stored'; fault: StoreFault }

export type BallotDesk = {
  /** Issued ballots of this member: open ones by urgency, then the others, newest first. */
  list(): BallotView[]
  get(id: BallotId): BallotView | null
  /** A former version's words, for the member who answered it. */
  contentOf(hash: Hash): BallotContent | undefined
  /** Signs and stores; resolves when "Saved on this tablet" is true. */
  answer(request: {
    ballot: BallotId
    versionHash: Hash
    answers: OpenAnswer[]
  }): Promise<Result<ActId, AnswerFault>>
  /** Evidence that this version was opened here (B8); made once, however often and from wherever it is opened. */
  markOpened(id: BallotId): Promise<void>
  /** Evidence that a ballot has reached this device (B8); made once for each version. */
  markDelivered(): Promise<void>
}

export function createBallotDesk(deps: {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  queue: QueueAct
  random: Random
  clock: Clock
}): BallotDesk {
  const { copy, me, clock, queue } = deps

  const view = (ballot: Ballot): BallotView | null => {
    const version = currentVersion(ballot)
    const content = version && contentIn(copy, version.hash)
    if (!version || !content) return null
    const context = tabletContext(copy, me, clock)
    const mine = myAnswer(askedByBallot(ballot.id, me.person, context), {
      outbox: copy.outbox(),
      settled: copy.settled(),
      rowNumber: copy.rowNumber(`answers/${ballot.id}/${me.person}`),
      context,
    })
    const tally = copy.reader.get('tally', `tally/${ballot.id}`) ?? null
    return {
      ballot,
      version,
      content,
      mine,
      workingMsLeft: workingMsBetween(context.calendar, clock.now(), ballot.deadlineAt),
      tally,
      counted: myCount(tally, me.person),
      isOpened: hasMarked('mark-opened', version.hash),
    }
  }

  const hasMarked = (kind: 'mark-opened' | 'mark-delivered', hash: Hash): boolean =>
    [...copy.outbox(), ...copy.settled()].some(
      ({ act }) => act.kind === kind && act.device === me.device && act.body.versionHash === hash,
    )

  const opening = new Set<Hash>()
  const isMember = () => tabletContext(copy, me, clock).subject.isMember

  const issued = () => copy.reader.list('ballot').filter(hasBeenIssued)

  return {
    list: () =>
      issued()
        .map(view)
        .filter((item) => item !== null)
        .sort(byUrgency),
    get: (id) => {
      const ballot = copy.reader.get('ballot', `ballot/${id}`)
      return ballot && hasBeenIssued(ballot) ? view(ballot) : null
    },
    contentOf: (hash) => contentIn(copy, hash),
    answer: async ({ ballot: id, versionHash, answers }) => {
      const content = contentIn(copy, versionHash)
      if (!content) return fail({ kind: 'not-found' })
      const fault = faultOfAnswers(content, answers)
      if (fault) return fail(fault)
      const pairs = content.issues.flatMap((issue) => {
        const said = answers.find((answer) => answer.issue === issue.id)
        if (!said) return []
        const choice = commitOpening(deps.random, choiceValue(said.choice))
        const text = commitOpening(deps.random, cleanText(said.text))
        return [{ issue: issue.id, choice, text }]
      })
      const context = tabletContext(copy, me, clock)
      const queued = await queue({
        kind: 'answer-ballot',
        body: {
          ballot: id,
          versionHash,
          answers: pairs.map(({ issue, choice, text }) => ({
            issue,
            choiceCommit: choice.commit,
            textCommit: text.commit,
          })),
        },
        prev: headsKnown(askedByBallot(id, me.person, context), copy.outbox()),
        openings: pairs.flatMap(({ choice, text }) => [choice, text]),
      })
      return queued.ok ? queued : fail({ kind: 'not-stored', fault: queued.error })
    },
    markOpened: async (id) => {
      const ballot = copy.reader.get('ballot', `ballot/${id}`)
      const version = ballot && currentVersion(ballot)
      if (!version || !isMember() || hasMarked('mark-opened', version.hash) || opening.has(version.hash))
        return
      // A ballot and its document are opened in one moment, and the act is there only once it is stored.
      opening.add(version.hash)
      try {
        await queue({ kind: 'mark-opened', body: { ballot: id, versionHash: version.hash } })
      } finally {
        opening.delete(version.hash)
      }
    },
    markDelivered: async () => {
      if (!isMember()) return
      for (const ballot of issued()) {
        const version = currentVersion(ballot)
        if (!version || ballot.phase.state === 'recalled' || ballot.phase.state === 'closed') continue
        if (hasMarked('mark-delivered', version.hash) || !contentIn(copy, version.hash)) continue
        await queue({ kind: 'mark-delivered', body: { ballot: ballot.id, versionHash: version.hash } })
      }
    },
  }
}

function faultOfAnswers(content: BallotContent, answers: readonly OpenAnswer[]): AnswerFault | null {
  const unanswered = content.issues.filter((issue) => !answers.some((answer) => answer.issue === issue.id))
  if (unanswered.length > 0) return { kind: 'unanswered', issues: unanswered.map((issue) => issue.id) }
  for (const issue of content.issues) {
    const said = answers.find((answer) => answer.issue === issue.id)
    const fault = said && faultOf(issue, choiceValue(said.choice), cleanText(said.text))
    if (fault) return { kind: 'answer-unfit', issue: issue.id, fault: fault.kind }
  }
  return null
}

const isOpen = ({ ballot }: BallotView) =>
  ballot.phase.state === 'issued' || ballot.phase.state === 'closing-waits'

function byUrgency(a: BallotView, b: BallotView): number {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1
  const order = a.ballot.deadlineAt - b.ballot.deadlineAt
  return isOpen(a) ? order : -order
}
