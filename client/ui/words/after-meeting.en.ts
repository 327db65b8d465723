import type { afterMeetingVi } from './after-meeting.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const afterMeetingEn = {
  act: { conclude: 'Conclude, issue conclusions', circulate: 'Circulate a draft conclusion' },
  ended: 'The session ended at {{when}}',
  endedText:
    'The chair can still revise conclusions at the console, until the head of office signs that the meeting is concluded.',
  concluded: '{{name}} concluded the meeting at {{when}}',
  concludedText: 'Conclusions no longer change. The conclusion notice has reached everyone who may read it.',
  notice: 'The conclusion notice is out',
  noticeText: 'Issued at {{when}}, with the items that you may read.',
  consoleEnded:
    'The session has ended. The chair can still revise the conclusion of each item, until the head of office concludes the meeting.',
  voteFirst: 'A vote is still open: please close or cancel it before ending the session.',
  task: 'Session ended, to be concluded',
  conclude: {
    title: 'Conclude the meeting: {{title}}',
    confirm: 'Sign and conclude',
    done: 'The meeting is concluded. The conclusion notice has been issued.',
    warning: 'Once signed, neither conclusions nor votes on paper can be changed or added.',
    text: 'You issue the conclusions below. Everyone invited can read the conclusion notice, with the items that they may read.',
    missing_one: 'One thing is missing',
    missing_other: '{{count}} things are missing',
    adopted: 'Adopted in the block, without a conclusion of its own.',
    none: 'No conclusion yet.',
    changed: 'This has just changed while you were reading',
    changedText:
      'A conclusion, a vote result or the attendance is different now. Please review what follows again.',
    seen: 'I have reviewed it again',
    attended: 'Attended: {{present}} of {{members}} members.',
    vote: 'Vote: {{question}}',
  },
  circulate: {
    title: 'Ask members about a draft conclusion',
    text: 'A ballot is prepared on this device, with the draft notice of the chosen item. Review it, set the deadline and submit it like any ballot; nothing has been sent yet.',
    item: 'Item',
    itemHint:
      'A ballot reaches every member, so only items that every member may read and that have a conclusion can be chosen.',
    none: 'There is no item that can be circulated yet.',
    confirm: 'Prepare the ballot',
    working: 'Writing the draft and sending it to the server…',
    failed: 'The ballot was not prepared',
    refused:
      'The server did not take the draft. Try again, or download the draft and write the ballot by hand.',
    notKept: 'This device could not write the draft down. Free some space and try again.',
    ballotTitle: 'Draft conclusion: {{title}}',
    reason: 'Concluded at {{meeting}}; members are asked before it is issued.',
    question: 'Do you agree with the draft conclusion on “{{title}}”?',
    document: 'Draft conclusion notice',
  },
  gap: {
    'no-conclusion': 'Item {{no}} was discussed and has no conclusion.',
    'not-discussed': 'Item {{no}} was not discussed.',
    'paper-waits': 'Item {{no}}: the vote of {{name}} on paper has not been confirmed by a second officer.',
  },
} as const satisfies SameKeys<typeof afterMeetingVi>
