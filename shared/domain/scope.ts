import { type BallotFacts, permit, type Question, type Subject } from './access.ts'
import { type Ballot, hasBeenIssued } from './ballot.ts'
import type { Directive } from './directive.ts'
import { factsOfDirective, scopesOfDirective } from './directive-access.ts'
import type { Entity } from './entity.ts'
import type { AgencyId, PersonId } from './id.ts'
import {
  questionOfMeetingHolder,
  questionOfMeetingRow,
  scopesOfMeetingHolder,
  scopesOfMeetingRow,
} from './meeting-scope.ts'
import type { Role } from './people.ts'
import { matterOf } from './proposal.ts'
import type { RowOwners } from './row-owners.ts'
import { questionOfTaskRow, scopesOfTask } from './task-scope.ts'

/**
 * Scopes are how the feed finds rows: a row carries scopes, a person holds scopes, one in common means "may be sent".
 * They narrow the search in the database; `permit` is asked again for every row (questionOf), and its word counts. They go
 * with the role and not with the person alone: a right that is lost ends a scope, and only so does a device hear `gone`.
 */
export type Scope = string

export function scopesOfSubject(subject: Subject): Scope[] {
  if (subject.roles.length === 0) return []
  const { person, agencies, ministries } = subject
  const is = (role: Role) => subject.roles.includes(role)
  const scopes = new Set<Scope>(['all', `person/${person}`])
  if (is('secretary') || is('head-of-office')) scopes.add('office')
  // A forbid wins: what an admin may not read is not found for them either, whatever else they are.
  if (is('admin')) return [...scopes.add('admin')].sort()
  if (subject.isMember) scopes.add('members').add(`member/${person}`)
  for (const agency of ministries) scopes.add(`ministry/${agency}`)
  if (is('prime-minister')) scopes.add('prime-minister')
  if (is('secretary') || is('head-of-office')) scopes.add('desk')
  if (is('secretary')) scopes.add(`handler/${person}`)
  if (is('head-of-office')) scopes.add('head').add(`head/${person}`)
  if (is('guest') || is('substitute')) scopes.add(`admitted/${person}`)
  if (is('clerk')) {
    scopes.add('clerks')
    for (const agency of agencies) scopes.add(`agency/${agency}`).add(`agency/${agency}/${person}`)
  }
  return [...scopes].sort()
}

export const factsOf = (ballot: Ballot): BallotFacts => ({
  state: ballot.phase.state,
  wasIssued: hasBeenIssued(ballot),
  handlers: ballot.handlers,
  leadAgency: ballot.leadAgency,
})

const handlersOf = (ballot: Ballot | undefined): Scope[] =>
  ballot ? ['head', ...ballot.handlers.map((person) => `handler/${person}`)] : []

const scopesOfBallot = (ballot: Ballot): Scope[] => [
  ...handlersOf(ballot),
  ...(hasBeenIssued(ballot) ? ['members', `agency/${ballot.leadAgency}`] : []),
]

/** One person, in each of the posts in which an issued ballot is open to them. */
const readerScopes = (person: PersonId, ballot: Ballot): Scope[] => [
  `member/${person}`,
  `head/${person}`,
  `agency/${ballot.leadAgency}/${person}`,
  ...(ballot.handlers.includes(person) ? [`handler/${person}`] : []),
]

/** @param owners the rows that this one belongs to; of a document those of one of its holders */
export function scopesOfEntity(entity: Entity, owners: RowOwners): Scope[] {
  const { ballot } = owners
  switch (entity.kind) {
    case 'person':
    case 'agency':
    case 'settings':
    case 'restore':
      return ['all']
    case 'device':
      return [`person/${entity.person}`, 'admin', 'office']
    case 'ballot':
      return scopesOfBallot(entity)
    case 'answers':
      return [`member/${entity.person}`, ...(ballot?.phase.state === 'closed' ? handlersOf(ballot) : [])]
    case 'progress':
      return handlersOf(ballot)
    case 'opened-documents':
      return [`member/${entity.person}`, ...handlersOf(ballot)]
    case 'tally':
      return ['members', ...handlersOf(ballot)]
    case 'response':
      return ballot?.phase.state === 'closed' ? scopesOfBallot(ballot) : []
    case 'proposal':
      return matterOf(entity.body) === 'device' ? ['office', 'admin'] : ['desk']
    case 'layer':
      return ballot && hasBeenIssued(ballot)
        ? [entity.person, ...entity.readers].flatMap((person) => readerScopes(person, ballot))
        : []
    case 'document':
      if (owners.directive) return scopesOfDirective(owners.directive)
      if (owners.task) return scopesOfTask(owners.task)
      return ballot ? scopesOfBallot(ballot) : scopesOfMeetingHolder(owners)
    case 'comparison':
      return ballot ? scopesOfBallot(ballot) : []
    case 'numbering':
      return []
    case 'task':
      return scopesOfTask(entity)
    case 'task-import':
      return ['desk']
    case 'directive':
      return scopesOfDirective(entity)
    case 'agency-units':
      return scopesOfUnits(entity.id)
    case 'task-split':
      return scopesOfUnits(entity.agency)
    case 'past-papers':
    case 'task-origin':
      if (owners.directive) return scopesOfDirective(forMembers(owners.directive))
      if (ballot) return scopesOfBallot(ballot)
      return owners.item ? scopesOfMeetingRow(owners.item, owners) : []
    case 'meeting':
    case 'agenda-item':
    case 'attendance':
    case 'handed-paper':
    case 'item-layer':
    case 'position':
    case 'session':
    case 'minutes':
    case 'presence':
    case 'item-session':
    case 'vote':
    case 'vote-tally':
    case 'cast':
    case 'paper-vote':
    case 'room-screen':
      return scopesOfMeetingRow(entity, owners)
  }
}

const scopesOfUnits = (agency: AgencyId): Scope[] => [`agency/${agency}`, `ministry/${agency}`]

/** Desks that read a directive need not learn which tasks others were given from its pages. */
const forMembers = (directive: Directive): Directive => ({ ...directive, isForAll: false, agencies: [] })

/** The question that a feed row asks of `permit`; null where the row may go to nobody. */
function questionOf(entity: Entity, owners: RowOwners): Question | null {
  const { ballot } = owners
  const { directive } = owners
  switch (entity.kind) {
    case 'person':
    case 'agency':
      return { action: 'read-directory' }
    case 'settings':
      return { action: 'read-settings' }
    case 'device':
      return { action: 'read-device', owner: entity.person }
    case 'ballot':
      return { action: 'read-ballot', ballot: factsOf(entity) }
    case 'answers':
      return ballot ? { action: 'read-answers', person: entity.person, ballot: factsOf(ballot) } : null
    case 'progress':
      return ballot ? { action: 'watch-ballot', ballot: factsOf(ballot) } : null
    case 'opened-documents': {
      const { person } = entity
      return ballot ? { action: 'read-opened-documents', person, ballot: factsOf(ballot) } : null
    }
    case 'tally':
      return ballot ? { action: 'read-tally', ballot: factsOf(ballot) } : null
    case 'response':
      return ballot ? { action: 'read-response', ballot: factsOf(ballot) } : null
    case 'proposal':
      return { action: 'read-proposal', about: matterOf(entity.body), person: entity.by }
    case 'layer': {
      const { person, readers } = entity
      return ballot ? { action: 'read-layer', person, readers, ballot: factsOf(ballot) } : null
    }
    case 'document':
      if (directive) return { action: 'read-directive', directive: factsOfDirective(directive) }
      if (owners.task) return questionOfTaskRow(owners.task)
      if (ballot) return { action: 'read-document', ballot: factsOf(ballot) }
      return questionOfMeetingHolder(owners)
    case 'comparison':
      return ballot ? { action: 'read-document', ballot: factsOf(ballot) } : null
    case 'meeting':
    case 'agenda-item':
    case 'attendance':
    case 'handed-paper':
    case 'item-layer':
    case 'position':
    case 'session':
    case 'minutes':
    case 'presence':
    case 'item-session':
    case 'vote':
    case 'vote-tally':
    case 'cast':
    case 'paper-vote':
    case 'room-screen':
      return questionOfMeetingRow(entity, owners)
    case 'task':
      return questionOfTaskRow(entity)
    case 'task-import':
      return { action: 'read-task-import', task: null }
    case 'directive':
      return { action: 'read-directive', directive: factsOfDirective(entity) }
    case 'agency-units':
      return { action: 'read-units', unitsOf: entity.id }
    case 'task-split':
      return { action: 'read-units', unitsOf: entity.agency }
    case 'past-papers':
    case 'task-origin':
      if (directive) return { action: 'read-directive', directive: factsOfDirective(forMembers(directive)) }
      if (ballot) return { action: 'read-ballot', ballot: factsOf(ballot) }
      return owners.item ? questionOfMeetingRow(owners.item, owners) : null
    case 'restore':
      return { action: 'read-restore' }
    case 'numbering':
      return { action: 'read-numbering' }
  }
}

export const mayRead = (subject: Subject, entity: Entity, owners: RowOwners): boolean => {
  const question = questionOf(entity, owners)
  return question !== null && permit(subject, question).allow
}
