import type { DossierId } from '../../shared/domain/dossier.ts'
import type { AgendaItemId, BallotId, MeetingId } from '../../shared/domain/id.ts'

/** Every address of the program; they hold opaque ids alone (trust.md, "Nothing readable elsewhere"). */
export const paths = {
  home: '/',
  ballots: '/ballots',
  ballot: (id: BallotId) => `/ballots/${id}`,
  meetings: '/meetings',
  meeting: (id: MeetingId) => `/meetings/${id}`,
  console: (id: MeetingId) => `/meetings/${id}/console`,
  meetingItem: (id: MeetingId, item: AgendaItemId) => `/meetings/${id}/${item}`,
  receipts: '/receipts',
  search: '/search',
  searchIn: (id: DossierId) => `/search?in=${encodeURIComponent(id)}`,
  storage: '/storage',
  devices: '/devices',
  desk: '/desk',
  deskBallots: '/desk/ballots',
  deskNew: '/desk/new',
  deskRestore: '/desk/restore',
  deskBallot: (id: BallotId) => `/desk/ballots/${id}`,
  deskEdit: (id: BallotId) => `/desk/ballots/${id}/edit`,
  deskMeetings: '/desk/meetings',
  deskMeetingNew: '/desk/meetings/new',
  deskMeeting: (id: MeetingId) => `/desk/meetings/${id}`,
  deskMeetingEdit: (id: MeetingId) => `/desk/meetings/${id}/edit`,
  ledger: '/ledger',
  people: '/people',
  agency: '/agency',
} as const
