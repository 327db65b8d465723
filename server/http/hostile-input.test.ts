import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { files } from '../app/testing/test-office.ts'
import { routes } from './routes.ts'
import { createTestHttp, type TestHttp } from './testing/test-http.ts'

let http: TestHttp
let handler: string
beforeAll(async () => {
  http = await createTestHttp()
  handler = await http.office.cookieOf('handler', true)
})
afterAll(() => http.stop())

const errors = (text: string) => http.office.logged.filter(({ level }) => level === 'error').map(() => text)

/** What answers a request that no client library would send. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(http.port, '127.0.0.1', () => socket.write(text))
    let got = ''
    socket.setEncoding('latin1')
    socket.on('data', (piece: string) => {
      got += piece
    })
    socket.on('close', () => resolve(got))
    socket.on('error', reject)
  })

const json = 'application/json'
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('bodies', () => {
  it.each<[string, number, string, string | Uint8Array]>([
    ['nothing', 400, json, ''],
    ['no JSON', 400, json, '{account:'],
    ['an array', 400, json, '[]'],
    ['deeper than anything needs', 400, json, `{"account":${nested(5)}}`],
    ['as deep as it fits', 400, json, nested(3000)],
    ['bytes that are no UTF-8', 400, json, Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d)],
    ['a lone surrogate', 403, json, '{"account":"\\ud800","password":"x"}'],
    ['a NUL', 403, json, '{"account":"a\\u0000b","password":"x"}'],
    ['a surplus field', 400, json, '{"account":"a","password":"b","admin":true}'],
    ['__proto__', 400, json, '{"account":"a","password":"b","__proto__":{"isAdmin":true}}'],
    ['wrong kinds', 400, json, '{"account":{"$ne":null},"password":["x"]}'],
    ['more than allowed', 413, json, `{"account":"${'a'.repeat(9000)}"}`],
    ['another type', 415, 'text/plain', '{"account":"a","password":"b"}'],
    ['a form', 415, 'application/x-www-form-urlencoded', 'account=a&password=b'],
    ['another character set', 415, 'application/json; charset=utf-16', '{}'],
  ])('[O6] %s: %i', async (_name, status, type, body) => {
    const sent = typeof body === 'string' ? body : Buffer.from(body)
    const answer = await http.ask('POST', '/api/session', { body: sent, headers: { 'Content-Type': type } })
    expect([answer.status, Object.keys(Object(answer.json))]).toEqual([status, ['error']])
    expect(Reflect.get({}, 'isAdmin')).toBe(undefined)
    expect(errors('none')).toEqual([])
  })

  it('[O6] a compressed body is refused, whatever it would become', async () => {
    const headers = { 'Content-Type': json, 'Content-Encoding': 'gzip' }
    const answer = await http.ask('POST', '/api/session', { body: 'x', headers })
    expect(answer.status).toBe(415)
  })

  it('[O6] a body of unknown length is cut where its limit is', async () => {
    const piece = 'a'.repeat(4000)
    const chunk = `${piece.length.toString(16)}\r\n${piece}\r\n`
    const head = `POST /api/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ${json}\r\nTransfer-Encoding: chunked\r\n\r\n`
    expect(await raw(`${head}${chunk.repeat(4)}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('[O6] a body where none belongs is refused', async () => {
    const answer = await http.ask('DELETE', '/api/session', { json: {} })
    expect(answer.status).toBe(400)
  })
})

describe('requests', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    [
      'two lengths',
      'POST /api/acts HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    [
      'length and chunks',
      'POST /api/acts HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['no host', 'GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    [
      'an expectation',
      'GET /api/nothing HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nConnection: close\r\n\r\n',
      404,
    ],
    ['huge headers', `GET /api/health HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 400],
    [
      'a path that is no URI',
      'GET /api/documents/%ff%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      400,
    ],
    ['a way up', 'GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 404],
    ['a method of nobody', 'PROPFIND /api/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
    [
      'a whole address',
      'GET http://evil.example/api/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      404,
    ],
    ['a host with a line', 'GET /api/nothing HTTP/1.1\r\nHost: x y;\r\nConnection: close\r\n\r\n', 404],
  ])('[O6] %s', async (_name, text, status) => {
    const answer = await raw(text)
    expect(answer.slice(0, 13)).toBe(`HTTP/1.1 ${status} `)
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'")
    expect(answer).not.toMatch(/at .*\.ts|node_modules/)
  })

  it('[O6] a question asked twice is not guessed at', async () => {
    const answer = await http.ask('GET', '/api/feed?epoch=0&after=0&tree=0&tree=5', { cookie: handler })
    expect([answer.status, answer.json]).toEqual([400, { error: { kind: 'malformed' } }])
  })

  it('[O3] cookies that are none, or two, open nothing', async () => {
    const cookies = [
      '',
      '=',
      ';;;',
      '__Host-session=',
      `__Host-session=${'0'.repeat(64)}`,
      `${handler}; ${handler}`,
    ]
    for (const cookie of [...cookies, handler.toUpperCase()]) {
      expect((await http.ask('GET', '/api/session', { cookie })).status).toBe(401)
    }
    expect((await http.ask('GET', '/api/session', { cookie: handler })).status).toBe(200)
  })
})

describe('one site', () => {
  const sign = { json: { account: 'head', password: 'right head' } }
  it.each<[string, Record<string, string>, number]>([
    ['our page', { 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a page of a sister site', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['no page at all', { 'Sec-Fetch-Site': 'none' }, 403],
  ])('[O3] %s', async (_name, headers, status) => {
    expect((await http.ask('POST', '/api/session', { ...sign, headers })).status).toBe(status)
  })

  it.each([
    ['an old browser, our page', `Origin: http://x\r\nCookie: a=b\r\n`, 204],
    ['an old browser, a strange page', `Origin: http://evil.example\r\n`, 403],
    ['a page without an origin', `Origin: null\r\n`, 403],
    ['another system, without a cookie', '', 204],
    ['nobody known, with a cookie', 'Cookie: a=b\r\n', 403],
  ])('[O3] %s', async (_name, headers, status) => {
    const answer = await raw(`DELETE /api/session HTTP/1.1\r\nHost: x\r\n${headers}Connection: close\r\n\r\n`)
    expect(answer.slice(0, 13)).toBe(`HTTP/1.1 ${status} `)
  })

  it('[O3] reading across sites is refused too', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' }
    expect((await http.ask('GET', '/api/session', { cookie: handler, headers })).status).toBe(403)
  })
})

describe('fuzz', () => {
  const parts = [
    '',
    '/',
    '..',
    '%2e%2e',
    '%00',
    'ệ',
    ':id',
    '*',
    'x'.repeat(300),
    files.issued,
    'null',
    '-1',
    '1e99',
  ]
  const value = fc.oneof(
    fc.json({ maxDepth: 6 }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('{', '"\\u', 'NaN', '-'),
  )
  const type = fc.constantFrom(json, 'application/octet-stream', 'text/html', 'multipart/form-data', '')

  it('[O6] nothing that is sent brings an answer of 5xx, a stack or a changed state', async () => {
    const before = await http.office.database.ledger.read.head()
    const table = routes(http.office.desk).filter(
      ({ path }) => path !== '/api/session' && path !== '/api/health',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...table),
        fc.constantFrom(...parts),
        fc.dictionary(
          fc.constantFrom('epoch', 'after', 'tree', 'from', 'limit', 'offset', '__proto__'),
          fc.string(),
        ),
        value,
        type,
        fc.boolean(),
        async (route, part, query, body, contentType, isKnown) => {
          const path = `${route.path.replace(/:\w+/, encodeURIComponent(part))}?${new URLSearchParams(query)}`
          const answer = await http.ask(route.method, path, {
            ...(route.method === 'GET' ? {} : { body }),
            ...(isKnown ? { cookie: handler } : {}),
            headers: { 'Content-Type': contentType, Range: body.replace(/[^\x20-\x7e]/g, '').slice(0, 50) },
          })
          expect(answer.status).toBeLessThan(500)
          expect(answer.text).not.toMatch(/\.ts:|node_modules/)
        },
      ),
      { numRuns: 500, seed: 20260302 },
    )
    expect(errors('none')).toEqual([])
    expect(await http.office.database.ledger.read.head()).toEqual(before)
  })
})
