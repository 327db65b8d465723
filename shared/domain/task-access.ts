import type { AgencyId, PersonId } from './id.ts'
import type { Role } from './people.ts'
import type { Task } from './task.ts'

/** Who may do what with tasks (T7); a part of access.ts, which asks it. */

export type TaskFacts = {
  /** Nobody but the Office and the assigner knows of a draft. */
  isDraft: boolean
  assigner: PersonId
  leadAgency: AgencyId
  supporting: readonly AgencyId[]
}

const officeActions = ['confirm-task', 'return-task', 'pass-extension', 'link-task'] as const
const deskActions = [
  'receive-task',
  'report-progress',
  'report-done',
  'ask-extension',
  'answer-urging',
] as const

export type TaskQuestion =
  | {
      action:
        | (typeof officeActions)[number]
        | (typeof deskActions)[number]
        | 'read-task'
        | 'assign-task'
        | 'cancel-task'
        | 'decide-extension'
        | 'urge-task'
      task: TaskFacts
    }
  | { action: 'draft-task'; task: TaskFacts | null }
  /** T8: drafts, or tasks that are assigned with the same tap. */
  | { action: 'read-task-import'; task: null }
  | { action: 'import-drafts'; task: null }
  | { action: 'import-tasks'; task: null }
  | { action: 'ask-task'; task: TaskFacts | null }

/** Who belonged to an agency that led or supported it still reads it. */
export const factsOfTask = ({
  phase,
  deadlines,
  assigner,
  leadAgency,
  supporting,
  passed = [],
}: Task): TaskFacts => ({
  isDraft: phase.state === 'draft' || deadlines.length === 0,
  assigner,
  leadAgency,
  supporting: passed.length === 0 ? supporting : [...supporting, ...passed.map(({ from }) => from)],
})

type Why = 'role' | 'scope' | 'phase'
export type TaskPermission = { allow: true } | { allow: false; reason: Why }

/** What of a subject is asked about here. */
export type TaskSubject = {
  person: PersonId
  roles: readonly Role[]
  isMember: boolean
  agencies: readonly AgencyId[]
  ministries: readonly AgencyId[]
}

const deny = (reason: Why): TaskPermission => ({ allow: false, reason })
const when = (test: boolean, reason: Why): TaskPermission => (test ? { allow: true } : deny(reason))

export function permitTask(subject: TaskSubject, question: TaskQuestion): TaskPermission {
  const is = (role: Role) => subject.roles.includes(role)
  const isOffice = is('secretary') || is('head-of-office')
  switch (question.action) {
    case 'draft-task':
    case 'read-task-import':
    case 'import-drafts':
      return when(isOffice, 'role')
    case 'ask-task':
      return when(subject.isMember, 'role')
    case 'import-tasks':
      return when(is('head-of-office'), 'role')
  }
  const { action, task } = question
  const isAssigner = subject.isMember && task.assigner === subject.person
  switch (action) {
    case 'read-task':
      return isOffice || isAssigner ? { allow: true } : readsAssigned(subject, task)
    case 'assign-task':
      return when(is('head-of-office') || isAssigner, 'role')
    case 'cancel-task':
      return when(is('head-of-office') || isAssigner || (is('secretary') && task.isDraft), 'role')
    case 'link-task':
    case 'confirm-task':
    case 'return-task':
    case 'pass-extension':
      return when(isOffice, 'role')
    case 'decide-extension':
      // T4: the assigner; the Prime Minister; the head of the Office on the assigner's behalf.
      if (task.isDraft) return deny('phase')
      return when(is('head-of-office') || is('prime-minister') || isAssigner, 'role')
    case 'urge-task':
      if (task.isDraft) return deny('phase')
      return when(isOffice || is('prime-minister') || isAssigner, 'role')
    default:
      if (!is('clerk')) return deny('role')
      if (task.isDraft) return deny('phase')
      return when(subject.agencies.includes(task.leadAgency), 'scope')
  }
}

function readsAssigned(subject: TaskSubject, { isDraft, leadAgency, supporting }: TaskFacts): TaskPermission {
  if (isDraft) return deny('phase')
  if (subject.roles.includes('prime-minister')) return { allow: true }
  const own = [...subject.agencies, ...subject.ministries]
  return when(
    [leadAgency, ...supporting].some((agency) => own.includes(agency)),
    'scope',
  )
}
