import type { TFunction } from 'i18next'
import type { PersonId } from '../../shared/domain/id.ts'
import type { Refusal } from '../../shared/domain/verdict.ts'
import { formatHour } from '../../shared/lib/time.ts'
import { unreachable } from '../../shared/lib/unreachable.ts'
import type { ReturnedWord, SaidToMeeting } from '../app/returned-word.ts'
import type { Tone } from '../ui/tone.ts'
import { rejectionWord } from './rejection-word.ts'
import { replyWord } from './reply-word.ts'
import { voteWord } from './vote-options.ts'

type Words = TFunction

/** What happened to it, what it was, why, what to do. */
export function toldOfWord(t: Words, word: ReturnedWord, nameOf: (id: PersonId) => string) {
  const { act, why } = word
  const tone: Tone = why.kind === 'held' ? 'waiting' : 'urgent'
  return {
    tone,
    what: t(`returned.word.what.${act.kind}`),
    sign: t(`returned.word.sign.${why.kind}`),
    meeting: word.title ?? t('returned.word.unknownMeeting'),
    said: saidWords(t, word, nameOf),
    why: whyWords(t, act, why),
    remedy: t(`returned.word.remedy.${act.kind}`),
  }
}

/** Empty where the kind of act says it all. */
function saidWords(t: Words, { act, note, vote }: ReturnedWord, nameOf: (id: PersonId) => string): string {
  const withNote = (said: string) => (note === '' ? said : `${said}: ${note}`)
  switch (act.kind) {
    case 'record-session':
      return withNote(`${formatHour(act.body.from)}, ${t(`returned.word.recorded.${act.body.what}`)}`)
    case 'cast-vote': {
      if (!vote) return ''
      const { issue, answer } = vote
      const choice = voteWord(t, issue, answer.choice)
      return `${issue.question} ${answer.text === '' ? choice : `${choice}: ${answer.text}`}`
    }
    case 'reply-to-invitation': {
      const { reply } = act.body
      const said = replyWord(t, reply, nameOf)
      return reply.kind === 'attends' ? said : `${said}: ${reply.reason}`
    }
    case 'take-position':
      return withNote(t(`meeting.position.${act.body.stance}`))
    case 'join-session':
      return t(`session.presence.${act.body.how}`)
    case 'request-to-speak':
      return t(act.body.what === 'order' ? 'session.speech.order' : 'session.speech.ask')
    case 'leave-session':
    case 'withdraw-request':
    case 'pull-from-block':
      return ''
    default:
      return unreachable(act)
  }
}

function whyWords(t: Words, act: SaidToMeeting, why: ReturnedWord['why']): string {
  if (why.kind === 'rejected') return t('returned.word.why.server', { why: rejectionWord(t, why.code) })
  if (why.kind === 'refused') return refusedWords(t, act, why.reason)
  const { kind } = why.reason
  return t(`returned.word.why.${kind === 'former-version' ? 'changed' : kind}`)
}

function refusedWords(t: Words, { kind, body }: SaidToMeeting, reason: Refusal): string {
  switch (reason.kind) {
    case 'wrong-state':
      return t(`returned.word.why.${stateWord(reason.state)}`)
    case 'not-found':
      return t(`returned.word.why.${'item' in body ? 'gone' : 'goneMeeting'}`)
    case 'not-allowed':
      return t(`returned.word.why.${kind === 'record-session' ? 'notChair' : 'not-allowed'}`)
    case 'session-not-near':
      return t('returned.word.why.session-not-near')
    case 'already-done':
      return t('returned.word.why.adopted')
    case 'stale-content':
    case 'unknown-version':
      return t('returned.word.why.changed')
    default:
      return t('returned.word.why.other', { code: reason.kind })
  }
}

function stateWord(state: string): 'over' | 'cancelled' | 'begun' | 'state' {
  if (state === 'ended' || state === 'concluded') return 'over'
  if (state === 'cancelled') return 'cancelled'
  return state === 'in-session' ? 'begun' : 'state'
}
