import { appointmentsOn, type Person, Role } from '../../shared/domain/people.ts'
import type { Day } from '../../shared/lib/time.ts'

const collator = new Intl.Collator('vi')
const order: readonly string[] = Role.options

/** People as the Office lists them: Prime Minister, deputies, ministers and so on, each by name. */
export function byRank(day: Day): (one: Person, other: Person) => number {
  const rank = (person: Person) =>
    Math.min(order.length, ...appointmentsOn(person, day).map(({ role }) => order.indexOf(role)))
  return (one, other) => rank(one) - rank(other) || collator.compare(one.name, other.name)
}
