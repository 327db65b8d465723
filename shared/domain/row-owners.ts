import { canonicalJson } from '../lib/canonical-json.ts'
import { type AgendaItem, agendaItemKey } from './agenda-item.ts'
import type { Ballot } from './ballot.ts'
import { type Directive, directiveKey } from './directive.ts'
import { factsOfDirective } from './directive-access.ts'
import type { Entity, EntityKey, EntityReader } from './entity.ts'
import { type Meeting, meetingKey } from './meeting.ts'
import type { Task } from './task.ts'
import type { PaperVote } from './vote.ts'

/** Rows that say who may read another: the ballot of an answer, the meeting and the item of a position. */
export type RowOwners = {
  ballot?: Ballot | undefined
  meeting?: Meeting | undefined
  item?: AgendaItem | undefined
  directive?: Directive | undefined
  /** Of a document alone: the vote whose paper it is. */
  paper?: PaperVote | undefined
  /** Of a document alone: the task that holds it. */
  task?: Task | undefined
}

const ballotKeyOf = (entity: Entity): EntityKey | null =>
  'ballot' in entity ? `ballot/${entity.ballot}` : null
const meetingKeyOf = (entity: Entity): EntityKey | null =>
  'meeting' in entity ? meetingKey(entity.meeting) : null
const itemKeyOf = (entity: Entity): EntityKey | null =>
  'item' in entity ? agendaItemKey(entity.meeting, entity.item) : null

const directiveKeyOf = (entity: Entity): EntityKey | null =>
  'directive' in entity ? directiveKey(entity.directive) : null

export const ownerKeysOf = (entity: Entity): EntityKey[] =>
  [ballotKeyOf(entity), meetingKeyOf(entity), itemKeyOf(entity), directiveKeyOf(entity)].flatMap(
    (key) => key ?? [],
  )

/** @param reader holds the rows that `ownerKeysOf` names */
export function ownersOf(entity: Entity, reader: Pick<EntityReader, 'get'>): RowOwners {
  const ballot = ballotKeyOf(entity)
  const meeting = meetingKeyOf(entity)
  const item = itemKeyOf(entity)
  const directive = directiveKeyOf(entity)
  return {
    ballot: ballot === null ? undefined : reader.get('ballot', ballot),
    meeting: meeting === null ? undefined : reader.get('meeting', meeting),
    item: item === null ? undefined : reader.get('agenda-item', item),
    directive: directive === null ? undefined : reader.get('directive', directive),
  }
}

/**
 * Keys, and prefixes ending in "/", of the rows whose readers change with this change of it. Most changes of a meeting concern
 * no reader, and hundreds of rows hang on it.
 */
export function ownedBy(entity: Entity, before: Entity | undefined): EntityKey[] {
  if (before && hasSameReaders(entity, before)) return []
  switch (entity.kind) {
    case 'ballot': {
      const { id } = entity
      return [
        `answers/${id}/`,
        `progress/${id}/`,
        `opened-documents/${id}/`,
        `tally/${id}`,
        `response/${id}/`,
        `comparison/${id}/`,
        `task-origin/${id}/`,
        `past-papers/${id}`,
      ]
    }
    case 'meeting':
      return ownedByMeeting(entity, before)
    case 'agenda-item': {
      const { meeting, id } = entity
      const of = `${meeting}/${id}`
      const inSession = [`item-session/${of}`, `vote/${of}/`, `vote-tally/${of}/`]
      return [`position/${of}/`, ...inSession, `task-origin/${of}/`, `past-papers/${of}`]
    }
    case 'directive':
      return [`task-origin/${entity.id}/`]
    default:
      return []
  }
}

/** Who is let in sees who is there and that the session goes on, and nothing that differs by item (D2). */
function ownedByMeeting({ id, ...meeting }: Meeting, before: Entity | undefined): EntityKey[] {
  const forAll = [`session/${id}`, `presence/${id}/`]
  if (before?.kind === 'meeting' && sameConduct(meeting, before)) return forAll
  const ofItems = [
    `agenda-item/${id}/`,
    `item-session/${id}/`,
    `vote/${id}/`,
    `vote-tally/${id}/`,
    `paper-vote/${id}/`,
    `task-origin/${id}/`,
    `past-papers/${id}/`,
    `handed-paper/${id}/`,
    `room-screen/${id}`,
    `minutes/${id}`,
  ]
  return [...forAll, ...ofItems, `attendance/${id}/`, `position/${id}/`]
}

function hasSameReaders(entity: Entity, before: Entity): boolean {
  if (entity.kind === 'meeting' && before.kind === 'meeting') {
    return sameConduct(entity, before) && canonicalJson(entity.admitted) === canonicalJson(before.admitted)
  }
  if (entity.kind === 'agenda-item' && before.kind === 'agenda-item') {
    return canonicalJson(readersOfItem(entity)) === canonicalJson(readersOfItem(before))
  }
  if (entity.kind === 'directive' && before.kind === 'directive') {
    return canonicalJson(factsOfDirective(entity)) === canonicalJson(factsOfDirective(before))
  }
  return false
}

type Conduct = Pick<Meeting, 'handlers' | 'chair' | 'invitedAt'>
const conductOf = ({ handlers, chair, invitedAt }: Conduct) => ({ handlers, chair, invitedAt })
const sameConduct = (one: Conduct, other: Conduct): boolean =>
  canonicalJson(conductOf(one)) === canonicalJson(conductOf(other))
const readersOfItem = ({ readers, admissions, versions, files }: AgendaItem) => ({
  readers,
  admissions,
  files,
  wasSent: versions.length > 0,
})
