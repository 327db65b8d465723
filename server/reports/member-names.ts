import type { PersonId } from '../../shared/domain/id.ts'
import { appointmentsOn, memberAppointmentOn, type Person, rankOn } from '../../shared/domain/people.ts'
import type { Day } from '../../shared/lib/time.ts'

export type MemberNames = ReturnType<typeof memberNames>

const collator = new Intl.Collator('vi')

/** How people are called on paper, by their posts of a day, and in which order. */
export function memberNames(people: readonly Person[], day: Day) {
  const byId = new Map(people.map((person) => [person.id, person]))
  const nameOf = (id: PersonId): string => {
    const person = byId.get(id)
    if (!person) return id
    const post = (memberAppointmentOn(person, day) ?? appointmentsOn(person, day)[0])?.title ?? ''
    // Posts are written as names where nobody is named for them.
    return post === '' || post === person.name ? person.name : `${person.name}, ${post}`
  }
  const rankOf = (id: PersonId): number => {
    const person = byId.get(id)
    return person ? rankOn(person, day) : Number.MAX_SAFE_INTEGER
  }
  const byRank = (one: PersonId, other: PersonId): number =>
    rankOf(one) - rankOf(other) || collator.compare(nameOf(one), nameOf(other))
  return { nameOf, byRank }
}
