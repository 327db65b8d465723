import type { directoryVi } from './directory.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const directoryEn = {
  people: {
    title: 'People & posts',
    under: 'A list for reference: who holds which post, since when, with how many devices in use.',
    label: 'List of people',
    find: 'Find by name, post, agency',
    name: 'Name',
    post: 'Post',
    agency: 'Agency',
    from: 'Since',
    devices: 'Devices',
    filter: 'Filter people',
    nothingFound: 'Nobody matches.',
    show: {
      all: 'All',
      members: 'Members of the Government',
      office: 'The Office',
      others: 'Others',
      noDevice: 'Without a device',
    },
  },
  agency: {
    title: 'Ballots of the agency',
    under: 'Ballots led by your agency: their papers, and after closing the opinions to respond to.',
    none: 'No ballot is led by your agency yet',
    noneText: 'Ballots appear here once they are issued.',
    choose: 'Choose a ballot to read',
    notHere: 'The text of this ballot has not reached this device yet.',
  },
  ledger: {
    title: 'Ledger',
    under:
      'For checking the ledger apart from the server. It holds no opinion text, only commitments (salted hashes).',
    now: 'Checkpoint verified by this device',
    epoch: 'Epoch',
    size: 'Entries',
    root: 'Root (SHA-256)',
    none: 'This device has verified no checkpoint yet',
    noneText: 'It appears after the first sync.',
    compare:
      'Compare this root with one printed on a report, or on somebody else’s device, at the same number of entries: where they differ, the ledger was altered or forked.',
    download: 'Download the whole ledger',
    downloadText:
      'A JSON file with the exact text of every entry in order, and the checkpoint signed by the server. The hash tree is computed again while it is fetched and compared with the signed checkpoint.',
    start: 'Download and check',
    working: 'Downloading the ledger',
    share: '{{done}} entries',
    save: 'Save the file',
    result: {
      good: 'It fits: {{count}} entries give exactly the root in the checkpoint signed by the server.',
      'root-differs':
        'It does not fit: the entries give another root than the checkpoint signed by the server. Please keep the file as evidence.',
      'not-signed':
        'The checkpoint bears no valid signature of the server. Please keep the file as evidence.',
      'leaves-missing':
        'The server gave fewer entries than its signed checkpoint counts. Please try again; if it repeats, keep the file as evidence.',
      stopped: 'Stopped.',
    },
    seen: {
      good: 'The checkpoint this device had seen is part of the downloaded ledger, unaltered.',
      differs:
        'The checkpoint this device had seen is NOT part of the downloaded ledger: it was replaced or rolled back.',
    },
    key: 'Ledger key pinned at enrolment',
    notFetched: 'The ledger could not be fetched',
  },
} as const satisfies SameKeys<typeof directoryVi>
