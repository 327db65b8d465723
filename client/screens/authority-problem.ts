import type { TFunction } from 'i18next'
import type { Refusal, Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import { unreachable } from '../../shared/lib/unreachable.ts'
import type { OfficeFault } from '../app/office-ballot.ts'
import type { NetworkFault } from '../app/ports.ts'
import { dateAndHour } from '../ui/date-text.tsx'
import { serverErrorWords } from './server-error-words.ts'

/** Why an act of authority did not take effect. */
export type AuthorityProblem = { kind: 'verdict'; reason: Refusal } | { kind: 'held' } | OfficeFault

/** @returns null where the act was accepted: proven by its receipt. */
export function problemOf(result: Result<Verdict, OfficeFault>): AuthorityProblem | null {
  if (!result.ok) return result.error
  if (result.value.kind === 'refused') return { kind: 'verdict', reason: result.value.reason }
  return result.value.kind === 'held' ? { kind: 'held' } : null
}

export function problemWords(t: TFunction, problem: AuthorityProblem): string {
  switch (problem.kind) {
    case 'verdict':
      return refusalWords(t, problem.reason)
    case 'held':
      return t('authority.held')
    case 'rejected':
      return t(`authority.rejected.${problem.reason}`)
    case 'not-proven':
    case 'outcome-unknown':
    case 'content-malformed':
      return t(`authority.fault.${problem.kind}`)
    case 'unreachable':
    case 'signed-out':
    case 'not-understood':
    case 'refused':
      return networkWords(t, problem)
    default:
      return unreachable(problem)
  }
}

export function networkWords(t: TFunction, fault: NetworkFault): string {
  return fault.kind === 'refused' ? serverErrorWords(t, fault) : t(`authority.fault.${fault.kind}`)
}

function refusalWords(t: TFunction, reason: Refusal): string {
  switch (reason.kind) {
    case 'deadline-outside-window': {
      const facts = { earliest: dateAndHour(reason.earliestAt), latest: dateAndHour(reason.latestAt) }
      return t('authority.refused.deadline-outside-window', facts)
    }
    case 'members-still-silent':
      return t('authority.refused.members-still-silent', { count: reason.count })
    case 'no-quorum': {
      const { present, members, needed } = reason
      return t('authority.refused.no-quorum', { present, members, needed })
    }
    case 'rows-with-problems':
      return t('authority.refused.rows-with-problems', { count: reason.count })
    case 'copy-is-out':
      return t('authority.refused.copy-is-out', { copy: reason.copy })
    default:
      return t(`authority.refused.${reason.kind}`)
  }
}
