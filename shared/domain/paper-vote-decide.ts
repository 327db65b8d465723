import { dayOf } from '../lib/time.ts'
import type { DecideContext } from './decide-context.ts'
import { meetingKey } from './meeting.ts'
import { memberAppointmentOn } from './people.ts'
import type { PaperAct } from './session-question.ts'
import { accepted, refused, type Verdict } from './verdict.ts'
import { castKey, paperVoteKey, voteKey } from './vote.ts'
import { faultOfCast } from './vote-decide.ts'

/**
 * M7: a member without a working device votes on paper, which one officer enters with the paper attached, and another confirms on
 * another device, or refuses. What the member casts with their own key goes before it.
 */
export function decidePaperVote(act: PaperAct, context: DecideContext): Verdict {
  const { reader, at } = context
  const { meeting, item, vote: id, person } = act.body
  const name = { meeting, item, vote: id }
  const vote = reader.get('vote', voteKey(name))
  if (!vote) return refused({ kind: 'not-found' })
  const state = reader.get('meeting', meetingKey(meeting))?.phase.state
  if (state !== 'in-session' && state !== 'ended') return refused({ kind: 'wrong-state', state: state ?? '' })
  if (vote.phase.state === 'cancelled') return refused({ kind: 'wrong-state', state: 'cancelled' })
  const paper = reader.get('paper-vote', paperVoteKey(name, person))
  const hasCast = (reader.get('cast', castKey(name, person))?.heads.length ?? 0) > 0
  if (hasCast || paper?.confirmed) return refused({ kind: 'already-done' })
  const by = act.person
  if (act.kind !== 'enter-paper-vote') {
    if (paper?.act !== act.body.entry) return refused({ kind: 'not-found' })
    if (paper.refused) return refused({ kind: 'wrong-state', state: 'refused' })
    // Whoever entered it may take back what they find wrong themselves.
    if (act.kind === 'refuse-paper-vote') {
      return accepted({ kind: 'paper-vote-refused', ...name, person, by, reason: act.body.reason })
    }
    if (paper.by === by || paper.device === act.device) return refused({ kind: 'same-officer' })
    return accepted({ kind: 'paper-vote-confirmed', ...name, person, by })
  }
  const { answer, paper: file, reason } = act.body
  const closedAt = vote.phase.state === 'closed' ? vote.phase.at : at
  const member = reader.get('person', `person/${person}`)
  if (!member || !memberAppointmentOn(member, dayOf(closedAt))) return refused({ kind: 'not-admissible' })
  if (!context.file(file)?.pages) return refused({ kind: 'file-missing', hash: file })
  const fault = faultOfCast(answer, vote, context)
  if (fault) return refused(fault)
  const { device } = act
  return accepted({ kind: 'paper-vote-entered', ...name, person, by, device, answer, paper: file, reason })
}
