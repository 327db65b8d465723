import type { SameKeys } from './same-keys.ts'
import type { tallyVi } from './tally.vi.ts'

export const tallyEn = {
  title: 'Result of the count',
  members_one: '{{count}} member of the Government at closing',
  members_other: '{{count}} members of the Government at closing',
  counted: 'Counted at {{when}}',
  rounds_one: 'Counted again {{count}} time',
  rounds_other: 'Counted again {{count}} times',
  recount: 'This count takes the place of the earlier one, after a ruling or a late answer.',
  replaces: 'In place of the earlier silence of: {{names}}',
  half: 'Majority: {{count}}',
  explicit: 'Agree',
  chosen: 'Chose an alternative',
  deemed: 'Deemed to agree (silent)',
  against: 'Disagree',
  other: 'Other opinion',
  notReached: 'Not reached',
  held: 'Held',
  result: {
    adopted: 'Adopted',
    'not-adopted': 'Not adopted',
    undecided: 'Undecided',
    'alternative-adopted': 'Adopted: {{label}}',
  },
  rule: {
    majority: '{{inFavour}} of {{members}} members are in favour, more than half of all.',
    minority: '{{inFavour}} of {{members}} members are in favour, not more than half of all.',
    'prime-minister':
      'Exactly half are in favour ({{inFavour}} of {{members}}): the side that the Prime Minister took explicitly decides.',
    'tie-without-prime-minister':
      'Exactly half are in favour ({{inFavour}} of {{members}}) and the Prime Minister took no side explicitly, so there is no result yet.',
    alternative: 'Only this alternative was chosen by more than half of all {{members}} members.',
    'no-alternative':
      'Not exactly one alternative was chosen by more than half of all {{members}} members, so there is no result yet.',
  },
  inFavour: 'In favour are {{explicit}} who agreed explicitly and {{deemed}} deemed to agree.',
  names: 'Members by name',
  member: 'Member',
  post: 'Post',
  entry: 'Counted as',
  late: 'late, counted',
  former: 'to the former version',
  ruled: 'ruled by two officers',
  heldWhy: {
    late: 'late',
    conflict: 'two different answers',
    'former-agree': 'agreed to the former version',
    'not-asked': 'not asked in this version',
    'device-revoked': 'device revoked',
  },
  unknownMember: 'Member {{id}}',
  showNames: 'Show the names',
  hideNames: 'Hide the names',
  none: 'No count yet',
  noneText: 'The result appears once the ballot is closed and this device has synchronised.',
} as const satisfies SameKeys<typeof tallyVi>
