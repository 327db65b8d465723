import type { PersonId } from '../../shared/domain/id.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { waitingIn } from '../../shared/domain/tally-outlook.ts'

/**
 * How the newest count has a member who did not simply answer in time (B8, B9): silence that counts as agreement or does not, a
 * held answer, and what two officers made of either. Null where it counts as it was said.
 */
export type MyCount =
  | 'deemed'
  | 'deemed-by-ruling'
  | 'not-reached'
  | 'not-reached-by-ruling'
  | 'held'
  | 'held-by-ruling'
  | 'counted-by-ruling'
  | null

export function myCount(tally: Tally | null, person: PersonId): MyCount {
  const found = tally?.rounds.at(-1)?.issues[0]?.entries.find((each) => each.person === person)
  if (!tally || !found) return null
  const { entry } = found
  const isWaiting = waitingIn(tally).includes(person)
  switch (entry.kind) {
    case 'deemed':
      return entry.ruled ? 'deemed-by-ruling' : 'deemed'
    case 'not-reached':
      return isWaiting ? 'not-reached' : 'not-reached-by-ruling'
    case 'held':
      if (entry.why === 'former-agree' || entry.why === 'not-asked') return null
      return isWaiting ? 'held' : 'held-by-ruling'
    case 'agree':
    case 'disagree':
    case 'other':
    case 'alternatives':
      return entry.late ? 'counted-by-ruling' : null
    case 'not-voted':
      return null
  }
}
