import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseBundle } from '../../shared/bundle/bundle.ts'
import { files } from '../app/testing/test-office.ts'
import { guarded, noBody } from './route.ts'
import { routes } from './routes.ts'
import { closeBallot, planMeetings } from './testing/decided-matters.ts'
import { type ExpectedAnswer, everybody, expectedAnswers } from './testing/expected-answers.ts'
import { createTestHttp, type TestHttp } from './testing/test-http.ts'

let http: TestHttp
beforeAll(async () => {
  http = await createTestHttp()
  await closeBallot(http.office)
  await planMeetings(http.office)
})
afterAll(() => http.stop())

const splitRoute = ({ route, path }: ExpectedAnswer) => {
  const [method = '', pattern = ''] = route.split(' ')
  return { method, path: path ?? pattern }
}

const statusFor = ({ may, gets }: ExpectedAnswer, id: string): number =>
  may === 'anybody' || may === 'everybody' || may.includes(id) ? gets : 404

describe('crawl of every route as everybody', () => {
  it('[O3] the table written by hand names every route', () => {
    const declared = routes(http.office.desk).map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(expectedAnswers.map(({ route }) => route))].sort()).toEqual([...declared].sort())
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

  it.each(expectedAnswers)('[O3, D2] $route $path', async (expected) => {
    const { method, path } = splitRoute(expected)
    const got: Record<string, number> = {}
    const wanted: Record<string, number> = {}
    for (const id of everybody) {
      got[id] = (await http.ask(method, path, { cookie: await http.office.cookieOf(id, true) })).status
      wanted[id] = statusFor(expected, id)
    }
    expect(got).toEqual(wanted)
  })

  it.each(expectedAnswers)(
    '[O3, O5] $route $path by a password alone, signed out, out of post',
    async (expected) => {
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
    },
  )
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
