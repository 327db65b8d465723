import { afterMeetingVi } from './after-meeting.vi.ts'
import { agenciesVi } from './agencies.vi.ts'
import { agendaVi } from './agenda.vi.ts'
import { answerVi } from './answer.vi.ts'
import { archiveVi } from './archive.vi.ts'
import { authorityVi } from './authority.vi.ts'
import { ballotVi } from './ballot.vi.ts'
import { changesVi } from './changes.vi.ts'
import { deskVi } from './desk.vi.ts'
import { deskNewsVi } from './desk-news.vi.ts'
import { devicesVi } from './devices.vi.ts'
import { directivesVi } from './directives.vi.ts'
import { directoryVi } from './directory.vi.ts'
import { editorVi } from './editor.vi.ts'
import { entryVi } from './entry.vi.ts'
import { extensionVi } from './extension.vi.ts'
import { frameVi } from './frame.vi.ts'
import { interfaceVi } from './interface.vi.ts'
import { mailVi } from './mail.vi.ts'
import { meetingVi } from './meeting.vi.ts'
import { minutesVi } from './minutes.vi.ts'
import { notesVi } from './notes.vi.ts'
import { officeVi } from './office.vi.ts'
import { officeMeetingVi } from './office-meeting.vi.ts'
import { paperVi } from './paper.vi.ts'
import { paperVoteVi } from './paper-vote.vi.ts'
import { pointsVi } from './points.vi.ts'
import { presentingVi } from './presenting.vi.ts'
import { programVi } from './program.vi.ts'
import { receiptsVi } from './receipts.vi.ts'
import { restoreVi } from './restore.vi.ts'
import { returnedVi } from './returned.vi.ts'
import { roomVi } from './room.vi.ts'
import { rulingVi } from './ruling.vi.ts'
import { searchVi } from './search.vi.ts'
import { serverErrorVi } from './server-error.vi.ts'
import { sessionVi } from './session.vi.ts'
import { statisticsVi } from './statistics.vi.ts'
import { storageVi } from './storage.vi.ts'
import { tallyVi } from './tally.vi.ts'
import { taskFilesVi } from './task-files.vi.ts'
import { taskImportVi } from './task-import.vi.ts'
import { taskViewsVi } from './task-views.vi.ts'
import { tasksVi } from './tasks.vi.ts'
import { trailVi } from './trail.vi.ts'
import { triageVi } from './triage.vi.ts'
import { unitsVi } from './units.vi.ts'
import { urgingVi } from './urging.vi.ts'
import { viewerVi } from './viewer.vi.ts'

/** One entry an area; each area has a file in each language, and a key is written `area.name`. */
export const vietnamese = {
  interface: interfaceVi,
  frame: frameVi,
  agencies: agenciesVi,
  answer: answerVi,
  ballot: ballotVi,
  changes: changesVi,
  entry: entryVi,
  mail: mailVi,
  meeting: meetingVi,
  minutes: minutesVi,
  paper: paperVi,
  paperVote: paperVoteVi,
  points: pointsVi,
  presenting: presentingVi,
  program: programVi,
  receipts: receiptsVi,
  restore: restoreVi,
  returned: returnedVi,
  search: searchVi,
  serverError: serverErrorVi,
  session: sessionVi,
  room: roomVi,
  statistics: statisticsVi,
  storage: storageVi,
  tally: tallyVi,
  taskImport: taskImportVi,
  trail: trailVi,
  extension: extensionVi,
  units: unitsVi,
  urging: urgingVi,
  tasks: tasksVi,
  taskViews: taskViewsVi,
  taskFiles: taskFilesVi,
  deskNews: deskNewsVi,
  triage: triageVi,
  archive: archiveVi,
  authority: authorityVi,
  desk: deskVi,
  editor: editorVi,
  office: officeVi,
  afterMeeting: afterMeetingVi,
  agenda: agendaVi,
  officeMeeting: officeMeetingVi,
  ruling: rulingVi,
  devices: devicesVi,
  directives: directivesVi,
  directory: directoryVi,
  viewer: viewerVi,
  notes: notesVi,
} as const
