import { unreachable } from '../lib/unreachable.ts'
import { applyToAnswers, applyToProgress } from './answer-apply.ts'
import { applyToBallot } from './ballot-apply.ts'
import { applyDirectiveEvent, keysTouchedByDirective } from './directive-apply.ts'
import { isDirectiveEvent } from './directive-event.ts'
import { comparisonKey, documentKey } from './document.ts'
import { answersKey, type Entity, type EntityKey, progressKey } from './entity.ts'
import type { Event, Standpoint } from './event.ts'
import { applyMeetingEvent, keysTouchedByMeeting } from './meeting-apply.ts'
import { isMeetingEvent } from './meeting-event.ts'
import { layerKey } from './note-layer.ts'
import { openedDocumentsKey } from './opened-documents.ts'
import { applyToOpenedDocuments } from './opened-documents-decide.ts'
import { pastPapersKey } from './past-papers.ts'
import { responseKey } from './point.ts'
import { applyToResponse } from './point-decide.ts'
import { restoreKey } from './restore.ts'
import { applySessionEvent, keysTouchedBySession } from './session-apply.ts'
import { isSessionEvent } from './session-event.ts'
import { applyTaskEvent, keysTouchedByTask } from './task-apply.ts'
import { isTaskEvent } from './task-event.ts'
import { taskImportKey } from './task-import.ts'
import { applyUnitEvent, keyTouchedByUnit } from './unit-apply.ts'
import { isUnitEvent } from './unit-event.ts'

/** The rows that an event changes. */
export function keysTouchedBy(event: Event): EntityKey[] {
  if (isMeetingEvent(event)) return keysTouchedByMeeting(event)
  if (isSessionEvent(event)) return keysTouchedBySession(event)
  if (isTaskEvent(event)) return keysTouchedByTask(event)
  if (isDirectiveEvent(event)) return keysTouchedByDirective(event)
  if (isUnitEvent(event)) return [keyTouchedByUnit(event)]
  switch (event.kind) {
    case 'person-set':
      return [`person/${event.person.id}`]
    case 'agency-set':
      return [`agency/${event.agency.id}`]
    case 'agency-merged':
      return [`agency/${event.agency}`]
    case 'settings-set':
      return ['settings']
    case 'device-asked':
      return [`device/${event.device.id}`]
    case 'device-enrolled':
    case 'device-revoked':
    case 'device-wiped':
      return [`device/${event.device}`]
    case 'ballot-issued':
      return [`ballot/${event.ballot}`, `numbering/${event.year}`]
    case 'ballot-drafted':
    case 'ballot-submitted':
    case 'ballot-returned':
    case 'ballot-amended':
    case 'deadline-extended':
    case 'ballot-recalled':
    case 'closing-held':
    case 'ballot-closed':
    case 'ballot-resolved':
    case 'ballot-sent-to-meeting':
      return [`ballot/${event.ballot}`]
    case 'answered':
    case 'late-admitted':
      return [answersKey(event.ballot, event.person), progressKey(event.ballot, event.person)]
    case 'delivered':
    case 'opened':
    case 'deemed-to-agree':
    case 'not-reached':
    case 'ruled':
      return [progressKey(event.ballot, event.person)]
    case 'documents-opened':
      return [openedDocumentsKey(event.ballot, event.person)]
    case 'tasks-imported':
      return [taskImportKey(event.import)]
    case 'tallied':
      return [`tally/${event.ballot}`]
    case 'point-responded':
      return [responseKey(event.ballot, event.issue, event.point)]
    case 'past-papers-recorded':
      return [pastPapersKey(event.of)]
    case 'proposed':
      return [`proposal/${event.proposal.id}`]
    case 'confirmed':
      return [`proposal/${event.proposal}`]
    case 'layer-shared':
      return [layerKey(event.document, event.person)]
    case 'epoch-began':
    case 'restore-ended':
      return [restoreKey(event.epoch)]
    case 'document-processed':
      return [documentKey(event.hash)]
    case 'document-compared':
      return [comparisonKey(event.ballot, event.from, event.to)]
    case 'access-changed':
    case 'code-handed-out':
      return []
    default:
      return unreachable(event)
  }
}

/**
 * One row after one event; the same on both sides, so that a tablet can make a row again from the leaves.
 * @throws where the row that the event speaks of is missing: the ledger would not fit itself.
 */
export function applyEvent(
  entity: Entity | undefined,
  key: EntityKey,
  event: Event,
  standpoint: Standpoint,
): Entity {
  const [kind] = key.split('/')
  if (isMeetingEvent(event)) return applyMeetingEvent(entity, key, event, standpoint)
  if (isSessionEvent(event)) return applySessionEvent(entity, key, event, standpoint)
  if (isTaskEvent(event)) return applyTaskEvent(entity, key, event, standpoint)
  if (isDirectiveEvent(event)) return applyDirectiveEvent(entity, event, standpoint)
  if (isUnitEvent(event)) return applyUnitEvent(entity, event, standpoint)
  switch (kind) {
    case 'person':
      if (event.kind === 'person-set') return event.person
      break
    case 'agency':
      if (event.kind === 'agency-set') return event.agency
      if (event.kind === 'agency-merged' && entity?.kind === 'agency') {
        return { ...entity, successor: event.into, closedFrom: event.from }
      }
      break
    case 'settings':
      if (event.kind === 'settings-set') return event.settings
      break
    case 'numbering':
      if (event.kind === 'ballot-issued') return { kind: 'numbering', year: event.year, last: event.serial }
      break
    case 'device':
      return applyToDevice(entity, event, standpoint)
    case 'ballot':
      return applyToBallot(entity?.kind === 'ballot' ? entity : undefined, event, standpoint)
    case 'answers':
      return applyToAnswers(entity?.kind === 'answers' ? entity : undefined, event, standpoint)
    case 'progress':
      return applyToProgress(entity?.kind === 'progress' ? entity : undefined, event, standpoint)
    case 'opened-documents':
      if (event.kind === 'documents-opened') {
        return applyToOpenedDocuments(
          entity?.kind === 'opened-documents' ? entity : undefined,
          event,
          standpoint,
        )
      }
      break
    case 'tally':
      if (event.kind === 'tallied') {
        const { kind: _, ballot, ...round } = event
        const before = entity?.kind === 'tally' ? entity.rounds : []
        return {
          kind: 'tally',
          ballot,
          rounds: [...before, { ...round, n: standpoint.n, at: standpoint.at }],
        }
      }
      break
    case 'response':
      if (event.kind === 'point-responded') {
        return applyToResponse(entity?.kind === 'response' ? entity : undefined, event, standpoint)
      }
      break
    case 'proposal':
      if (event.kind === 'proposed') return { ...event.proposal, confirmed: null }
      if (event.kind === 'confirmed' && entity?.kind === 'proposal') {
        return { ...entity, confirmed: { by: event.by, at: standpoint.at } }
      }
      break
    case 'restore':
      if (event.kind === 'epoch-began') {
        const { kind: _, ...declared } = event
        return { kind: 'restore', ...declared, at: standpoint.at, ended: null }
      }
      if (event.kind === 'restore-ended' && entity?.kind === 'restore') {
        const { missing, reason, by } = event
        return { ...entity, ended: { at: standpoint.at, by, missing, reason } }
      }
      break
    case 'layer':
      if (event.kind === 'layer-shared') {
        const { document, ballot, person, readers } = event
        return { kind: 'layer', document, ballot, person, readers }
      }
      break
    case 'document':
      if (event.kind === 'document-processed') {
        const { hash, ...facts } = event
        return { ...facts, kind: 'document', id: hash }
      }
      break
    case 'past-papers':
      if (event.kind === 'past-papers-recorded') {
        const { of, papers } = event
        return { kind: 'past-papers', ...of, papers }
      }
      break
    case 'task-import':
      if (event.kind === 'tasks-imported') {
        const { import: id, by, file, rows, assign } = event
        return { kind: 'task-import', id, at: standpoint.at, by, file, rows, assign }
      }
      break
    case 'comparison':
      if (event.kind === 'document-compared') return { ...event, kind: 'comparison' }
      break
  }
  throw new Error(`event ${event.kind} does not apply to ${key}`)
}

function applyToDevice(entity: Entity | undefined, event: Event, { at }: Standpoint): Entity {
  if (event.kind === 'device-asked') return event.device
  if (entity?.kind !== 'device') throw new Error(`no device for ${event.kind}`)
  if (event.kind === 'device-enrolled') return { ...entity, phase: { state: 'active', since: at } }
  if (event.kind === 'device-revoked') {
    const { reason, wipe } = event
    return { ...entity, phase: { state: 'revoked', at, reason, wipe, wipedAt: null } }
  }
  if (event.kind === 'device-wiped' && entity.phase.state === 'revoked') {
    return { ...entity, phase: { ...entity.phase, wipedAt: at } }
  }
  throw new Error(`event ${event.kind} does not apply to a device that is ${entity.phase.state}`)
}
