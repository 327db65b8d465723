import type { interfaceVi } from './interface.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const interfaceEn = {
  back: 'Back',
  close: 'Close',
  cancel: 'Not now',
  stop: 'Stop',
  undo: 'Undo',
  retry: 'Try again',
  loading: 'Loading',
  change: { added: 'added', removed: 'removed' },
  skipToContent: 'Go to the main content',
  list: {
    fold: 'Fold the list away',
    unfold: 'Open the list',
    thing: 'What is open',
  },
  choice: {
    upTo: 'Choose up to {{most}}, chosen {{count}}',
  },
  deadline: {
    label: 'Answer by',
    workingDays_one: '{{count}} working day left',
    workingDays_other: '{{count}} working days left',
    hours_one: '{{count}} hour left',
    hours_other: '{{count}} hours left',
    hoursAndDays_one: '{{hours}} ({{count}} working day)',
    hoursAndDays_other: '{{hours}} ({{count}} working days)',
    minutes_one: '{{count}} minute left',
    minutes_other: '{{count}} minutes left',
    none: 'less than a minute left',
    passed: 'deadline passed',
  },
  notKept: 'This cannot be kept on this device',
  notKeptText:
    'The device cannot write to its storage. Please sign and send it now, or copy it before leaving the screen.',
  month: { previous: 'Month before', next: 'Month after' },
  weekday: {
    sunday: 'Sunday',
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
  },
  passPhrase: {
    show: 'Show what is typed',
    hide: 'Hide what is typed',
    capsLock: 'Caps Lock is on',
  },
  progress: {
    share: '{{done}} of {{total}}',
  },
  bar: {
    share: '{{percent}}%',
  },
  table: {
    sortBy: 'Sort by {{column}}',
  },
  error: {
    title: 'Something went wrong',
    meaning: 'Everything you saved on this tablet is still there.',
    remedy: 'Press “Try again”. If it happens again, please give the Office’s help desk the code below.',
    code: 'Error code',
  },
  notAllowed: {
    title: 'This is not open to you',
    text: 'There is nothing at this address that you may read.',
  },
  offline: {
    title: 'This tablet is offline',
    since: 'Offline since {{hour}}.',
  },
  theme: {
    label: 'Background',
    light: 'Light',
    dark: 'Dark',
    auto: 'As the device',
  },
  textSize: { label: 'Size of letters', usual: 'Usual', large: 'Large', larger: 'Larger' },
  language: {
    label: 'Language',
  },
} as const satisfies SameKeys<typeof interfaceVi>
