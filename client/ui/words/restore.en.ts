import type { restoreVi } from './restore.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const restoreEn = {
  status: 'The ledger is being restored; what is signed waits on this device',
  title: 'Restore of the ledger',
  under:
    'After the server went back to a backup: declare it, take back what devices still hold, then end it.',
  banner: {
    title: 'The ledger is being restored from a backup',
    text: '{{first}} and {{second}} declared it at {{when}}. Reason: “{{reason}}” This device has handed in the receipts that it holds. Ballots issued after the backup come back when the restore has ended. You can read and sign; what you sign waits here and is sent then.',
    open: 'See the restore',
    undeclaredTitle: 'The server says that it was restored, and nobody has declared it',
    undeclaredText:
      'The server’s ledger does not fit what this device has seen. This device keeps what it has. If it was restored indeed, two officers must declare it.',
    declare: 'Declare the restore',
  },
  loading: 'Asking the server',
  notFetched: 'The state of the restore could not be fetched',
  refresh: 'Look again',
  none: 'The ledger is in no restore',
  noneText: 'This page is for the time after the operator has restored the database from a backup.',
  phase: {
    announced: 'To be declared',
    declared: 'Taking back from devices',
    ended: 'Ended',
  },
  next: {
    announced:
      'The operator says that a backup was restored. Once two officers have declared it, tablets believe it and hand in the receipts that they hold. Until then the server closes no ballot, gives no number and takes nothing else in.',
    declared:
      'Devices hand in when they have a network. Look below at the numbers still missing, the devices that have not handed in and the missing documents; then end it. At the end, what came back is entered in its former order and at its former hour.',
    ended:
      'The ledger works as usual. An answer that comes later is judged by today’s hour, with its former receipt for two officers to rule on.',
  },
  epoch: 'Epoch of the ledger',
  size: 'The backup had',
  entries_one: '{{count}} entry',
  entries_other: '{{count}} entries',
  root: 'Root hash of the backup',
  keptTo: 'Its last entry is of',
  reason: 'Reason',
  seen: 'Devices had seen',
  handedIn: 'Taken back',
  missing: 'Numbers still missing',
  missingText_one: '{{count}} former number that no device has handed in: {{list}}',
  missingText_other: '{{count}} former numbers that no device has handed in: {{list}}',
  missingMore_one: 'and {{count}} more range',
  missingMore_other: 'and {{count}} more ranges',
  missingNone: 'Every number that devices had seen has been handed in.',
  missingHint:
    'Entries that the server made by itself, and acts that are part of no ballot (such as enrolling a device), are held by no tablet; they count as missing.',
  apart: 'Kept apart, not entered again',
  apartText_one: '{{count}} entry that contradicts the ledger or came too late: {{list}}',
  apartText_other: '{{count}} entries that contradict the ledger or came too late: {{list}}',
  files: 'Missing documents',
  filesText_one:
    '{{count}} document of a ballot is no longer on the server. Uploading the very same file is enough.',
  filesText_other:
    '{{count}} documents of ballots are no longer on the server. Uploading the very same files is enough.',
  filesNone: 'No document is missing.',
  devices: 'Devices that have handed in',
  devicesCount: '{{done}} / {{total}}',
  device: 'Device',
  owner: 'User',
  at: 'Finished at',
  notYet: 'not finished yet',
  leaves: 'Entries',
  begin: 'Propose the declaration',
  beginText:
    'The proposal is signed with this device’s key and recorded. A second officer confirms it on another device; from then on tablets believe the new epoch of the ledger.',
  end: 'Propose the end',
  endText: 'Once a second officer has confirmed, what came back is entered and the server works as usual.',
  endWarning_one:
    '{{count}} former number is still missing. What nobody holds counts as lost, and the ledger says so.',
  endWarning_other:
    '{{count}} former numbers are still missing. What nobody holds counts as lost, and the ledger says so.',
  sign: 'Sign and propose',
  proposed: 'Recorded. A second officer is awaited.',
  waits: 'Waits for a second officer',
  proposedBy: '{{name}} proposed at {{when}}: {{what}}.',
  operatorSaid: 'The operator says: “{{reason}}”',
  saidReason: 'Reason: “{{reason}}”',
  own: 'You proposed it and cannot confirm it. Another officer must, on another device.',
  confirm: 'Sign and confirm',
  confirmTitle: 'Confirm: {{what}}',
  confirmed: 'Confirmed.',
  proposal: {
    'begin-epoch': 'declare that the ledger was restored',
    'end-restore': 'end the restore of the ledger',
  },
} as const satisfies SameKeys<typeof restoreVi>
