import type { answerVi } from './answer.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const answerEn = {
  agree: 'Agree',
  disagree: 'Disagree',
  other: 'Other opinion',
  otherNote: 'Please say what it is',
  none: 'Not chosen',
  issue: 'Issue {{no}}',
  ballot: 'Ballot {{number}}',
  textOther: 'Your other opinion (required)',
  textComment: 'A comment (if you like)',
  addText: 'Add a comment',
  textTooLong_one: 'The text is longer than {{count}} letter. Please shorten it, or send a letter.',
  textTooLong_other: 'The text is longer than {{count}} letters. Please shorten it, or send a letter.',
  textMissing: 'You chose “Other opinion”: please say what it is.',
  kept: 'Your draft is kept on this tablet, not sent.',
  notKept:
    'Your draft could not be kept: this tablet cannot write. Please sign it now, or copy it before you leave this screen.',
  chosen: '{{done}} of {{total}} issues chosen',
  gap: {
    missing: 'Still missing: {{what}}',
    'not-chosen': 'the choice for issue {{no}}',
    'text-missing': 'the text of the other opinion for issue {{no}}',
    'text-too-long_one': 'The text for issue {{no}} is longer than {{count}} letter',
    'text-too-long_other': 'The text for issue {{no}} is longer than {{count}} letters',
  },
  review: 'Review and sign',
  reviewAgain: 'Change the answer',
  sheet: {
    one: 'Send “{{choice}}” for ballot {{number}}, issue {{no}}',
    many_one: 'Send the answer to {{count}} issue of ballot {{number}}',
    many_other: 'Send the answers to {{count}} issues of ballot {{number}}',
    words: 'With the words:',
    version: 'Version {{no}} of the ballot',
    sign: 'Sign and send',
    signOffline: 'Sign, send once connected',
    offline:
      'The Office cannot be reached now: once signed, the answer is saved on this device and sent by itself when connected.',
    revisable: 'You can answer again until the ballot closes. Every answer is kept.',
    final: 'This answer is final: it cannot be changed once it is sent.',
    replaces: 'This answer takes the place of your earlier one.',
    settles: 'This answer takes the place of both earlier ones from your two devices.',
    late: 'By the clock of this tablet the deadline has passed. The answer is signed and sent all the same; the Office may record it as late.',
    closed:
      'The ballot is closed. The answer is signed and sent all the same, but the Office records it as late and does not count it until two officers rule.',
    recalled:
      'The ballot has been recalled. The answer is signed and sent all the same, but only kept, not counted.',
    notStored: 'The answer could not be saved on this tablet',
    notStoredFull:
      'This tablet is full, so nothing was signed or sent. What you chose is still on this screen. Please free space on the Storage page, then sign again.',
    notStoredOther:
      'This tablet could not write, so nothing was signed or sent. What you chose is still on this screen. Please sign again; if it fails again, give the Office this code: {{detail}}',
    notFound:
      'This ballot is no longer on the tablet, so it cannot be signed. Please synchronise and open it again.',
  },
  count: {
    title: 'You in the count',
    deemed:
      'You did not answer before the deadline. Your device had received the ballot, so you are deemed to agree.',
    'deemed-by-ruling':
      'You did not answer before the deadline. Two officers ruled that you are deemed to agree.',
    'not-reached':
      'The ballot is recorded as not having reached you before the deadline: not in favour, unless two officers rule otherwise.',
    'not-reached-by-ruling':
      'The ballot is recorded as not having reached you before the deadline. Two officers ruled that this is not in favour.',
    held: 'Your answer is held and not counted yet; two officers will rule on it.',
    'held-by-ruling': 'Two officers ruled that your late answer does not count.',
    'counted-by-ruling': 'Two officers ruled that your answer counts.',
  },
  recordedToast: 'Ballot {{number}}: the Office has received the answer and entered it in the ledger.',
  savedToast: 'Ballot {{number}}: saved on this device, waiting to be sent to the Office.',
  state: {
    none: 'Not answered',
    saved: 'Saved on this tablet',
    savedShort: 'Saved here, not with the Office yet',
    savedText: 'Saved at {{when}}, waiting to be sent. The Office has not received it.',
    savedOutlook: 'When it arrives the Office may hold it: {{why}}',
    recorded: 'Recorded by the Office',
    recordedText: 'Recorded by the Office as number {{n}}, at {{when}}.',
    heldText: 'Received by the Office and held as number {{n}}, at {{when}}: {{why}}.',
    refusedText: 'The Office did not take this answer, number {{n}}, at {{when}}.',
    receipt: 'Open the receipt',
    former: 'Recorded for the former version',
    held: 'Held',
    refused: 'Not taken',
    conflict: 'Two different answers',
    rejected: 'Sending failed',
    yours: 'Your answer',
    unreadable: 'Its text is no longer on this device',
  },
} as const satisfies SameKeys<typeof answerVi>
