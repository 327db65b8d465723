import type { AgencyId } from './id.ts'
import type { TaskFacts, TaskPermission, TaskSubject } from './task-access.ts'

/**
 * Who may know and do what with an agency's units; a part of access.ts, which asks it. The agency's desk, and the member who heads
 * it, who reads. Not the Office and not the Prime Minister: to them the agency answers, and nobody within it.
 */

export type UnitQuestion =
  | { action: 'read-units' | 'set-unit'; unitsOf: AgencyId }
  | { action: 'give-part' | 'note-part'; unitsOf: AgencyId; ofTask: TaskFacts }

export function permitUnits(subject: TaskSubject, question: UnitQuestion): TaskPermission {
  const { unitsOf: agency } = question
  const isClerk = subject.roles.includes('clerk')
  if (question.action === 'read-units') {
    if (!isClerk && !subject.isMember) return { allow: false, reason: 'role' }
    return when([...subject.agencies, ...subject.ministries].includes(agency))
  }
  if (!isClerk) return { allow: false, reason: 'role' }
  if (!('ofTask' in question)) return when(subject.agencies.includes(agency))
  const { isDraft, leadAgency, supporting } = question.ofTask
  if (isDraft) return { allow: false, reason: 'phase' }
  return when(subject.agencies.includes(agency) && [leadAgency, ...supporting].includes(agency))
}

const when = (test: boolean): TaskPermission => (test ? { allow: true } : { allow: false, reason: 'scope' })
