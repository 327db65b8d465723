import { z } from 'zod'
import { AgendaItem, agendaItemKey } from './agenda-item.ts'
import { BallotAnswers, BallotProgress } from './answer.ts'
import { Attendance, attendanceKey } from './attendance.ts'
import { Ballot } from './ballot.ts'
import { Device } from './device.ts'
import { Directive } from './directive.ts'
import { Comparison, comparisonKey, documentKey, ProcessedDocument } from './document.ts'
import { HandedPaper, handedPaperKey } from './handed-paper.ts'
import type { BallotId, PersonId } from './id.ts'
import { ItemSession, itemSessionKey } from './item-session.ts'
import { Meeting } from './meeting.ts'
import { Minutes, minutesKey } from './minutes.ts'
import { ItemLayer, itemLayerKey, Layer, layerKey } from './note-layer.ts'
import { OpenedDocuments } from './opened-documents.ts'
import { PastPapers, pastPapersKey } from './past-papers.ts'
import { Agency, Person } from './people.ts'
import { Response, responseKey } from './point.ts'
import { Position, positionKey } from './position.ts'
import { Proposal } from './proposal.ts'
import { Restore } from './restore.ts'
import { RoomScreen, roomScreenKey } from './room-screen.ts'
import { Session, sessionKey } from './session.ts'
import { Presence, presenceKey } from './session-presence.ts'
import { SettingsHistory } from './settings.ts'
import { Tally } from './tally.ts'
import { Task } from './task.ts'
import { TaskImport } from './task-import.ts'
import { originKey, TaskOrigin } from './task-origin.ts'
import { AgencyUnits, TaskSplit, taskSplitKey } from './unit.ts'
import { Cast, castKey, PaperVote, paperVoteKey, Vote, VoteTally, voteKey, voteTallyKey } from './vote.ts'

/** The rows that acts make and the feed carries. Each is seen whole or not at all. */

/** Issued numbers of a year: B1's serial without gaps. Never leaves the server. */
const Numbering = z.strictObject({ kind: z.literal('numbering'), year: z.int(), last: z.int().min(0) })

export const entitySchemaByKind = {
  person: Person,
  agency: Agency,
  device: Device,
  settings: SettingsHistory,
  ballot: Ballot,
  answers: BallotAnswers,
  progress: BallotProgress,
  'opened-documents': OpenedDocuments,
  tally: Tally,
  response: Response,
  proposal: Proposal,
  layer: Layer,
  'item-layer': ItemLayer,
  numbering: Numbering,
  restore: Restore,
  document: ProcessedDocument,
  comparison: Comparison,
  'past-papers': PastPapers,
  meeting: Meeting,
  'agenda-item': AgendaItem,
  attendance: Attendance,
  'handed-paper': HandedPaper,
  position: Position,
  session: Session,
  minutes: Minutes,
  presence: Presence,
  'item-session': ItemSession,
  vote: Vote,
  cast: Cast,
  'paper-vote': PaperVote,
  'vote-tally': VoteTally,
  task: Task,
  'task-origin': TaskOrigin,
  'task-import': TaskImport,
  directive: Directive,
  'agency-units': AgencyUnits,
  'task-split': TaskSplit,
  'room-screen': RoomScreen,
} as const

export type EntityKind = keyof typeof entitySchemaByKind
export type EntityOf<K extends EntityKind> = z.infer<(typeof entitySchemaByKind)[K]>
export type Entity = { [K in EntityKind]: EntityOf<K> }[EntityKind]

/** `kind/id`, `kind/ballot/person` or `layer/document/person`. */
export type EntityKey = string

export function keyOf(entity: Entity): EntityKey {
  switch (entity.kind) {
    case 'answers':
    case 'progress':
    case 'opened-documents':
      return `${entity.kind}/${entity.ballot}/${entity.person}`
    case 'tally':
      return `tally/${entity.ballot}`
    case 'response':
      return responseKey(entity.ballot, entity.issue, entity.point)
    case 'settings':
      return 'settings'
    case 'layer':
      return layerKey(entity.document, entity.person)
    case 'item-layer':
      return itemLayerKey(entity.document, entity.person)
    case 'numbering':
      return `numbering/${entity.year}`
    case 'restore':
      return `restore/${entity.epoch}`
    case 'document':
      return documentKey(entity.id)
    case 'comparison':
      return comparisonKey(entity.ballot, entity.from, entity.to)
    case 'past-papers':
      return pastPapersKey(entity)
    case 'agenda-item':
      return agendaItemKey(entity.meeting, entity.id)
    case 'attendance':
      return attendanceKey(entity.meeting, entity.person)
    case 'handed-paper':
      return handedPaperKey(entity, entity.person)
    case 'position':
      return positionKey(entity.meeting, entity.item, entity.person)
    case 'session':
      return sessionKey(entity.meeting)
    case 'minutes':
      return minutesKey(entity.meeting)
    case 'presence':
      return presenceKey(entity.meeting, entity.person)
    case 'item-session':
      return itemSessionKey(entity.meeting, entity.item)
    case 'vote':
      return voteKey({ ...entity, vote: entity.id })
    case 'cast':
      return castKey(entity, entity.person)
    case 'paper-vote':
      return paperVoteKey(entity, entity.person)
    case 'vote-tally':
      return voteTallyKey(entity)
    case 'task-origin':
      return originKey(entity.task, entity)
    case 'task-split':
      return taskSplitKey(entity.agency, entity.task)
    case 'room-screen':
      return roomScreenKey(entity.meeting)
    default:
      return `${entity.kind}/${entity.id}`
  }
}

export const answersKey = (ballot: BallotId, person: PersonId): EntityKey => `answers/${ballot}/${person}`
export const progressKey = (ballot: BallotId, person: PersonId): EntityKey => `progress/${ballot}/${person}`

/** What a rule may read. Each side loads beforehand what `readsOf` names. */
export type EntityReader = {
  get<K extends EntityKind>(kind: K, key: EntityKey): EntityOf<K> | undefined
  list<K extends EntityKind>(kind: K, prefix?: EntityKey): EntityOf<K>[]
}

/** A reader over rows held in memory. */
export function readerOver(rows: ReadonlyMap<EntityKey, Entity>): EntityReader {
  const isKind = <K extends EntityKind>(
    kind: K,
    entity: Entity | undefined,
  ): entity is Extract<Entity, { kind: K }> => entity?.kind === kind
  return {
    get: (kind, key) => {
      const entity = rows.get(key)
      return isKind(kind, entity) ? (entity as EntityOf<typeof kind>) : undefined
    },
    list: (kind, prefix = kind) => {
      const found: EntityOf<typeof kind>[] = []
      for (const [key, entity] of rows) {
        if (key.startsWith(prefix) && isKind(kind, entity)) found.push(entity as EntityOf<typeof kind>)
      }
      return found
    },
  }
}
