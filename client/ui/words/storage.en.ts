import type { SameKeys } from './same-keys.ts'
import type { storageVi } from './storage.vi.ts'

export const storageEn = {
  title: 'Storage and synchronising',
  under: 'What is on this tablet, and what still waits to be sent.',
  syncNow: 'Synchronise now',
  sync: 'Synchronising',
  lastSync: 'Last complete exchange',
  never: 'Never yet',
  line: 'Where it stands',
  ledger: 'Ledger checked up to',
  ledgerSize: '{{size}} entries, epoch {{epoch}}',
  device: 'This device',
  silentHelp:
    'You can go on working: answers are saved on the tablet and sent by themselves once there is a connection.',
  updateHelp:
    'The server runs a newer version. Answers on this tablet are kept and sent after the update. Please load the application again.',
  trustHelp:
    'The server may have been restored, or the ledger has been changed. This tablet takes nothing more; what it holds is safe. Please tell the Office and the auditors this code: {{code}}',
  fullHelp: 'Please free space under Documents below, or remove other data from the tablet.',
  unsent: 'Waiting to be sent',
  unsentNone: 'Nothing waits. Everything you signed has been recorded by the Office.',
  savedAt: 'Saved at {{when}}',
  act: {
    'answer-ballot': 'Answer to ballot {{number}}',
    'mark-delivered': 'Ballot {{number}} has arrived',
    'mark-opened': 'Ballot {{number}} has been opened',
    'mark-documents-opened': 'That documents of ballot {{number}} were opened',
    'share-layer': 'Notes on a document of ballot {{number}} are shared',
    other: 'Something else',
  },
  waiting: 'Waiting',
  rejected: 'The server could not take it: {{why}}',
  notes: 'Your notes on {{count}} documents lie sealed on this device.',
  space: 'Space on this device',
  used: 'The application uses {{used}} of {{quota}} allowed',
  refused: 'The application uses {{used}}, and the browser takes no more',
  refusedText:
    'The browser speaks of up to {{quota}} and has refused to write more: the room that the application really has is less.',
  usedUnknown: 'The browser does not tell how much is used',
  persisted: 'The browser has promised not to delete the data',
  notPersisted: 'The browser may delete the data when the device runs short of space',
  notPersistedText:
    'Better ask for the promise before reading offline. On an iPad, add the application to the Home Screen.',
  persist: 'Ask to keep the data',
  persistRefused: 'The browser has not agreed. Add the application to the Home Screen and try again.',
  install: 'Add to the Home Screen',
  installIos:
    'On an iPad: tap Share in Safari, choose “Add to Home Screen”, then open the application from there. Otherwise the iPad deletes the data after 7 days without use.',
  installOther:
    'Open the browser’s menu and choose “Install application”, to open it quickly and to keep the data.',
  installed: 'Running as an installed application',
  files: 'Documents',
  filesNone: 'No documents on this device yet.',
  file: 'Document',
  size: 'Size',
  fileState: 'State',
  ready: 'Ready',
  fetching: '{{percent}}% fetched',
  notBegun: 'Waiting to be fetched',
  noRoom: 'No room',
  removed: 'Removed to make room',
  fetchAgain: 'Fetch again',
  fetchAgainNamed: 'Fetch {{title}} again',
  allHere: 'Every document needed is on this device ({{size}})',
  allProgress: '{{have}} of {{total}} of documents are here',
  lacking_one: 'No room for {{count}} document of an open ballot ({{size}} missing)',
  lacking_other: 'No room for {{count}} documents of open ballots ({{size}} missing)',
  lackingKept:
    'Documents of ballots that close sooner come first. Room for your answers and notes is always kept.',
  lackingFree: 'Please remove documents of closed ballots by the button below; fetching goes on by itself.',
  lackingElsewhere:
    'Nothing more can be removed here. Please remove pictures, films or other applications from the device and tap “Synchronise now”, or ask the Office for paper.',
  promiseAsked: 'The browser answered at {{when}}.',
  unnamed: 'A document of no ballot any more',
  ofBallot: 'Ballot {{number}}',
  free: 'Free {{size}}',
  freeTitle: 'Remove {{size}} of documents of closed ballots from this device',
  freeText:
    'Only documents of closed ballots, or no longer in your scope, are removed. Never an open ballot, an answer or a receipt.',
  freeHelp:
    'When there is no room for open ballots, documents of closed ballots are removed, the oldest first. Open ballots, what was just opened, answers, notes and receipts always stay.',
  freeConfirm: 'Remove from this device',
  freed: '{{size}} freed.',
  nothingToFree: 'There is no document that can be removed.',
} as const satisfies SameKeys<typeof storageVi>
