import type { SameKeys } from './same-keys.ts'
import type { taskFilesVi } from './task-files.vi.ts'

export const taskFilesEn: SameKeys<typeof taskFilesVi> = {
  label: 'Attached files',
  hint: 'PDF, DOCX, XLSX, PNG or JPG, up to 100 MB each. Without a network they are kept on this device and sent later.',
  add: 'Add files',
  remove: 'Take out the file {{name}}',
  tooMany: 'at most {{most}} files at a time.',
  noName: 'A file whose name is not on this device',
  notArrived: 'The file has not reached the Office',
  toSend: 'The file is saved on this device, to be sent',
  sending: 'Sending the file, {{percent}}%',
  turnedAway:
    'The server does not take this file; the report is recorded all the same. Please attach another with the next report.',
  notTheFile: 'What came is not the file that was attached.',
  notKept: 'Not saved: this device cannot read the file, or has no room. Nothing was sent.',
  save: 'Save the file',
}
