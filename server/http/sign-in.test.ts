import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { utf8 } from '../../shared/lib/bytes.ts'
import { enrolmentText, sessionText } from '../../shared/protocol/api.ts'
import { DatabaseSilent } from '../app/database-silent.ts'
import { device, files, makeTestKey, startAt, testCrypto } from '../app/testing/test-office.ts'
import { cookieIn, createTestHttp, type TestHttp } from './testing/test-http.ts'

let http: TestHttp
beforeAll(async () => {
  http = await createTestHttp()
})
afterAll(() => http.stop())

const signIn = (account: string, cookie = '') =>
  http.ask('POST', '/api/session', { cookie, json: { account, password: `right ${account}` } })

it('[O3, O5] from password over code to device, sign-out, and back in by the key', async () => {
  const signed = await signIn('secretary')
  expect(signed.json).toEqual({
    person: 'secretary',
    device: null,
    expiresAt: startAt + 43_200_000,
    now: startAt,
  })
  const password = cookieIn(signed, '__Host-session')
  expect(
    signed.headers.getSetCookie().every((line) => /; Secure; HttpOnly; SameSite=Strict$/.test(line)),
  ).toBe(true)

  const handed = await http.ask('POST', '/api/devices/codes', {
    cookie: await http.office.cookieOf('admin', true),
    json: { person: 'secretary' },
  })
  const key = await makeTestKey()
  const id = device('tablet-of-secretary')
  const enrolled = await http.ask('POST', '/api/devices', {
    cookie: password,
    json: {
      code: Reflect.get(Object(handed.json), 'code'),
      device: id,
      label: 'Máy tính bảng',
      publicKey: key.publicKey,
      sig: await key.sign(utf8(enrolmentText(id, key.publicKey))),
    },
  })
  expect([enrolled.status, enrolled.json]).toEqual([200, { state: 'active', keys: testCrypto.keys }])
  const cookie = cookieIn(enrolled, '__Host-session')
  expect((await http.ask('GET', '/api/session', { cookie })).json).toMatchObject({ device: id })
  expect((await http.ask('GET', '/api/session', { cookie: password })).status).toBe(401)

  const out = await http.ask('DELETE', '/api/session', { cookie })
  expect([out.status, out.headers.getSetCookie()]).toEqual([
    204,
    ['__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict'],
  ])
  expect((await http.ask('GET', '/api/session', { cookie })).status).toBe(401)
  expect(http.office.rejudged).toEqual(['secretary'])

  const challenge = await http.ask('GET', '/api/session/challenge')
  const nonce = String(Reflect.get(Object(challenge.json), 'nonce'))
  const json = { device: id, nonce, sig: await key.sign(utf8(sessionText(nonce, id))) }
  const back = await http.ask('POST', '/api/session/device', { json })
  expect(back.json).toMatchObject({ person: 'secretary', device: id })
  expect((await http.ask('POST', '/api/session/device', { json })).status).toBe(403)
})

it('[O3] a stranger who floods sign-in from the same address does not shut out a known browser', async () => {
  const mark = cookieIn(await signIn('minister'), '__Host-known')
  const statuses = new Set<number>()
  for (let i = 0; i < 100; i++) {
    const json = { account: `guess ${i}`, password: 'x' }
    statuses.add((await http.ask('POST', '/api/session', { json })).status)
  }
  expect([...statuses].sort()).toEqual([403, 429])
  expect((await signIn('minister')).status).toBe(429)
  expect((await signIn('minister', mark)).status).toBe(200)
})

it('[O3] too many requests of one person are told when to come again', async () => {
  const cookie = await http.office.cookieOf('guest', true)
  let answer = await http.ask('GET', '/api/session', { cookie })
  for (let i = 0; i < 130 && answer.status === 200; i++)
    answer = await http.ask('GET', '/api/session', { cookie })
  expect([answer.status, answer.json]).toEqual([
    429,
    { error: { kind: 'too-many-requests', retryAfterMs: 500 } },
  ])
  expect(answer.headers.get('retry-after')).toBe('1')
  expect(
    (await http.ask('GET', '/api/session', { cookie: await http.office.cookieOf('head', true) })).status,
  ).toBe(200)
})

it('[O6] acts that are none are answered one by one, in their order', async () => {
  const id = (name: string) => name.padEnd(22, '-')
  const acts = [
    { id: id('not-base64'), sealed: '*' },
    { id: id('garbage'), sealed: 'AAAA' },
    { id: id('not-canonical'), sealed: 'AAB=' },
  ]
  const answer = await http.ask('POST', '/api/acts', { json: { acts } })
  expect([answer.status, answer.json]).toEqual([
    200,
    { outcomes: acts.map((act) => ({ kind: 'rejected', id: act.id, reason: 'malformed' })) },
  ])
})

it('[O4] the auditor reads every leaf under a checkpoint, page by page', async () => {
  const cookie = await http.office.cookieOf('auditor', true)
  const { size } = await http.office.database.ledger.read.head()
  const leaves: unknown[] = []
  for (let from = 0; from < size; from += 7) {
    const { json } = await http.ask('GET', `/api/ledger?from=${from}&limit=7`, { cookie })
    leaves.push(...Object(json).leaves)
  }
  const stored = await http.office.database.ledger.read.leavesFrom(0, size)
  expect(leaves).toEqual(stored.map(({ text }) => text))
  expect((await http.ask('GET', '/api/ledger?from=0&limit=100000', { cookie })).status).toBe(400)
})

it.each([
  ['database-silent', 503, { kind: 'database-silent' }],
  ['storage-full', 429, { kind: 'storage-full', retryAfterMs: 60_000 }],
] as const)(
  '[O6] %s: what was good is to be sent again later, and nothing is told of the machine',
  async (kind, status, error) => {
    const { blobs } = http.office.database
    const { state } = blobs
    blobs.state = async () => {
      throw new DatabaseSilent(kind, new Error('no space on disk one'))
    }
    const cookie = await http.office.cookieOf('head', true)
    const answer = await http.ask('GET', `/api/documents/${files.issued}`, { cookie })
    blobs.state = state
    expect([answer.status, answer.json]).toEqual([status, { error }])
    expect(answer.headers.get('retry-after')).not.toBeNull()
    expect(http.office.logged.at(-1)).toMatchObject({ level: 'warn', event: 'database-silent' })
  },
)

it('[O6] a broken machine is an answer with an id, a log line with the reason, and no stack', async () => {
  const { blobs } = http.office.database
  const { state } = blobs
  blobs.state = async () => {
    throw new Error('the disk is gone')
  }
  const cookie = await http.office.cookieOf('head', true)
  const answer = await http.ask('GET', `/api/documents/${files.issued}`, { cookie })
  blobs.state = state
  expect(answer.status).toBe(500)
  expect(answer.text).not.toContain('disk')
  const line = http.office.logged.findLast(({ event }) => event === 'request-failed')
  expect(answer.json).toEqual({ error: { kind: 'internal', id: line?.facts['id'] } })
  expect(line?.facts['stack']).toContain('the disk is gone')
})

it('[O6] a client that goes away in the middle of its request is no error of ours', async () => {
  http.office.logged.length = 0
  await new Promise<void>((resolve) => {
    const socket = connect(http.port, '127.0.0.1', () => {
      const head =
        'POST /api/acts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{'
      socket.write(head, () => socket.resetAndDestroy())
    })
    socket.on('close', () => resolve())
  })
  expect((await http.ask('GET', '/api/health')).status).toBe(200)
  expect(http.office.logged.filter(({ level }) => level === 'error')).toEqual([])
})
