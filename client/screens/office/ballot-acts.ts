import { permit, type Subject } from '../../../shared/domain/access.ts'
import type { Ballot } from '../../../shared/domain/ballot.ts'
import { factsOf } from '../../../shared/domain/scope.ts'

const actions = {
  edit: 'draft-ballot',
  submit: 'submit-ballot',
  issue: 'issue-ballot',
  return: 'return-ballot',
  extend: 'extend-ballot',
  amend: 'amend-ballot',
  close: 'close-ballot',
  recall: 'recall-ballot',
  resolve: 'resolve-ballot',
  toMeeting: 'send-ballot-to-meeting',
} as const
export type ActName = keyof typeof actions

/** Who prepares a ballot does these; all others are the head of office's. */
const ofHandlers: ReadonlySet<ActName> = new Set(['edit', 'submit', 'resolve', 'toMeeting'])

/** What a ballot's state asks for, in the order in which one thinks of it. */
function actsInState({ phase, outcome }: Ballot): readonly ActName[] {
  switch (phase.state) {
    case 'draft':
    case 'returned':
      return ['edit', 'submit', 'recall']
    case 'submitted':
      return ['issue', 'return', 'recall']
    case 'issued':
      return ['extend', 'amend', 'recall', 'close']
    case 'closing-waits':
      return ['extend', 'close', 'recall']
    case 'closed':
      return outcome ? ['resolve'] : ['resolve', 'toMeeting']
    default:
      return []
  }
}

export type BallotActs = {
  mine: ActName[]
  /** What this person may not do, by who may. */
  ofHead: ActName[]
  ofHandlers: ActName[]
}

/** What can be done with a ballot in its present state, and by whom: what one may not do oneself is not left unsaid. */
export function ballotActs(subject: Subject, ballot: Ballot): BallotActs {
  const facts = factsOf(ballot)
  const acts = actsInState(ballot)
  const mine = acts.filter((act) => permit(subject, { action: actions[act], ballot: facts }).allow)
  const others = acts.filter((act) => !mine.includes(act))
  return {
    mine,
    ofHead: others.filter((act) => !ofHandlers.has(act)),
    ofHandlers: others.filter((act) => ofHandlers.has(act)),
  }
}
