import type { OpenApp } from '../../client/app/open-app.ts'
import type { AgendaItemId, MeetingId } from '../../shared/domain/id.ts'
import { isCurrent, itemSessionKey } from '../../shared/domain/item-session.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import { isPresent } from '../../shared/domain/session-presence.ts'
import { isUnderWay, type VoteName, voteTallyKey } from '../../shared/domain/vote.ts'

/** What is waited for on a tablet: said in data, since the tablet may lie in another thread. */
export type Condition =
  | { is: 'people'; count: number }
  | { is: 'invited'; meeting: MeetingId }
  /** All that was said here is recorded. */
  | { is: 'settled' }
  | { is: 'present'; meeting: MeetingId; count: number }
  | { is: 'item'; meeting: MeetingId; item: AgendaItemId }
  | { is: 'vote'; meeting: MeetingId; item: AgendaItemId }
  | { is: 'result'; name: VoteName }

export type BenchCopy = Pick<OpenApp['copy'], 'reader' | 'outbox' | 'subscribe'>

export function isSo({ reader, outbox }: BenchCopy, condition: Condition): boolean {
  switch (condition.is) {
    case 'people':
      return reader.list('person').length >= condition.count
    case 'invited':
      return reader.get('meeting', meetingKey(condition.meeting)) !== undefined
    case 'settled':
      return outbox().length === 0
    case 'present': {
      const { meeting, count } = condition
      return reader.list('presence', `presence/${meeting}/`).filter(isPresent).length >= count
    }
    case 'item': {
      const row = reader.get('item-session', itemSessionKey(condition.meeting, condition.item))
      return row !== undefined && isCurrent(row)
    }
    case 'vote':
      return reader.list('vote', `vote/${condition.meeting}/${condition.item}/`).some(isUnderWay)
    case 'result':
      return reader.get('vote-tally', voteTallyKey(condition.name)) !== undefined
  }
}
