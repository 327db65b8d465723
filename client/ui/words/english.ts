import { afterMeetingEn } from './after-meeting.en.ts'
import { agenciesEn } from './agencies.en.ts'
import { agendaEn } from './agenda.en.ts'
import { answerEn } from './answer.en.ts'
import { archiveEn } from './archive.en.ts'
import { authorityEn } from './authority.en.ts'
import { ballotEn } from './ballot.en.ts'
import { changesEn } from './changes.en.ts'
import { deskEn } from './desk.en.ts'
import { deskNewsEn } from './desk-news.en.ts'
import { devicesEn } from './devices.en.ts'
import { directivesEn } from './directives.en.ts'
import { directoryEn } from './directory.en.ts'
import { editorEn } from './editor.en.ts'
import { entryEn } from './entry.en.ts'
import { extensionEn } from './extension.en.ts'
import { frameEn } from './frame.en.ts'
import { interfaceEn } from './interface.en.ts'
import { mailEn } from './mail.en.ts'
import { meetingEn } from './meeting.en.ts'
import { minutesEn } from './minutes.en.ts'
import { notesEn } from './notes.en.ts'
import { officeEn } from './office.en.ts'
import { officeMeetingEn } from './office-meeting.en.ts'
import { paperEn } from './paper.en.ts'
import { paperVoteEn } from './paper-vote.en.ts'
import { pointsEn } from './points.en.ts'
import { presentingEn } from './presenting.en.ts'
import { programEn } from './program.en.ts'
import { receiptsEn } from './receipts.en.ts'
import { restoreEn } from './restore.en.ts'
import { returnedEn } from './returned.en.ts'
import { roomEn } from './room.en.ts'
import { rulingEn } from './ruling.en.ts'
import type { SameKeys } from './same-keys.ts'
import { searchEn } from './search.en.ts'
import { serverErrorEn } from './server-error.en.ts'
import { sessionEn } from './session.en.ts'
import { statisticsEn } from './statistics.en.ts'
import { storageEn } from './storage.en.ts'
import { tallyEn } from './tally.en.ts'
import { taskFilesEn } from './task-files.en.ts'
import { taskImportEn } from './task-import.en.ts'
import { taskViewsEn } from './task-views.en.ts'
import { tasksEn } from './tasks.en.ts'
import { trailEn } from './trail.en.ts'
import { triageEn } from './triage.en.ts'
import { unitsEn } from './units.en.ts'
import { urgingEn } from './urging.en.ts'
import type { vietnamese } from './vietnamese.ts'
import { viewerEn } from './viewer.en.ts'

export const english = {
  interface: interfaceEn,
  frame: frameEn,
  agencies: agenciesEn,
  answer: answerEn,
  ballot: ballotEn,
  changes: changesEn,
  entry: entryEn,
  mail: mailEn,
  meeting: meetingEn,
  minutes: minutesEn,
  paper: paperEn,
  paperVote: paperVoteEn,
  points: pointsEn,
  presenting: presentingEn,
  program: programEn,
  receipts: receiptsEn,
  restore: restoreEn,
  returned: returnedEn,
  search: searchEn,
  serverError: serverErrorEn,
  session: sessionEn,
  room: roomEn,
  statistics: statisticsEn,
  storage: storageEn,
  tally: tallyEn,
  taskImport: taskImportEn,
  trail: trailEn,
  extension: extensionEn,
  units: unitsEn,
  urging: urgingEn,
  tasks: tasksEn,
  taskViews: taskViewsEn,
  taskFiles: taskFilesEn,
  deskNews: deskNewsEn,
  triage: triageEn,
  archive: archiveEn,
  authority: authorityEn,
  desk: deskEn,
  editor: editorEn,
  office: officeEn,
  afterMeeting: afterMeetingEn,
  agenda: agendaEn,
  officeMeeting: officeMeetingEn,
  ruling: rulingEn,
  devices: devicesEn,
  directives: directivesEn,
  directory: directoryEn,
  viewer: viewerEn,
  notes: notesEn,
} as const satisfies SameKeys<typeof vietnamese>
