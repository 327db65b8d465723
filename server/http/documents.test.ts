import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { utf8 } from '../../shared/lib/bytes.ts'
import { fail, ok } from '../../shared/lib/result.ts'
import { chunkBytes, uploadMaxBytes } from '../../shared/protocol/api.ts'
import { fileHash, files, startAt } from '../app/testing/test-office.ts'
import { parseByteRange } from './byte-range.ts'
import { createTestHttp, type TestHttp } from './testing/test-http.ts'

let http: TestHttp
let handler: string
let whileChecking = async (): Promise<unknown> => undefined
beforeAll(async () => {
  http = await createTestHttp({
    checkFile: async (bytes) => {
      await whileChecking()
      return bytes[0] === 0x25 ? ok({ pages: 3 }) : fail({ kind: 'not-a-pdf' })
    },
  })
  handler = await http.office.cookieOf('handler', true)
})
afterAll(() => http.stop())

const octets = { 'Content-Type': 'application/octet-stream' }
const begin = (hash: string, size: number) =>
  http.ask('POST', '/api/uploads', { cookie: handler, json: { hash, size } })
const put = (hash: string, offset: number, bytes: Uint8Array) =>
  http.ask('PUT', `/api/uploads/${hash}?offset=${offset}`, {
    cookie: handler,
    body: Buffer.from(bytes),
    headers: octets,
  })
const finish = (hash: string) => http.ask('POST', `/api/uploads/${hash}/finish`, { cookie: handler })
const kinds = (answer: { status: number; json: unknown }) => [answer.status, answer.json]

describe('uploads', () => {
  it('[D4] are resumed where they were cut, checked, and then ready', async () => {
    const text = '%PDF-1.7 một hai ba'
    const bytes = utf8(text)
    const hash = fileHash(text)
    const size = bytes.length
    expect(kinds(await begin(hash, size))).toEqual([200, { kind: 'receiving', received: 0, size }])
    expect(kinds(await put(hash, 0, bytes.slice(0, 8)))).toEqual([
      200,
      { kind: 'receiving', received: 8, size },
    ])
    expect(kinds(await begin(hash, size))).toEqual([200, { kind: 'receiving', received: 8, size }])
    const again = { error: { kind: 'wrong-offset', received: 8, size } }
    expect(kinds(await put(hash, 0, bytes.slice(0, 8)))).toEqual([409, again])
    expect(kinds(await put(hash, 9, bytes.slice(9)))).toEqual([409, again])
    expect(kinds(await finish(hash))).toEqual([409, again])
    expect(kinds(await put(hash, 8, Buffer.concat([bytes.slice(8), bytes])))).toEqual([409, again])
    expect((await put(hash, 8, bytes.slice(8))).status).toBe(200)
    const ready = { kind: 'ready', pages: 3, size }
    const both = await Promise.all([finish(hash), finish(hash)])
    expect(both.map(kinds)).toEqual([
      [200, ready],
      [200, ready],
    ])
    expect(kinds(await begin(hash, size))).toEqual([200, ready])
  })

  it('[D1] bytes that are not those of the name are forgotten, and can be sent again', async () => {
    const hash = fileHash('%true')
    await begin(hash, 5)
    await put(hash, 0, utf8('%fals'))
    expect(kinds(await finish(hash))).toEqual([422, { error: { kind: 'hash-mismatch' } }])
    expect(kinds(await begin(hash, 5))).toEqual([200, { kind: 'receiving', received: 0, size: 5 }])
  })

  it('[O6] what intake refuses is forgotten, and the reason is said and logged', async () => {
    const hash = fileHash('MZ program')
    await begin(hash, 10)
    await put(hash, 0, utf8('MZ program'))
    const refused = { kind: 'file-refused', reason: { kind: 'not-a-pdf' } }
    expect(kinds(await finish(hash))).toEqual([422, { error: refused }])
    expect((await http.ask('GET', `/api/uploads/${hash}`, { cookie: handler })).status).toBe(404)
    expect(http.office.logged.filter(({ event }) => event === 'upload-refused').at(-1)?.facts).toMatchObject({
      person: 'handler',
      hash,
      ...refused,
    })
  })

  it('[D1] other bytes never come to stand under a name that is just being found right', async () => {
    const text = '%PDF-1.7 bốn năm'
    const hash = fileHash(text)
    const bytes = utf8(text)
    const ready = { kind: 'ready', pages: 3, size: bytes.length }
    await begin(hash, 4)
    await begin(hash, bytes.length)
    await put(hash, 0, bytes)
    const intruder: unknown[] = []
    whileChecking = async () => {
      whileChecking = async () => undefined
      void begin(hash, 5).then((answer) => intruder.push(kinds(answer)))
      await http.ask('GET', `/api/uploads/${hash}`, { cookie: handler })
    }
    expect(kinds(await finish(hash))).toEqual([200, ready])
    expect(kinds(await begin(hash, 6))).toEqual([200, ready])
    expect(intruder).toEqual([[200, ready]])
  })

  it('[O6] sizes and pieces beyond the limits are refused', async () => {
    const hash = fileHash('large')
    const size = 101 * 1024 * 1024
    const tooLarge = { error: { kind: 'file-too-large', size, limit: uploadMaxBytes } }
    expect(kinds(await begin(hash, size))).toEqual([413, tooLarge])
    expect((await http.ask('GET', `/api/uploads/${hash}`, { cookie: handler })).status).toBe(404)
    expect((await put(hash, 0, utf8('x'))).status).toBe(404)
    expect((await put(hash, size, utf8('x'))).status).toBe(400)
    expect((await begin(hash, uploadMaxBytes + 1)).status).toBe(413)
    expect((await begin(hash, 0)).status).toBe(400)
    expect((await begin(hash, 1.5)).status).toBe(400)
    await begin(hash, uploadMaxBytes)
    expect((await put(hash, 0, new Uint8Array(chunkBytes + 1))).status).toBe(413)
    expect((await put(hash, -1, utf8('x'))).status).toBe(400)
    expect((await put(fileHash('never begun'), 0, utf8('x'))).status).toBe(404)
  })

  it('[O6] a person has only so many on their way, and what nobody finishes is forgotten after a day', async () => {
    const cookie = await http.office.cookieOf('secretary', true)
    const begun = async (i: number) =>
      (await http.ask('POST', '/api/uploads', { cookie, json: { hash: fileHash(`n${i}`), size: 1 } })).status
    const statuses: number[] = []
    for (let i = 0; i < 51; i++) statuses.push(await begun(i))
    expect([statuses.slice(0, 50).every((status) => status === 200), statuses[50]]).toEqual([true, 429])
    http.office.pass(25 * 3_600_000)
    expect(await http.office.desk.uploads.sweep()).toBeGreaterThanOrEqual(50)
    const after = await http.office.cookieOf('secretary', true)
    handler = await http.office.cookieOf('handler', true)
    const json = { hash: fileHash('n0'), size: 1 }
    expect((await http.ask('POST', '/api/uploads', { cookie: after, json })).status).toBe(200)
  })
})

describe('reading', () => {
  const read = (headers: Record<string, string>) =>
    http.ask('GET', `/api/documents/${files.issued}`, { cookie: handler, headers })

  it('[D4] gives the whole, named by its hash, for no cache to keep', async () => {
    const { status, text, headers } = await read({})
    expect([status, text]).toEqual([200, 'issued'])
    expect(Object.fromEntries(headers)).toMatchObject({
      etag: `"${files.issued}"`,
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
      'content-type': 'application/pdf',
      'content-length': '6',
    })
  })

  it.each<[string, Record<string, string>, number, string, string | null]>([
    ['a piece', { Range: 'bytes=1-3' }, 206, 'ssu', 'bytes 1-3/6'],
    ['the rest', { Range: 'bytes=4-' }, 206, 'ed', 'bytes 4-5/6'],
    ['the last', { Range: 'bytes=-2' }, 206, 'ed', 'bytes 4-5/6'],
    ['more than there is', { Range: 'bytes=0-999' }, 206, 'issued', 'bytes 0-5/6'],
    ['behind the end', { Range: 'bytes=6-' }, 416, '', 'bytes */6'],
    ['two pieces', { Range: 'bytes=0-1,3-4' }, 200, 'issued', null],
    ['another unit', { Range: 'pages=1-2' }, 200, 'issued', null],
    ['the same file', { Range: 'bytes=0-0', 'If-Range': `"${files.issued}"` }, 206, 'i', 'bytes 0-0/6'],
    ['another file', { Range: 'bytes=0-0', 'If-Range': '"other"' }, 200, 'issued', null],
    ['nothing new', { 'If-None-Match': `"${files.issued}"` }, 304, '', null],
  ])('[D4] %s', async (_name, headers, status, text, range) => {
    const answer = await read(headers)
    expect([answer.status, answer.text, answer.headers.get('content-range')]).toEqual([status, text, range])
  })

  it('[O3] what was made of a document is read under its rights, by our programs and no browser', async () => {
    const { database, append } = http.office
    const [hash, unknown] = [fileHash('made of issued'), fileHash('made of nothing')]
    await database.derived.put(hash, utf8('made'), startAt)
    await database.derived.put(unknown, utf8('made'), startAt)
    await append('processed', [
      {
        kind: 'document-processed',
        hash: files.issued,
        derived: [{ kind: 'text', hash, size: 4 }],
        noText: [],
        broken: [],
        faults: [],
      },
    ])
    const ask = async (file: string, who: string, headers = {}) =>
      await http.ask('GET', `/api/documents/${file}`, {
        cookie: await http.office.cookieOf(who, true),
        headers,
      })
    const answer = await ask(hash, 'minister', { Range: 'bytes=1-2' })
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([
      206,
      'ad',
      'application/octet-stream',
    ])
    const asked = await Promise.all([ask(hash, 'secretary'), ask(hash, 'admin'), ask(unknown, 'minister')])
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404])
  })

  it('[D1] intake says to the Office how far it is', async () => {
    const ask = async (hash: string, cookie: string) =>
      kinds(await http.ask('GET', `/api/uploads/${hash}/intake`, { cookie }))
    expect(await ask(files.issued, handler)).toEqual([200, { state: 'waiting' }])
    expect(await ask(fileHash('unknown'), handler)).toEqual([404, { error: { kind: 'not-found' } }])
    expect((await ask(files.issued, await http.office.cookieOf('minister', true)))[0]).toBe(404)
  })

  it('[D1] what failed for a reason that may pass is tried once more where the Office asks, and nothing else', async () => {
    const { intakeJobs } = http.office.database
    const ask = async (hash: string, cookie = handler) =>
      kinds(await http.ask('POST', `/api/uploads/${hash}/intake`, { cookie }))
    expect(await ask(files.issued)).toEqual([200, { state: 'waiting' }])
    await intakeJobs.end(files.draft, 'unreadable')
    expect(await ask(files.draft)).toEqual([200, { state: 'failed', fault: 'unreadable' }])
    await intakeJobs.end(files.loose, 'too-long')
    expect((await ask(files.loose, await http.office.cookieOf('minister', true)))[0]).toBe(404)
    expect(await ask(files.loose)).toEqual([200, { state: 'waiting' }])
    expect(await ask(files.loose)).toEqual([200, { state: 'waiting' }])
    expect(await ask(fileHash('unknown'))).toEqual([404, { error: { kind: 'not-found' } }])
  })

  it('[O6] ranges that are none are the whole', () => {
    const odd = ['', 'bytes=', 'bytes=-', 'bytes=a-b', 'bytes=3-1', 'bytes=0-0-0', `bytes=${'9'.repeat(40)}-`]
    expect(odd.map((header) => parseByteRange(header, 10))).toEqual(odd.map(() => null))
    expect(parseByteRange('bytes=-0', 10)).toBe('unsatisfiable')
    expect(parseByteRange('bytes=0-', 0)).toBe('unsatisfiable')
  })
})
