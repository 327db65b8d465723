import type { authorityVi } from './authority.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const authorityEn = {
  needsServer: 'Needs the server at this moment',
  needsServerText:
    'Approving, issuing, extending, recalling, amending, closing and other decisions need a connection, so that nothing is carried out late and unintended. You can still read and write drafts; they are kept on this device.',
  reason: 'Reason',
  reasonMissing: 'Please give a reason.',
  reasonTooLong_one: 'Longer than {{count}} character. Please shorten it.',
  reasonTooLong_other: 'Longer than {{count}} characters. Please shorten it.',
  notDone: 'Not done',
  refused: {
    'not-allowed':
      'You are not entitled to do this; the right may just have been handed to somebody else. Nothing has changed.',
    'not-found': 'The server no longer finds this within your scope. Nothing has changed.',
    'wrong-state':
      'This has moved to another state (somebody else may just have dealt with it). Nothing has changed; please look at the screen again.',
    'stale-content':
      'The text was edited after you opened it. Nothing has changed; please look at the new text and do it again.',
    'conclusions-changed':
      'A conclusion, a result of a vote or the attendance changed after you opened this (somebody else may just have edited it). Nothing is lost; please look again and sign again.',
    'unknown-version': 'The server has no such version. Nothing has changed.',
    'answer-is-final': 'The earlier answer is final and cannot be revised.',
    'issues-do-not-match': 'The issues do not match the ballot. Nothing has changed.',
    'opening-missing': 'A part of the text is missing. Nothing has changed; please try again.',
    'choice-not-offered': 'A choice does not belong to the ballot. Nothing has changed.',
    'opinion-text-missing': 'The words of the opinion are missing. Nothing has changed.',
    'text-not-clean':
      'The text holds characters that are not allowed. Nothing has changed; please retype that part.',
    'content-malformed':
      'The text is not yet valid (something required is missing, too long, or holds characters that are not allowed). Nothing has changed.',
    'file-missing':
      'The server has not received a document in full, or it differs from what was uploaded. Nothing has changed; please upload that document again.',
    'summary-missing':
      'A document has over 10 pages and there is no summary with it. Nothing has changed; please add a summary of at most 6 pages.',
    'summary-too-long':
      'The summary has more than 6 pages. Nothing has changed; please replace it by one of at most 6 pages.',
    'deadline-outside-window':
      'The deadline must lie between {{earliest}} and {{latest}}; outside of that a reason is required. Nothing has changed.',
    'deadline-passed': 'That hour lies in the past. Nothing has changed; please choose another.',
    'deadline-not-later': 'The new deadline must be later than the present one. Nothing has changed.',
    'members-still-silent':
      '{{count}} members have not answered the present version, so the ballot cannot be closed early. Nothing has changed.',
    'agenda-empty': 'The agenda has no item. Nothing has changed; please add one first.',
    'ends-before-start':
      'The end must be later than the beginning, and not in the past. Nothing has changed.',
    'chair-not-member':
      'Who chairs must be a member of the Government on that day. Nothing has changed; please choose another person.',
    'secret-item-holds-files':
      'An item with a state secret paper holds no file at all: the paper is handed out by its custodian. Nothing has changed; please take the files out of this item.',
    'not-admissible':
      'This person cannot be let in to this item: a guest is let in to one item of a meeting, a substitute to what the member has named them for. Nothing has changed.',
    'no-quorum':
      'Not enough members are present: {{present}} of {{members}}, at least {{needed}} are needed. Nothing has changed; please wait for more members, or note who has come.',
    'session-not-near':
      'It is too early to note who is present: this begins 12 hours before the meeting. Nothing has changed.',
    'item-is-current':
      'This item is being discussed and cannot be taken off the agenda now. Nothing has changed; please finish the item first.',
    'item-not-current':
      'This item is not the one being discussed. Nothing has changed; please look at the screen again.',
    'vote-under-way': 'A vote is still open. Nothing has changed; please close or cancel it first.',
    'objection-stands':
      'A member objected to this item before the meeting, so it cannot be adopted together with others. Nothing has changed.',
    'pulled-from-block':
      'A member asked to take this item out of those adopted together. Nothing has changed; please discuss it by itself.',
    'not-present':
      'This person is not present at the meeting. Nothing has changed; please choose somebody who is.',
    'agency-unknown': 'An agency is not in the directory. Choose the lead and supporting agencies again.',
    'agency-closed':
      'This agency has been merged into another. Nothing has changed; please choose the one that took it over.',
    'agency-exists': 'An agency with this name or code already exists. Nothing has changed.',
    'day-not-come': 'This day has not come yet. Nothing has changed; please do it again on that day.',
    'day-not-later': 'This day must be later than the last renaming. Nothing has changed.',
    'assigner-not-member': 'Whoever assigns a task must be a member of the Government in post.',
    'deadline-missing': 'The task has no due date yet.',
    'deadline-before-source': 'The due date is earlier than the date of the paper that assigns it.',
    'source-incomplete':
      'The source of the task is incomplete: number, date and abstract of its paper are needed.',
    'secret-directive-holds-words':
      'A secret paper: only its number and date are entered; no abstract, issuer, signer or file.',
    'directive-incomplete': 'Not complete: number, date, issuer and abstract are needed to publish it.',
    'directive-not-in-force': 'The directive in the library is withdrawn, or not published yet.',
    'secret-task-holds-words':
      'The words of a secret task must not be entered: only number and date of its paper.',
    'secret-task-holds-files':
      'A classified task takes no files: its papers are sent as classified papers are. Nothing has changed; please remove the files.',
    'part-after-deadline':
      'The internal due date must not be later than that of the task. Nothing has changed.',
    'product-missing': 'A report of completion names the product by number and date, or attaches it.',
    'day-not-possible': 'The day of completion must lie between the day of assignment and today.',
    'reason-missing': 'A reason is needed.',
    'place-missing': 'Please give the place in the new draft.',
    'agency-has-desk': 'The lead agency has a desk of its own, which responds. Nothing has changed.',
    'same-officer':
      'Who confirms must be another person than who proposed, on another device. Nothing has changed; please pass it to a second officer.',
    'copy-is-out':
      'Copy {{copy}} is in other hands and has not come back. Nothing has changed; please check the number, or take it back first.',
    'already-done': 'This has been done already. Please look at the screen again.',
    'plan-changed': 'The register has changed since you looked. Please look again at what will be imported.',
    'rows-with-problems': 'The file still has {{count}} rows with problems, so none was imported.',
  },
  held: 'The server wrote it into the ledger but holds it, without effect. Please tell the auditors.',
  fault: {
    unreachable: 'The server cannot be reached. Nothing has changed; please try again once connected.',
    'signed-out':
      'The server does not recognise this device at the moment (the session ended). Nothing has changed; please try again in a few seconds.',
    'not-understood': 'App and server have different versions. Nothing is confirmed; please reload the page.',
    'not-proven':
      'The server answered, but its receipt is not valid, so this cannot be taken as done. Please tell the auditors.',
    'outcome-unknown':
      'The connection was cut in the middle: this may or may not have been recorded. Please wait for the next sync and look at the screen before doing it again.',
    'content-malformed':
      'The ballot is not yet valid (something required is missing, too long, or holds characters that are not allowed). Nothing was sent.',
  },
  rejected: {
    malformed: 'The server could not read the request. Nothing has changed; please reload the page.',
    'cannot-unseal':
      'The server could not open the request (its key has changed). Nothing has changed; please tell the administrator.',
    'bad-signature':
      'The signature of this device is not valid. Nothing has changed; please tell the administrator.',
    'unknown-device':
      'The server does not know this device. Nothing has changed; please tell the administrator.',
    'id-taken': 'The request has the id of another one. Nothing has changed; please try again.',
    'too-large': 'The content is too large. Nothing has changed; please shorten it.',
    'read-only': 'The server is read-only (being restored). Nothing has changed; please try again later.',
    'too-many-refused':
      'Too many requests of this device were refused just now, so the server takes no more of them for the moment. Nothing has changed; please wait some minutes, and tell the administrator if you do not know why.',
  },
} as const satisfies SameKeys<typeof authorityVi>
