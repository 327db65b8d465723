import { files, postsByPerson } from '../../app/testing/test-office.ts'

/**
 * The expected answers are written by hand. Everybody who is not named under `may` gets 404; a session without a device
 * gets 403 where a device is needed; without a session 401. `gets` is what those get who pass: 400 where the crawl sends
 * nothing that makes sense.
 */
export type ExpectedAnswer = {
  route: string
  path?: string
  may: string[] | 'everybody' | 'anybody'
  gets: number
  device?: false
}

export const everybody = Object.keys(postsByPerson).filter((id) => id !== 'former')
const officers = ['handler', 'secretary', 'head']
const uploaders = [...officers, 'clerk', 'other-clerk']

export const expectedAnswers: ExpectedAnswer[] = [
  { route: 'GET /api/health', may: 'anybody', gets: 200 },
  { route: 'GET /api/keys', may: 'anybody', gets: 200 },
  { route: 'POST /api/session', may: 'anybody', gets: 415 },
  { route: 'GET /api/session/challenge', may: 'anybody', gets: 200 },
  { route: 'POST /api/session/device', may: 'anybody', gets: 415 },
  { route: 'GET /api/session', may: 'everybody', gets: 200, device: false },
  { route: 'DELETE /api/session', may: 'anybody', gets: 204 },
  { route: 'DELETE /api/site-data', may: 'anybody', gets: 204 },
  { route: 'POST /api/devices', may: 'everybody', gets: 415, device: false },
  { route: 'POST /api/devices/codes', may: [...officers, 'admin', 'admin-minister'], gets: 415 },
  { route: 'GET /api/mail', may: ['admin', 'admin-minister'], gets: 200 },
  { route: 'POST /api/mail/addresses', may: ['admin', 'admin-minister'], gets: 415 },
  { route: 'POST /api/mail/test', may: ['admin', 'admin-minister'], gets: 415 },
  { route: 'POST /api/mail/again', may: ['admin', 'admin-minister'], gets: 415 },
  { route: 'GET /api/devices/:id/order', path: '/api/devices/device-head/order', may: 'anybody', gets: 200 },
  { route: 'GET /api/feed', may: 'everybody', gets: 400 },
  { route: 'GET /api/feed', path: '/api/feed?epoch=0&after=-1&tree=0', may: 'everybody', gets: 200 },
  { route: 'GET /api/restore', may: [...officers, 'auditor'], gets: 200 },
  { route: 'POST /api/restore/leaves', may: 'everybody', gets: 415 },
  { route: 'POST /api/acts', may: 'anybody', gets: 415 },
  { route: 'GET /api/ledger', path: '/api/ledger?from=0', may: ['auditor'], gets: 200 },
  {
    route: 'GET /api/statistics',
    path: '/api/statistics?from=2026-01-01&to=2026-12-31',
    may: [...officers, 'prime-minister', 'deputy'],
    gets: 200,
  },
  {
    route: 'GET /api/statistics/export',
    path: '/api/statistics/export?from=2026-01-01&to=2026-12-31&format=csv',
    may: [...officers, 'prime-minister', 'deputy'],
    gets: 400,
  },
  { route: 'GET /api/points', may: ['clerk', 'other-clerk'], gets: 200 },
  {
    route: 'POST /api/directives/search',
    may: [...officers, 'prime-minister', 'deputy', 'minister', 'clerk', 'other-clerk'],
    gets: 415,
  },
  { route: 'GET /api/task-template', may: officers, gets: 200 },
  {
    route: 'GET /api/task-imports/:hash',
    path: `/api/task-imports/${files.loose}`,
    may: officers,
    gets: 400,
  },
  {
    route: 'GET /api/task-imports/:hash/progress',
    path: `/api/task-imports/${files.loose}/progress`,
    may: officers,
    gets: 200,
  },
  { route: 'POST /api/uploads', may: uploaders, gets: 415 },
  { route: 'GET /api/uploads/:hash', path: `/api/uploads/${files.loose}`, may: officers, gets: 200 },
  {
    route: 'GET /api/uploads/:hash/intake',
    path: `/api/uploads/${files.loose}/intake`,
    may: officers,
    gets: 200,
  },
  {
    route: 'POST /api/uploads/:hash/intake',
    path: `/api/uploads/${files.loose}/intake`,
    may: officers,
    gets: 200,
  },
  {
    route: 'PUT /api/uploads/:hash',
    path: `/api/uploads/${files.loose}?offset=0`,
    may: uploaders,
    gets: 415,
  },
  {
    route: 'POST /api/uploads/:hash/finish',
    path: `/api/uploads/${files.loose}/finish`,
    may: uploaders,
    gets: 200,
  },
  {
    route: 'POST /api/tasks/:task/files/:hash',
    path: `/api/tasks/none/files/${files.loose}`,
    may: [],
    gets: 200,
  },
  {
    route: 'GET /api/documents/:hash',
    path: `/api/documents/${files.issued}`,
    may: ['prime-minister', 'deputy', 'minister', 'handler', 'head', 'clerk'],
    gets: 200,
  },
  {
    route: 'GET /api/documents/:hash',
    path: `/api/documents/${files.draft}`,
    may: ['handler', 'head'],
    gets: 200,
  },
  { route: 'GET /api/documents/:hash', path: `/api/documents/${files.loose}`, may: [], gets: 200 },
  { route: 'GET /api/documents/:hash', path: `/api/documents/${'0'.repeat(64)}`, may: [], gets: 200 },
  { route: 'GET /api/documents/:hash', path: '/api/documents/..%2f..%2fetc', may: [], gets: 200 },
  {
    route: 'GET /api/ballots/:id/bundle',
    path: '/api/ballots/closed/bundle',
    may: ['handler', 'head', 'auditor'],
    gets: 200,
  },
  { route: 'GET /api/ballots/:id/bundle', path: '/api/ballots/issued/bundle', may: [], gets: 200 },
  { route: 'GET /api/ballots/:id/bundle', path: '/api/ballots/draft/bundle', may: [], gets: 200 },
  { route: 'GET /api/ballots/:id/bundle', path: '/api/ballots/none/bundle', may: [], gets: 200 },
  { route: 'GET /api/ballots/:id/bundle', path: '/api/ballots/%00/bundle', may: [], gets: 200 },
  {
    route: 'GET /api/meetings/:id/bundle',
    path: '/api/meetings/concluded/bundle',
    may: ['handler', 'head'],
    gets: 200,
  },
  { route: 'GET /api/meetings/:id/bundle', path: '/api/meetings/held/bundle', may: [], gets: 200 },
  { route: 'GET /api/meetings/:id/bundle', path: '/api/meetings/none/bundle', may: [], gets: 200 },
  { route: 'GET /api/meetings/:id/bundle', path: '/api/meetings/%00/bundle', may: [], gets: 200 },
  {
    route: 'GET /api/ballots/:id/report',
    path: '/api/ballots/closed/report?format=odt',
    may: ['handler', 'head'],
    gets: 400,
  },
  { route: 'GET /api/ballots/:id/report', path: '/api/ballots/issued/report?format=pdf', may: [], gets: 200 },
  { route: 'GET /api/ballots/:id/report', path: '/api/ballots/none/report?format=pdf', may: [], gets: 200 },
  {
    route: 'GET /api/meetings/:id/invitation',
    path: '/api/meetings/planned/invitation',
    may: ['handler', 'head'],
    gets: 400,
  },
  {
    route: 'GET /api/meetings/:id/notice',
    path: '/api/meetings/held/notice',
    may: ['handler', 'head', 'prime-minister'],
    gets: 400,
  },
  {
    route: 'GET /api/meetings/:id/notice',
    path: '/api/meetings/concluded/notice?format=odt',
    may: ['prime-minister', 'deputy', 'minister', 'handler', 'head'],
    gets: 400,
  },
  { route: 'GET /api/meetings/:id/notice', path: '/api/meetings/none/notice?format=pdf', may: [], gets: 200 },
  {
    route: 'GET /api/meetings/:id/minutes',
    path: '/api/meetings/held/minutes',
    may: ['handler', 'head', 'prime-minister'],
    gets: 400,
  },
  { route: 'GET /api/meetings/:id/minutes', path: '/api/meetings/none/minutes', may: [], gets: 200 },
  { route: 'GET /api/meetings/:id/invitation', path: '/api/meetings/none/invitation', may: [], gets: 200 },
  { route: 'GET /api/tasks/export', path: '/api/tasks/export?format=csv', may: 'everybody', gets: 400 },
  // A token opens it, and no session.
  { route: 'GET /api/room-screens/:id', path: '/api/room-screens/planned', may: 'anybody', gets: 404 },
]
