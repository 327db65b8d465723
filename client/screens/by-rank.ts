import { type Person, rankOn } from '../../shared/domain/people.ts'
import type { Day } from '../../shared/lib/time.ts'

const collator = new Intl.Collator('vi')

/** People as the Office lists them: Prime Minister, deputies, ministers and so on, each by name. */
export const byRank =
  (day: Day) =>
  (one: Person, other: Person): number =>
    rankOn(one, day) - rankOn(other, day) || collator.compare(one.name, other.name)
