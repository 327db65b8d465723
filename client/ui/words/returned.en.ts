import type { returnedVi } from './returned.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const returnedEn = {
  asking_one: 'Returned to you, action needed ({{count}})',
  asking_other: 'Returned to you, action needed ({{count}})',
  told_one: 'Returned to you, for information ({{count}})',
  words_one: 'Sent to a meeting and not accepted ({{count}})',
  words_other: 'Sent to a meeting and not accepted ({{count}})',
  told_other: 'Returned to you, for information ({{count}})',
  recalledAt: 'Recalled at {{when}}',
  news: 'Ballot {{number}}: {{what}}',
  newsMore_one: 'and {{count}} more thing came back.',
  newsMore_other: 'and {{count}} more things came back.',
  look: 'Look',
  deal: 'Dealt with',
  answerAgain: 'Answer again',
  confirmAgain: 'Keep my view, sign for the new version',
  openBallot: 'Open the ballot',
  said: 'Your answer was',
  when: 'Signed at {{when}}',
  short: {
    late: 'it comes after the deadline',
    conflict: 'it differs from an answer of your other device',
    'former-version': 'it answers a version that has been amended',
    recalled: 'the ballot has been recalled',
    'device-revoked': 'the signing device has been revoked',
    refused: 'it is not valid',
  },
  late: {
    title: 'Your answer came after the ballot had closed',
    claimed:
      'It was signed before the deadline but reached the Office after closing. The Office has kept it and does not count it yet; two officers will rule whether it counts.',
    notClaimed:
      'It reached the Office after closing. The Office has kept it and does not count it yet; two officers will rule whether it counts.',
    remedy: 'You need not do anything. To explain, please contact the Office.',
  },
  ruled: {
    counted: 'Your late answer counts',
    notCounted: 'Your late answer does not count',
    remedy: 'The count in the ballot follows this ruling. Ask the Office for its reason.',
  },
  heldConflict: {
    title: 'This answer differs from one of your other device',
    text: 'The Office has kept both and counts neither.',
    remedy: 'Once everything is synchronised, both appear here for you to choose.',
  },
  heldFormer: {
    title: 'Your answer was recorded for an amended version',
    text: 'When it reached the Office there was a new version. It is recorded for version {{no}}; disagreement and other opinions stand, agreement does not count for the new version.',
    remedy: 'Please look at the new version and answer again.',
  },
  heldRecalled: {
    title: 'The ballot was recalled before your answer arrived',
    text: 'The Office has kept your answer and does not count it, since the ballot is no longer in force.',
    remedy: 'You need not do anything.',
  },
  heldRevoked: {
    title: 'Your answer was signed on a revoked device',
    text: 'The Office has kept it and does not count it yet, since the device that signed it is no longer trusted.',
    remedy: 'If it was you, please answer again on this device; if not, tell the Office at once.',
  },
  refused: {
    title: 'The Office did not take this answer',
    meaning: 'It does not count. Its text is still on this device.',
    notAllowed: 'According to the ledger this ballot is not for you to answer.',
    final: 'You had answered before, and this ballot can be answered once only.',
    unknown: 'The Office’s register has no such ballot or version.',
    content: 'The answer does not fit the issues of the ballot.',
    state: 'The state of the ballot at that time did not allow it.',
    remedy: 'Please open the ballot and answer again, or contact the Office.',
  },
  former: {
    title: 'The ballot was amended after you had answered',
    text: 'The reason: {{reason}}',
    rule: 'Disagreement and other opinions on the former version stand; agreement and chosen alternatives are recorded apart and do not count for the new one.',
    'disagree-stands': 'Issue {{nos}}: your disagreement stands for the new version.',
    'other-stands': 'Issue {{nos}}: your other opinion stands for the new version.',
    'agree-apart':
      'Issue {{nos}}: your agreement to the former version is recorded apart and does not count for the new one.',
    'alternatives-apart':
      'Issue {{nos}}: the alternative you chose in the former version is recorded apart and does not count for the new one.',
    'not-asked': 'Issue {{nos}}: new or asked in another way, you have not answered it.',
    remedy: 'Please look at what changed, then keep your view for the new version or answer again.',
  },
  conflict: {
    title: 'Your two devices answered differently',
    text: 'Both answers are kept, but neither counts until you choose.',
    remedy: 'Please choose the right one. You will sign a new answer in place of both.',
    thisDevice: 'Signed on this device',
    otherDevice: 'Signed on another device',
    choose: 'Choose this answer',
    neither: 'Neither: answer anew',
  },
  /** What one said to a meeting, by kind of act. */
  word: {
    what: {
      'join-session': 'Your attendance',
      'leave-session': 'Your leaving the meeting',
      'request-to-speak': 'Your request to speak',
      'withdraw-request': 'Withdrawing your request to speak',
      'pull-from-block': 'Your request to discuss an item separately',
      'cast-vote': 'Your vote',
      'record-session': 'The chair’s record',
      'reply-to-invitation': 'Your reply to the invitation',
      'take-position': 'Your position before the session',
    },
    sign: {
      refused: 'Not recorded',
      held: 'Kept separately, not counted',
      rejected: 'Not yet accepted by the server',
    },
    unknownMeeting: 'A meeting that is no longer on this tablet',
    signedAt: 'Signed on this tablet at {{signed}}, answered by the Office at {{when}}.',
    signed: 'Signed on this tablet at {{signed}}.',
    said: 'You had sent: {{said}}',
    recorded: {
      'item-started': 'discussion begins',
      'item-finished': 'discussion ends',
      spoke: 'spoke',
      note: 'note',
    },
    why: {
      over: 'The meeting had ended when it reached the Office.',
      cancelled: 'The meeting had been cancelled when it reached the Office.',
      begun: 'The session had been opened when it reached the Office.',
      state: 'The state of the meeting did not allow it when it reached the Office.',
      gone: 'The item was removed from the agenda, or is no longer open to you.',
      goneMeeting: 'The meeting is no longer open to you.',
      'not-allowed': 'According to the ledger, you were not entitled to do this at that time.',
      notChair: 'At the recorded time you no longer chaired the meeting: the chair had been handed over.',
      'session-not-near': 'Attendance is recorded only within 12 hours before the meeting.',
      adopted: 'The item had been adopted in the block when it reached the Office.',
      changed: 'By the time it reached the Office, the item had changed since you saw it.',
      other: 'What was sent is not valid ({{code}}).',
      late: 'It reached the Office after the vote had closed.',
      recalled: 'The chair had cancelled this vote.',
      'device-revoked': 'The signing device had been revoked.',
      conflict: 'Your two tablets voted differently, and the vote has closed.',
      server: 'The server has not accepted it: {{why}}. The tablet keeps sending it.',
    },
    remedy: {
      'join-session':
        'If you attended, please tell the meeting’s secretary, for the attendance or the minutes.',
      'leave-session': 'If you have left, please tell the meeting’s secretary the time.',
      'request-to-speak':
        'If you still wish to speak, please ask again or tell the chair; once the meeting is over, please send your opinion to the meeting’s secretary.',
      'withdraw-request': 'If you are called and do not wish to speak, please tell the chair.',
      'pull-from-block': 'If the item should still be discussed separately, please tell the chair at once.',
      'cast-vote':
        'Your vote stays in the ledger and on this tablet. If it should be mentioned in the minutes, please tell the meeting’s secretary.',
      'record-session':
        'The record is complete on this tablet. Please pass it to the present chair or the meeting’s secretary, for the minutes.',
      'reply-to-invitation': 'Please open the meeting and reply again, or tell the Office.',
      'take-position': 'Please open the item and state it again, or speak in the session.',
    },
    open: 'Open the meeting',
    news: '{{sign}}: {{what}}. {{meeting}}',
  },
  /** Why the server did not take an act. */
  why: {
    malformed: 'the content cannot be read',
    'cannot-unseal': 'the envelope cannot be opened, perhaps the key of the server has changed',
    'bad-signature': 'the signature of the device is not valid',
    'unknown-device': 'the server does not know this device',
    'id-taken': 'the number of another request',
    'too-large': 'the content is too large',
    'read-only': 'the server is being restored and takes nothing for now',
    'too-many-refused': 'too many requests of this device were refused, the server pauses',
  },
  rejected: {
    title: 'The server could not take this answer',
    text: 'It is saved on the tablet, but the server did not take it: {{why}}. The Office has not recorded it.',
    remedy:
      'The tablet keeps sending it. If this message is still here after synchronising, please sign again, or give the Office the code above.',
  },
  recalled: {
    title: 'The ballot has been recalled',
    text: 'The reason: {{reason}}',
    remedy: 'You need not answer any more. An answer already sent is kept.',
  },
  unsigned: {
    title: 'The ballot closed before you had signed',
    text: 'There is an unfinished answer on this tablet; it was not signed, so it was not sent.',
    remedy:
      'You can still sign and send it; the Office records it as late, and two officers rule whether it counts.',
  },
} as const satisfies SameKeys<typeof returnedVi>
