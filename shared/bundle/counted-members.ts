import type { EntityReader } from '../domain/entity.ts'
import type { Event } from '../domain/event.ts'
import { membersOn } from '../domain/people.ts'
import { voteKey } from '../domain/vote.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { dayOf, type Instant } from '../lib/time.ts'

/** "All members" are those in post on the day of closing (G1), each once in every count; true of what counts nobody. */
export function countsEachMember(event: Event, reader: EntityReader): boolean {
  if (event.kind === 'tallied') {
    const phase = reader.get('ballot', `ballot/${event.ballot}`)?.phase
    if (phase?.state !== 'closed') return true
    return event.issues.every(({ entries }) => isEach(entries, event.members, phase.at, reader))
  }
  if (event.kind === 'vote-tallied') {
    const phase = reader.get('vote', voteKey(event))?.phase
    return phase?.state !== 'closed' || isEach(event.tally.entries, event.members, phase.at, reader)
  }
  return true
}

function isEach(
  entries: readonly { person: string }[],
  count: number,
  closedAt: Instant,
  reader: EntityReader,
): boolean {
  const members = membersOn(reader.list('person'), dayOf(closedAt)).map(({ id }) => id)
  const counted = entries.map(({ person }) => person)
  return canonicalJson(counted) === canonicalJson(members) && count === members.length
}
