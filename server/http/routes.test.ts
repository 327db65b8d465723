import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseBundle } from '../../shared/bundle/bundle.ts'
import { files, postsByPerson } from '../app/testing/test-office.ts'
import { guarded, noBody } from './route.ts'
import { routes } from './routes.ts'
import { closeBallot, planMeetings } from './testing/decided-matters.ts'
import { createTestHttp, type TestHttp } from './testing/test-http.ts'

/**
 * The expected answers are written by hand. Everybody who is not named under `may` gets 404; a session without a device
 * gets 403 where a device is needed; without a session 401. `gets` is what those get who pass: 400 where the crawl sends
 * nothing that makes sense.
 */
type Expected = {
  route: string
  path?: string
  may: string[] | 'everybody' | 'anybody'
  gets: number
  device?: false
}

const everybody = Object.keys(postsByPerson).filter((id) => id !== 'former')
const officers = ['handler', 'secretary', 'head']
const uploaders = [...officers, 'clerk', 'other-clerk']

const table: Expected[] = [
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

let http: TestHttp
beforeAll(async () => {
  http = await createTestHttp()
  await closeBallot(http.office)
  await planMeetings(http.office)
})
afterAll(() => http.stop())

const splitRoute = ({ route, path }: Expected) => {
  const [method = '', pattern = ''] = route.split(' ')
  return { method, path: path ?? pattern }
}

const statusFor = ({ may, gets }: Expected, id: string): number =>
  may === 'anybody' || may === 'everybody' || may.includes(id) ? gets : 404

describe('crawl of every route as everybody', () => {
  it('[O3] the table written by hand names every route', () => {
    const declared = routes(http.office.desk).map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(table.map(({ route }) => route))].sort()).toEqual([...declared].sort())
  })

  it('[O3] every public route says why it is', () => {
    const open = routes(http.office.desk).flatMap((route) => (route.access === 'public' ? [route] : []))
    expect(open.filter(({ because }) => because.length < 20)).toEqual([])
  })

  it('[O3] a route without an action, or that asks about another, does not compile', () => {
    const rest = { method: 'GET', path: '/', rate: { perMinute: 1, burst: 1 }, body: noBody } as const
    const more = {
      ...rest,
      device: 'needed',
      handle: async () => ({ kind: 'empty', status: 204, headers: {} }),
    } as const
    // @ts-expect-error no access
    guarded({ ...more, ask: async () => [] })
    // @ts-expect-error another action
    guarded({ ...more, access: 'read-ledger', ask: async () => [{ action: 'open-news' }] })
    expect(true).toBe(true)
  })

  it.each(table)('[O3, D2] $route $path', async (expected) => {
    const { method, path } = splitRoute(expected)
    const got: Record<string, number> = {}
    const wanted: Record<string, number> = {}
    for (const id of everybody) {
      got[id] = (await http.ask(method, path, { cookie: await http.office.cookieOf(id, true) })).status
      wanted[id] = statusFor(expected, id)
    }
    expect(got).toEqual(wanted)
  })

  it.each(table)('[O3, O5] $route $path by a password alone, signed out, out of post', async (expected) => {
    const { method, path } = splitRoute(expected)
    const isOpen = expected.may === 'anybody'
    const password = await http.ask(method, path, { cookie: await http.office.cookieOf('head', false) })
    const former = await http.ask(method, path, { cookie: await http.office.cookieOf('former', true) })
    const nobody = await http.ask(method, path)
    expect([password.status, former.status, nobody.status]).toEqual([
      isOpen || expected.device === false ? expected.gets : 403,
      isOpen ? expected.gets : 401,
      isOpen ? expected.gets : 401,
    ])
  })
})

it('[D2] a bundle that is not there, not closed or not theirs answers alike, byte for byte', async () => {
  const asked = [
    ['secretary', 'closed'],
    ['minister', 'closed'],
    ['admin', 'closed'],
    ['handler', 'issued'],
    ['handler', 'none'],
    ['auditor', '%00'],
  ] as const
  const answers = await Promise.all(
    asked.map(async ([id, ballot]) => {
      const cookie = await http.office.cookieOf(id, true)
      const { status, headers, text } = await http.ask('GET', `/api/ballots/${ballot}/bundle`, { cookie })
      return { status, text, headers: [...headers].filter(([name]) => name !== 'date') }
    }),
  )
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ status: 404, text: '{"error":{"kind":"not-found"}}' })
})

it('[O3, B11] the Office gets a bundle with its texts, the auditor the same leaves without', async () => {
  const bundleOf = async (id: string) => {
    const cookie = await http.office.cookieOf(id, true)
    return parseBundle((await http.ask('GET', '/api/ballots/closed/bundle', { cookie })).text)
  }
  const [office, auditor] = [await bundleOf('handler'), await bundleOf('auditor')]
  expect([office?.openings, auditor?.openings]).toEqual([[], null])
  expect(auditor?.leaves).toEqual(office?.leaves)
})

it('[D2] absent, forbidden and malformed answer alike, byte for byte', async () => {
  const cookie = await http.office.cookieOf('secretary', true)
  const paths = [files.issued, files.draft, files.loose, '1'.repeat(64), 'x', '%00'].map(
    (id) => `/api/documents/${id}`,
  )
  const answers = await Promise.all(
    paths.map(async (path) => {
      const { status, headers, text } = await http.ask('GET', path, { cookie })
      return { status, text, headers: [...headers].filter(([name]) => name !== 'date') }
    }),
  )
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ status: 404, text: '{"error":{"kind":"not-found"}}' })
})

it('[O6] an unknown address and a wrong method are said, not served', async () => {
  const unknown = await http.ask('GET', '/api/nothing')
  const wrong = await http.ask('PUT', '/api/session')
  expect([unknown.status, unknown.json]).toEqual([404, { error: { kind: 'not-found' } }])
  expect([wrong.status, wrong.json]).toEqual([405, { error: { kind: 'method-not-allowed' } }])
  expect(wrong.headers.get('allow')).toBe('POST, GET, DELETE')
})

it('[O3] a request is logged with who, what, object and verdict', async () => {
  http.office.logged.length = 0
  await http.ask('GET', `/api/documents/${files.draft}`, {
    cookie: await http.office.cookieOf('guest', true),
  })
  expect(http.office.logged).toEqual([
    {
      level: 'info',
      event: 'request',
      facts: {
        person: 'guest',
        device: 'device-guest',
        address: '127.0.0.1',
        action: 'read-document, read-agenda-item, read-paper-vote, read-task',
        method: 'GET',
        path: '/api/documents/:hash',
        hash: files.draft,
        status: 404,
        verdict: 'not-found',
      },
    },
  ])
})
