import { isEnding, itemsOpenTo } from '../domain/agenda-item.ts'
import { closingEntry } from '../domain/closing.ts'
import type { EntityReader } from '../domain/entity.ts'
import type { Event } from '../domain/event.ts'
import { voteKey } from '../domain/vote.ts'
import { isVoteDue, voteClosingEntry } from '../domain/vote-count.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import type { Instant } from '../lib/time.ts'

type Entry = { id: string; at: Instant }

/**
 * Whether the server may write this by itself at that hour: a closing only once its time has passed, and as the very entry that
 * the rules make. That it was away for a part of it is its own word. What follows a closing is not asked here (due-entries.ts).
 */
export function isServerEntryDue(event: Event, { id, at }: Entry, reader: EntityReader): boolean {
  const isSame = (entry: { id: string; events: Event[] }) =>
    canonicalJson(entry) === canonicalJson({ id, events: [event] })
  switch (event.kind) {
    case 'person-set':
    case 'agency-set':
    case 'settings-set':
    case 'access-changed':
    case 'code-handed-out':
    case 'device-asked':
    case 'device-enrolled':
      return true
    case 'ballot-closed':
    case 'closing-held': {
      const ballot = reader.get('ballot', `ballot/${event.ballot}`)
      if (ballot?.phase.state !== 'issued' || ballot.deadlineAt >= at) return false
      const down = event.kind === 'closing-held' ? { from: event.downFrom, to: event.downTo } : null
      return isSame(closingEntry(ballot, down))
    }
    case 'vote-closed':
    case 'vote-waits': {
      const vote = reader.get('vote', voteKey(event))
      if (!vote || !isVoteDue(vote, at)) return false
      const down = event.kind === 'vote-waits' ? { from: event.downFrom, to: event.downTo } : null
      return isSame(voteClosingEntry(vote, down))
    }
    case 'admission-ended': {
      const items = reader.list('agenda-item', `agenda-item/${event.meeting}/`)
      const admissions = items.find((item) => item.id === event.item)?.admissions ?? []
      const ending = admissions.find((one) => one.person === event.person && isEnding(one, at))
      const isLast = itemsOpenTo(event.person, items).length === 1
      const name = `admission-ended/${event.meeting}/${event.item}/${event.person}/${ending?.to}`
      return ending !== undefined && event.isLast === isLast && id === name
    }
    default:
      return false
  }
}
