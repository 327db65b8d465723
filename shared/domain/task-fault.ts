import { isCleanText } from '../lib/text.ts'
import { dayOf } from '../lib/time.ts'
import { permit } from './access.ts'
import type { DecideContext } from './decide-context.ts'
import { type Directive, directiveKey } from './directive.ts'
import { factsOfDirective } from './directive-access.ts'
import type { EntityReader } from './entity.ts'
import type { Event } from './event.ts'
import type { Hash } from './id.ts'
import { memberAppointmentOn } from './people.ts'
import type { Task, TaskSource } from './task.ts'
import type { Refusal } from './verdict.ts'

/** What is wrong with a task as it is entered or assigned, and with the words of an act (T1). */

type Entered = Pick<Task, 'leadAgency' | 'supporting' | 'source' | 'deadline'>

export const supportersOf = ({ leadAgency, supporting }: Pick<Entered, 'leadAgency' | 'supporting'>) =>
  [...new Set(supporting)].filter((one) => one !== leadAgency)

/** What a draft may not say, whoever makes it. */
export function faultOfFacts(entered: Entered, { reader, subject }: DecideContext): Refusal | null {
  const { leadAgency, source, deadline } = entered
  const agencies = [leadAgency, ...supportersOf(entered)]
  const unknown = agencies.find((one) => !reader.get('agency', `agency/${one}`))
  if (unknown !== undefined) return { kind: 'agency-unknown', agency: unknown }
  if (source.date !== null && deadline !== null && deadline < source.date) {
    return { kind: 'deadline-before-source' }
  }
  if (source.directive === undefined) return null
  const row = reader.get('directive', directiveKey(source.directive))
  const mayRead = row && permit(subject, { action: 'read-directive', directive: factsOfDirective(row) }).allow
  return mayRead ? null : { kind: 'not-found' }
}

/** Nothing is given to an agency that is no more. */
export function faultOfAgencies(
  entered: Pick<Entered, 'leadAgency' | 'supporting'>,
  { reader }: Pick<DecideContext, 'reader'>,
): Refusal | null {
  const agencies = [entered.leadAgency, ...entered.supporting]
  const closed = agencies.find((one) => reader.get('agency', `agency/${one}`)?.successor)
  return closed === undefined ? null : { kind: 'agency-closed', agency: closed }
}

const linkedIn = ({ directive }: TaskSource, reader: EntityReader): Directive | undefined =>
  directive === undefined ? undefined : reader.get('directive', directiveKey(directive))

/** The desks of a task's agencies read the directive that it comes from. */
export function openedBy(task: Pick<Task, 'source' | 'leadAgency' | 'supporting'>, reader: EntityReader) {
  const directive = linkedIn(task.source, reader)
  const agencies = [task.leadAgency, ...task.supporting].filter((one) => !directive?.agencies.includes(one))
  if (!directive || agencies.length === 0) return []
  const event: Event = { kind: 'directive-opened', directive: directive.id, agencies }
  return [event]
}

type Assigned = Pick<
  Task,
  'contentHash' | 'source' | 'deadline' | 'assigner' | 'security' | 'leadAgency' | 'supporting'
>

/** T1: what goes out names its source in full, and somebody in post who assigns it. */
export function faultOfAssignment(task: Assigned, context: DecideContext): Refusal | null {
  const { reader, at } = context
  const { source, deadline, assigner, security } = task
  const abstract = context.taskContent(task.contentHash)?.abstract ?? ''
  const hasSource = source.number.trim() !== '' && source.date !== null
  if (!hasSource || (security === 'none' && abstract.trim() === '')) return { kind: 'source-incomplete' }
  const directive = linkedIn(source, reader)
  if (directive && directive.phase.state !== 'published') {
    return { kind: 'directive-not-in-force', state: directive.phase.state }
  }
  if (deadline === null) return { kind: 'deadline-missing' }
  if (deadline < dayOf(at)) return { kind: 'deadline-passed' }
  const closed = faultOfAgencies(task, context)
  if (closed) return closed
  const person = reader.get('person', `person/${assigner}`)
  return person && memberAppointmentOn(person, dayOf(at)) ? null : { kind: 'assigner-not-member' }
}

const longestNote = 4000

/** Whether an act's words are there, and say something where they must. */
export function faultOfNote(commit: Hash, isRequired: boolean, { opened }: DecideContext): Refusal | null {
  const text = opened(commit)
  if (text === undefined) return { kind: 'opening-missing' }
  if (text.length > longestNote || !isCleanText(text)) return { kind: 'content-malformed' }
  return isRequired && text.trim() === '' ? { kind: 'reason-missing' } : null
}
