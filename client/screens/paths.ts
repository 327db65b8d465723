import type { BallotId } from '../../shared/domain/id.ts'

/** Every address of the program; they hold opaque ids alone (trust.md, "Nothing readable elsewhere"). */
export const paths = {
  home: '/',
  ballots: '/ballots',
  ballot: (id: BallotId) => `/ballots/${id}`,
  receipts: '/receipts',
  search: '/search',
  searchIn: (id: BallotId) => `/search?in=${id}`,
  storage: '/storage',
  devices: '/devices',
  desk: '/desk',
  deskBallots: '/desk/ballots',
  deskNew: '/desk/new',
  deskRestore: '/desk/restore',
  deskBallot: (id: BallotId) => `/desk/ballots/${id}`,
  deskEdit: (id: BallotId) => `/desk/ballots/${id}/edit`,
  ledger: '/ledger',
  people: '/people',
  agency: '/agency',
} as const
