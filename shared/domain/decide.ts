import { unreachable } from '../lib/unreachable.ts'
import { permit, type Question, subjectOn } from './access.ts'
import type { Act } from './act.ts'
import { decideAgency } from './agency-decide.ts'
import { decideAnswer, decideMark, readsOfAnswered } from './answer-decide.ts'
import { decideBallot } from './ballot-decide.ts'
import type { DecideContext } from './decide-context.ts'
import {
  decideDirective,
  isDirectiveAct,
  questionOfDirectiveAct,
  readsOfDirectiveAct,
} from './directive-decide.ts'
import { answersKey, type EntityKey, type EntityReader, progressKey } from './entity.ts'
import { decideInvited } from './invited-decide.ts'
import { decideMeeting } from './meeting-decide.ts'
import {
  isInvitedAct,
  isMeetingAct,
  mayKnowOfMeeting,
  questionOfMeetingAct,
  readsOfMeetingAct,
} from './meeting-question.ts'
import { decideMinutes } from './minutes-decide.ts'
import { layerKey, logicalDocument } from './note-layer.ts'
import { decideShareLayer } from './note-layer-decide.ts'
import { decideConfirm, decidePropose, decideRevocation, decideWiped } from './officer-decide.ts'
import { openedDocumentsKey } from './opened-documents.ts'
import { decideOpenedDocuments } from './opened-documents-decide.ts'
import { decidePaperVote } from './paper-vote-decide.ts'
import { decideResponse, readsOfResponse } from './point-decide.ts'
import { matterOf, type ProposalBody } from './proposal.ts'
import { restoreKey } from './restore.ts'
import { decideRoomScreen } from './room-screen-decide.ts'
import { factsOf } from './scope.ts'
import { decideSession } from './session-decide.ts'
import {
  isBlockAct,
  isMinutesAct,
  isPaperAct,
  isScreenAct,
  isSessionAct,
  isSpeechAct,
  isVoteAct,
  questionOfSessionAct,
  readsOfSessionAct,
  type SessionAct,
} from './session-question.ts'
import { decideBlock, decideSpeech } from './speech-decide.ts'
import { decideTask } from './task-decide.ts'
import { decideDesk } from './task-desk-decide.ts'
import { decideImport } from './task-import-decide.ts'
import { isDeskAct, isTaskAct, questionOfTaskAct, readsOfTaskAct } from './task-question.ts'
import { decideUnitCosts } from './unit-costs-decide.ts'
import { decideUnit, isUnitAct, questionOfUnitAct, readsOfUnitAct } from './unit-decide.ts'
import { decideUrging } from './urging-decide.ts'
import { refused, type Verdict } from './verdict.ts'
import { voteKey } from './vote.ts'
import { decideVote } from './vote-decide.ts'

/** The one door of the rules: who may, then what follows. The same on server and tablet; a tablet's word is advice. */
export function decide(act: Act, context: DecideContext): Verdict {
  const question = questionOfAct(act, context.reader)
  if (question === null) return refused({ kind: 'not-found' })
  if (!isPermitted(act, question, context)) {
    // D2: who may not read it does not learn that it exists; absent and forbidden answer alike.
    const isHidden = !mayKnowOf(question, context)
    return refused(isHidden ? { kind: 'not-found' } : { kind: 'not-allowed', action: question.action })
  }
  // A revoked device may still deliver what its owner said, held; it exercises no authority.
  if (context.isDeviceRevoked && !isHeardAfterRevocation(act)) {
    return refused({ kind: 'not-allowed', action: question.action })
  }
  if (isSessionAct(act)) return decideInSession(act, context)
  if (isTaskAct(act)) return isDeskAct(act) ? decideDesk(act, context) : decideTask(act, context)
  if (isDirectiveAct(act)) return decideDirective(act, context)
  if (isUnitAct(act)) return decideUnit(act, context)
  if (isMeetingAct(act)) return isInvitedAct(act) ? decideInvited(act, context) : decideMeeting(act, context)
  switch (act.kind) {
    case 'answer-ballot':
      return decideAnswer(act, context)
    case 'mark-delivered':
    case 'mark-opened':
      return decideMark(act, context)
    case 'mark-documents-opened':
      return decideOpenedDocuments(act, context)
    case 'draft-ballot':
    case 'submit-ballot':
    case 'return-ballot':
    case 'issue-ballot':
    case 'amend-ballot':
    case 'extend-ballot':
    case 'recall-ballot':
    case 'close-ballot':
    case 'resolve-ballot':
    case 'send-ballot-to-meeting':
      return decideBallot(act, context)
    case 'respond-to-point':
      return decideResponse(act, context)
    case 'propose':
      return decidePropose(act, context)
    case 'confirm':
      return decideConfirm(act, context)
    case 'revoke-device':
      return decideRevocation(act, context)
    case 'share-layer':
      return decideShareLayer(act, context)
    case 'set-urging':
      return decideUrging(act, context)
    case 'import-tasks':
      return decideImport(act, context)
    case 'set-unit-costs':
      return decideUnitCosts(act, context)
    case 'add-agency':
    case 'rename-agency':
    case 'merge-agency':
      return decideAgency(act, context)
    case 'report-wiped':
      return decideWiped(act, context)
    default:
      return unreachable(act)
  }
}

const isHeardAfterRevocation = ({ kind }: Act): boolean =>
  kind === 'answer-ballot' || kind === 'cast-vote' || kind === 'report-wiped'

function decideInSession(act: SessionAct, context: DecideContext): Verdict {
  if (isVoteAct(act)) return decideVote(act, context)
  if (isPaperAct(act)) return decidePaperVote(act, context)
  if (isMinutesAct(act)) return decideMinutes(act, context)
  if (isSpeechAct(act)) return decideSpeech(act, context)
  if (isScreenAct(act)) return decideRoomScreen(act, context)
  return isBlockAct(act) ? decideBlock(act, context) : decideSession(act, context)
}

/**
 * Who was in post when a ballot closed is counted in it, so what they say of it is taken in (and held) even after they left
 * the post: else an objection that came late would stay a deemed agreement (B8, B9).
 */
function isPermitted(act: Act, question: Question, { subject, reader }: DecideContext): boolean {
  if (permit(subject, question).allow) return true
  const phase = closedPhaseOf(act, reader)
  const person = reader.get('person', `person/${act.person}`)
  if (phase?.state !== 'closed' || !person) return false
  return permit(subjectOn(person, subject.device, phase.at), question).allow
}

function closedPhaseOf(act: Act, reader: EntityReader) {
  if (act.kind === 'answer-ballot') return reader.get('ballot', `ballot/${act.body.ballot}`)?.phase
  return act.kind === 'cast-vote' ? reader.get('vote', voteKey(act.body))?.phase : undefined
}

/** Whether the object that a question names is one that its asker may read. */
function mayKnowOf(question: Question, { subject }: DecideContext): boolean {
  if ('meeting' in question) return mayKnowOfMeeting(question, subject)
  if ('task' in question) {
    const { task } = question
    return task === null || permit(subject, { action: 'read-task', task }).allow
  }
  if ('unitsOf' in question) {
    if (!('ofTask' in question)) return permit(subject, { ...question, action: 'read-units' }).allow
    return permit(subject, { action: 'read-task', task: question.ofTask }).allow
  }
  if ('directive' in question) {
    const { directive } = question
    return directive === null || permit(subject, { action: 'read-directive', directive }).allow
  }
  if ('ballot' in question) {
    const { ballot } = question
    return ballot === null || permit(subject, { action: 'read-ballot', ballot }).allow
  }
  if (question.action === 'revoke-device') {
    return permit(subject, { action: 'read-device', owner: question.owner }).allow
  }
  return question.action !== 'confirm' || permit(subject, { ...question, action: 'read-proposal' }).allow
}

/** The question that an act kind asks of `permit`; null where its object is not there (or must not be known to be). */
export function questionOfAct(act: Act, reader: EntityReader): Question | null {
  if (isMeetingAct(act)) return questionOfMeetingAct(act, reader)
  if (isSessionAct(act)) return questionOfSessionAct(act, reader)
  if (isTaskAct(act)) return questionOfTaskAct(act, reader)
  if (isDirectiveAct(act)) return questionOfDirectiveAct(act, reader)
  if (isUnitAct(act)) return questionOfUnitAct(act, reader)
  switch (act.kind) {
    case 'answer-ballot':
    case 'mark-delivered':
    case 'mark-opened':
    case 'mark-documents-opened':
      return { action: act.kind, person: act.person }
    case 'draft-ballot': {
      const ballot = reader.get('ballot', `ballot/${act.body.ballot}`)
      return { action: 'draft-ballot', ballot: ballot ? factsOf(ballot) : null }
    }
    case 'submit-ballot':
    case 'return-ballot':
    case 'issue-ballot':
    case 'amend-ballot':
    case 'extend-ballot':
    case 'recall-ballot':
    case 'close-ballot':
    case 'resolve-ballot':
    case 'send-ballot-to-meeting':
    case 'respond-to-point':
    case 'share-layer': {
      const ballot = reader.get('ballot', `ballot/${act.body.ballot}`)
      return ballot ? { action: act.kind, ballot: factsOf(ballot) } : null
    }
    case 'propose':
      return { action: 'propose', about: matterOf(act.body.proposal), person: null }
    case 'confirm': {
      const proposal = reader.get('proposal', `proposal/${act.body.proposal}`)
      return proposal ? { action: 'confirm', about: matterOf(proposal.body), person: proposal.by } : null
    }
    case 'revoke-device': {
      const device = reader.get('device', `device/${act.body.device}`)
      return device ? { action: 'revoke-device', owner: device.person } : null
    }
    case 'set-urging':
    case 'set-unit-costs':
      return { action: act.kind }
    case 'import-tasks':
      return { action: act.body.assign ? 'import-tasks' : 'import-drafts', task: null }
    case 'add-agency':
    case 'rename-agency':
    case 'merge-agency':
      return { action: 'manage-agencies' }
    case 'report-wiped':
      return { action: 'report-wiped', owner: act.person }
    default:
      return unreachable(act)
  }
}

/**
 * Rows that deciding an act reads, beside people, settings and numbering which are always at hand: exact keys, and
 * prefixes ending in "/". Rows that a first row names (a proposal's object) are read in a second step by `readsOfProposal`.
 */
export function readsOf(act: Act): EntityKey[] {
  if (isMeetingAct(act)) return readsOfMeetingAct(act)
  if (isSessionAct(act)) return readsOfSessionAct(act)
  if (isTaskAct(act)) return readsOfTaskAct(act)
  if (isDirectiveAct(act)) return readsOfDirectiveAct(act)
  if (isUnitAct(act)) return readsOfUnitAct(act)
  switch (act.kind) {
    case 'answer-ballot':
    case 'mark-delivered':
    case 'mark-opened': {
      const { ballot } = act.body
      return [`ballot/${ballot}`, answersKey(ballot, act.person), progressKey(ballot, act.person)]
    }
    case 'mark-documents-opened':
      return [`ballot/${act.body.ballot}`, openedDocumentsKey(act.body.ballot, act.person)]
    case 'close-ballot':
    case 'extend-ballot':
      return readsOfAnswered(act.body.ballot)
    case 'draft-ballot':
    case 'submit-ballot':
    case 'return-ballot':
    case 'resolve-ballot':
    case 'send-ballot-to-meeting':
    case 'issue-ballot':
    case 'amend-ballot':
    case 'recall-ballot':
      return [`ballot/${act.body.ballot}`]
    case 'respond-to-point':
      return readsOfResponse(act)
    case 'propose':
      return readsOfProposal(act.body.proposal)
    case 'confirm':
      return [`proposal/${act.body.proposal}`]
    case 'revoke-device':
      return [`device/${act.body.device}`]
    case 'share-layer': {
      const { ballot, document } = act.body
      return [`ballot/${ballot}`, layerKey(logicalDocument(ballot, document), act.person)]
    }
    case 'set-urging':
    case 'set-unit-costs':
      return ['settings']
    case 'import-tasks':
    case 'add-agency':
    case 'rename-agency':
    case 'merge-agency':
      return ['agency/']
    case 'report-wiped':
      return [`device/${act.device}`]
    default:
      return unreachable(act)
  }
}

export function readsOfProposal(body: ProposalBody): EntityKey[] {
  if (body.kind === 'enrol-device') return [`device/${body.device}`]
  if (body.kind === 'begin-epoch' || body.kind === 'end-restore') return [restoreKey(body.epoch)]
  return readsOfAnswered(body.ballot)
}
