import type { PersonId } from '../../shared/domain/id.ts'
import { appointmentsOn, memberAppointmentOn, type Person, Role } from '../../shared/domain/people.ts'
import type { Day } from '../../shared/lib/time.ts'

export type MemberNames = ReturnType<typeof memberNames>

const collator = new Intl.Collator('vi')
const ranks: readonly string[] = Role.options

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
    const roles = person ? appointmentsOn(person, day).map(({ role }) => ranks.indexOf(role)) : []
    return Math.min(ranks.length, ...roles)
  }
  const byRank = (one: PersonId, other: PersonId): number =>
    rankOf(one) - rankOf(other) || collator.compare(nameOf(one), nameOf(other))
  return { nameOf, byRank }
}
