import type { programVi } from './program.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const programEn = {
  place: {
    home: 'To do',
    homeWaiting_one: '{{count}} thing waits for you',
    homeWaiting_other: '{{count}} things wait for you',
    meetings: 'Meetings',
    ballots: 'Opinion ballots',
    search: 'Search',
    receipts: 'Receipts',
    storage: 'Storage',
    devices: 'Devices',
    desk: 'Desk',
    deskBallots: 'Ballots',
    agency: 'Ballots of the agency',
    ledger: 'Ledger',
    people: 'People and posts',
  },
  status: {
    synced: 'Synchronised at {{when}}',
    syncing: 'Synchronising',
    offline: 'Offline since {{when}}',
    offlineUnknown: 'Offline',
    silent: 'The server has not answered since {{when}}, trying again',
    silentUnknown: 'The server does not answer, trying again',
    signedOut: 'The server does not know this device yet, signing in again',
    update: 'The Office asks for an update of the application',
    notTrusted: 'What the server sent does not fit the ledger; nothing more is taken',
    full: 'This tablet is full; new documents could not be fetched',
    lacking_one: 'No room for {{count}} document',
    lacking_other: 'No room for {{count}} documents',
    fetching: 'fetching documents {{percent}}%',
    notStored: 'This tablet cannot write new data',
    waiting_one: '{{count}} answer waiting to be sent',
    waiting_other: '{{count}} answers waiting to be sent',
    votesWaiting_one: '{{count}} vote waiting to be sent',
    votesWaiting_other: '{{count}} votes waiting to be sent',
    saidWaiting_one: '{{count}} meeting message waiting to be sent',
    saidWaiting_other: '{{count}} meeting messages waiting to be sent',
    reportsWaiting_one: '{{count}} report waiting to be sent',
    reportsWaiting_other: '{{count}} reports waiting to be sent',
    deskWaiting_one: '{{count}} other word about tasks waiting to be sent',
    deskWaiting_other: '{{count}} other words about tasks waiting to be sent',
    filesWaiting_one: '{{count}} file waiting to be sent',
    filesWaiting_other: '{{count}} files waiting to be sent',
    notesWaiting_one: 'notes on {{count}} document waiting to be sent',
    notesWaiting_other: 'notes on {{count}} documents waiting to be sent',
    on: '{{hour}} on {{day}}',
  },
  unknownPerson: 'Loading who you are',
  update: {
    title: 'There is a new version of the application',
    ready:
      'The update takes a few seconds. What you saved and wrote stays; the application locks and asks for the pass phrase.',
    unsent_one:
      '{{count}} answer has not reached the Office yet. Better wait until it has. If you update now, it stays on the tablet and is sent afterwards.',
    unsent_other:
      '{{count}} answers have not reached the Office yet. Better wait until they have. If you update now, they stay on the tablet and are sent afterwards.',
    notes_one:
      'Notes on {{count}} document have not been sent yet. Better wait until they have. If you update now, they stay on the tablet and are sent afterwards.',
    notes_other:
      'Notes on {{count}} documents have not been sent yet. Better wait until they have. If you update now, they stay on the tablet and are sent afterwards.',
    drafting: 'Something is half written. It is kept on this device; better finish it first and update then.',
    now: 'Update now',
    anyway: 'Update all the same',
    later: 'Later',
  },
  signOut: {
    title: 'Sign out with notes not yet sent',
    notes_one:
      'Notes on {{count}} document are on this tablet alone. They are kept, sealed, and are sent only after you next unlock with a network.',
    notes_other:
      'Notes on {{count}} documents are on this tablet alone. They are kept, sealed, and are sent only after you next unlock with a network.',
    confirm: 'Sign out',
  },
  tab: {
    waitingTitle: 'The application is open in another window',
    asideTitle: 'The application has moved to another window',
    text: 'Only one window works at a time, so that no answer is recorded twice. Your data is not affected.',
    free: 'Once the other one is closed, this one goes on by itself and asks for the pass phrase.',
    remedy: 'Close this window, or bring the work here. What is half written in the other window is kept.',
    takeOver: 'Work in this window',
  },
} as const satisfies SameKeys<typeof programVi>
