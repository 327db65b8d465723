import type { Action } from '../access.ts'
import type { DirectiveQuestion } from '../directive-access.ts'
import type { MeetingQuestion } from '../meeting-access.ts'
import type { SessionQuestion } from '../session-access.ts'
import type { TaskQuestion } from '../task-access.ts'
import type { UnitQuestion } from '../unit-access.ts'

/** What the rows of the access matrix are told apart by; every combination must have exactly one row. */

export const phaseNames = {
  'before issue': ['draft', 'submitted', 'returned', 'withdrawn'],
  'after issue': ['issued', 'closing-waits', 'closed', 'recalled'],
  'not closed': ['draft', 'submitted', 'returned', 'withdrawn', 'issued', 'closing-waits', 'recalled'],
  any: ['draft', 'submitted', 'returned', 'withdrawn', 'issued', 'closing-waits', 'closed', 'recalled'],
  closed: ['closed'],
}
const meetingPhases = ['before invitation', 'after invitation']
const itemPhases = [...meetingPhases, 'not sent']
const meetingScopes = ['handles it', 'chairs it', 'admitted', 'no part']
const itemScopes = [
  ...['handles it', 'chairs it', 'all members', 'named', 'not named'],
  ...['admitted', 'admitted before'],
]
const scopeNames = { any: ['handles it', 'lead agency', 'neither'] }

/** Which distinctions each action knows; every combination of them must have exactly one row. */
export type Axes = { whose: string[]; phases: string[]; scopes: string[] }
const none = ['-']
const both = ['own', "another's"]
const plain: Axes = { whose: none, phases: none, scopes: none }
const whose: Axes = { ...plain, whose: both }
const ofBallot: Axes = { whose: none, phases: phaseNames.any, scopes: scopeNames.any }
const about: Axes = {
  whose: both,
  phases: ['about a device', 'about a ballot', 'about a restore'],
  scopes: none,
}

const ofMeeting: Axes = { whose: none, phases: meetingPhases, scopes: meetingScopes }
/** Both after the invitation. */
export const ofConclusion: Axes = { ...ofMeeting, phases: ['before conclusion', 'after conclusion'] }
export const ofItem: Axes = { whose: none, phases: itemPhases, scopes: itemScopes }

const meetingAxes: Record<MeetingQuestion['action'] | SessionQuestion['action'], Axes> = {
  'open-session': ofMeeting,
  'pause-session': ofMeeting,
  'resume-session': ofMeeting,
  'end-session': ofMeeting,
  'hand-over-chair': ofMeeting,
  'propose-for-block': ofMeeting,
  'adopt-in-block': ofMeeting,
  'conclude-item': ofMeeting,
  'record-session': { ...ofMeeting, scopes: [...meetingScopes, 'chaired it then'] },
  'open-vote': ofMeeting,
  'extend-vote': ofMeeting,
  'close-vote': ofMeeting,
  'cancel-vote': ofMeeting,
  'start-item': ofMeeting,
  'finish-item': ofMeeting,
  'call-speaker': ofMeeting,
  'finish-speaker': ofMeeting,
  'mark-presence': ofMeeting,
  'open-room-screen': ofMeeting,
  'close-room-screen': ofMeeting,
  'read-room-screen': ofMeeting,
  'conclude-meeting': ofMeeting,
  'read-minutes': ofMeeting,
  'draft-minutes': ofMeeting,
  'sign-minutes': ofMeeting,
  'read-conclusion-notice': ofConclusion,
  'read-meeting-bundle': ofConclusion,
  'enter-paper-vote': ofMeeting,
  'confirm-paper-vote': ofMeeting,
  'refuse-paper-vote': ofMeeting,
  'read-paper-vote': ofMeeting,
  'join-session': { ...ofMeeting, whose: both },
  'leave-session': { ...ofMeeting, whose: both },
  'request-to-speak': { ...ofItem, whose: both },
  'withdraw-request': { ...ofItem, whose: both },
  'pull-from-block': { ...ofItem, whose: both },
  'cast-vote': { ...ofItem, whose: both },
  'read-cast': { ...ofItem, whose: both },
  'read-meeting': ofMeeting,
  'read-agenda-item': ofItem,
  'share-item-layer': ofItem,
  'read-item-layer': { ...ofItem, whose: ['own', 'shared', "another's"] },
  'draft-meeting': ofMeeting,
  'draft-agenda-item': ofMeeting,
  'drop-agenda-item': ofMeeting,
  'submit-meeting': ofMeeting,
  'return-meeting': ofMeeting,
  'approve-meeting': ofMeeting,
  'invite-to-meeting': ofMeeting,
  'cancel-meeting': ofMeeting,
  'change-meeting': ofMeeting,
  'change-agenda-item': ofMeeting,
  'withdraw-agenda-item': ofMeeting,
  'admit-to-item': ofMeeting,
  'dismiss-from-item': ofMeeting,
  'decide-absence': ofMeeting,
  'hand-out-paper': ofMeeting,
  'return-paper': ofMeeting,
  'read-handed-paper': { ...ofMeeting, whose: both },
  'reply-to-invitation': { ...ofMeeting, whose: both },
  'read-attendance': { ...ofMeeting, whose: both },
  'take-position': { ...ofItem, whose: both },
  'mark-item-delivered': { ...ofItem, whose: both },
  'mark-item-opened': { ...ofItem, whose: both },
  'read-position': { ...ofItem, whose: both },
}
const taskPhases = ['before assignment', 'after assignment']
const ofTask: Axes = {
  whose: none,
  phases: taskPhases,
  scopes: ['assigns it', 'leads it', 'supports it', 'no part'],
}

const taskAxes: Record<TaskQuestion['action'], Axes> = {
  'read-task': ofTask,
  'draft-task': ofTask,
  'ask-task': ofTask,
  'assign-task': ofTask,
  'link-task': ofTask,
  'cancel-task': ofTask,
  'receive-task': ofTask,
  'report-progress': ofTask,
  'report-done': ofTask,
  'confirm-task': ofTask,
  'return-task': ofTask,
  'ask-extension': ofTask,
  'pass-extension': ofTask,
  'decide-extension': ofTask,
  'urge-task': ofTask,
  'answer-urging': ofTask,
  'read-task-import': plain,
  'import-drafts': plain,
  'import-tasks': plain,
}
const ofDirective: Axes = {
  whose: none,
  phases: ['before publication', 'after publication'],
  scopes: ['has a task of it', 'for all desks', 'no part'],
}

const directiveAxes: Record<DirectiveQuestion['action'], Axes> = {
  'read-directive': ofDirective,
  'search-directives': plain,
  'draft-directive': ofDirective,
  'publish-directive': ofDirective,
  'amend-directive': ofDirective,
  'withdraw-directive': ofDirective,
}
const ofUnits: Axes = { ...plain, scopes: ['its agency', 'no part'] }
const ofPart: Axes = {
  whose: none,
  phases: taskPhases,
  scopes: ['leads it', 'supports it', 'no part', 'for another agency'],
}

const unitAxes: Record<UnitQuestion['action'], Axes> = {
  'read-units': ofUnits,
  'set-unit': ofUnits,
  'give-part': ofPart,
  'note-part': ofPart,
}
export const isOfUnits = (action: string) => Object.hasOwn(unitAxes, action)
export const isOfDirective = (action: string) => Object.hasOwn(directiveAxes, action)
export const isOfTask = (action: string) => Object.hasOwn(taskAxes, action)
export const isOfMeeting = (action: string) => Object.hasOwn(meetingAxes, action)

/** `any` means whatever the action distinguishes. */
export const namesFor = (action: string) => {
  const own = Object.entries({ ...meetingAxes, ...taskAxes, ...directiveAxes, ...unitAxes }).find(
    ([name]) => name === action,
  )?.[1]
  return own
    ? { phases: { any: own.phases }, scopes: { any: own.scopes } }
    : { phases: phaseNames, scopes: scopeNames }
}

export const axes: Record<Action, Axes> = {
  'read-directory': plain,
  'read-settings': plain,
  'open-news': plain,
  'enrol-own-device': plain,
  'read-own-session': plain,
  'read-restore': plain,
  'review-restore': plain,
  'hand-in-leaves': plain,
  'read-ballot': ofBallot,
  'read-document': ofBallot,
  'read-tally': ofBallot,
  'watch-ballot': ofBallot,
  'list-points': plain,
  'read-points': ofBallot,
  'respond-to-point': ofBallot,
  'read-response': ofBallot,
  'read-answers': { ...ofBallot, whose: both },
  'read-opened-documents': { ...ofBallot, whose: both },
  'answer-ballot': whose,
  'mark-delivered': whose,
  'mark-opened': whose,
  'mark-documents-opened': whose,
  'draft-ballot': ofBallot,
  'submit-ballot': ofBallot,
  'return-ballot': ofBallot,
  'issue-ballot': ofBallot,
  'amend-ballot': ofBallot,
  'extend-ballot': ofBallot,
  'recall-ballot': ofBallot,
  'close-ballot': ofBallot,
  'resolve-ballot': ofBallot,
  'send-ballot-to-meeting': ofBallot,
  'upload-document': plain,
  'upload-attachment': plain,
  'read-proposal': about,
  propose: { ...about, whose: none },
  confirm: about,
  'hand-out-code': plain,
  'read-device': whose,
  'revoke-device': whose,
  'set-urging': plain,
  'set-unit-costs': plain,
  'read-statistics': plain,
  'manage-mail': plain,
  'manage-agencies': plain,
  'report-wiped': whose,
  'open-outbox': whose,
  'open-notes': whose,
  'share-layer': ofBallot,
  'read-layer': { ...ofBallot, whose: ['own', 'shared', "another's"] },
  'read-ledger': plain,
  'read-bundle': ofBallot,
  'read-ballot-report': ofBallot,
  'read-own-receipts': whose,
  'read-numbering': plain,
  ...meetingAxes,
  ...taskAxes,
  ...directiveAxes,
  ...unitAxes,
}
