import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onePage, rawPdf, stream } from '../../server/intake/testing/raw-pdf.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { expectServing, expectSoundLedger } from './testing/expect-unharmed.ts'
import { damagedFrames, message, strangeOutbox, updateOf } from './testing/hostile-frames.ts'
import { isStored, openSocket, sendFrames } from './testing/hostile-socket.ts'
import { createHostileWorld, type HostileWorld, pdf, upload } from './testing/hostile-world.ts'
import { sendRaw, shapes } from './testing/raw-http.ts'

/** The world against the running server, by requests, files and sockets (trust.md, "Proof"). */

const mebi = 1024 * 1024
let world: HostileWorld
let before: Awaited<ReturnType<HostileWorld['state']>>

beforeAll(async () => {
  world = await createHostileWorld()
  before = await world.state()
})
afterAll(() => world.destroy())

/** Nothing that was turned away may have changed anything. */
const expectUnchanged = async () => expect(await world.state()).toEqual(before)

describe('routes', () => {
  const numbers = [
    '-1',
    '-2',
    '1e308',
    '9007199254740991',
    '9007199254740993',
    '0x10',
    '',
    'NaN',
    '1.5',
    '٣',
    '3000000000',
  ]

  it('[O6] absurd numbers bring a page or one clear refusal', async () => {
    const { botruong, kiemtra } = world.people
    for (const number of numbers) {
      for (const name of ['epoch', 'after', 'tree']) {
        const query = new URLSearchParams({ epoch: '0', after: '-1', tree: '0', [name]: number })
        expect([200, 400]).toContain((await botruong.ask('GET', `/api/feed?${query}`)).status)
      }
      for (const name of ['from', 'limit']) {
        const query = new URLSearchParams({ from: '0', [name]: number })
        expect([200, 400]).toContain((await kiemtra.ask('GET', `/api/ledger?${query}`)).status)
      }
    }
  })

  it('[D2] what is not theirs looks like what is not there, byte for byte', async () => {
    const { people, ballot } = world
    const nothing = sha256Hex(new Uint8Array())
    const bare = ({ status, text }: { status: number; text: string }) => [status, text]
    const alike = async (
      who: keyof typeof people,
      method: string,
      path: (it: string) => string,
      theirs: string,
    ) => {
      const { ask } = people[who]
      expect(bare(await ask(method, path(theirs)))).toEqual(bare(await ask(method, path(nothing))))
    }
    for (const who of ['quantri', 'kiemtra'] as const) {
      await alike(who, 'GET', (hash) => `/api/documents/${hash}`, ballot.file)
      await alike(who, 'GET', (hash) => `/api/uploads/${hash}`, ballot.file)
      await alike(who, 'POST', (hash) => `/api/uploads/${hash}/finish`, ballot.file)
    }
    for (const { ask, account } of Object.values(people)) {
      expect((await ask('GET', '/api/ledger?from=0')).status).toBe(account === 'kiemtra' ? 200 : 404)
    }
    const order = (device: string) => world.ask('GET', `/api/devices/${device}/order`)
    expect(bare(await order(people.lanhdao.device))).toEqual(bare(await order('nobody')))
  })

  it('[O3] whoever has not signed in reads nothing', async () => {
    for (const path of [
      '/api/feed?epoch=0&after=-1&tree=0',
      '/api/ledger?from=0',
      `/api/documents/${world.ballot.file}`,
    ]) {
      for (const cookie of [null, '__Host-session=', `__Host-session=${'0'.repeat(64)}`]) {
        expect((await world.askAs(cookie)('GET', path)).status).toBe(401)
      }
    }
  })

  it('[O6] ranges that are none give the whole or say how much there is', async () => {
    const ranges = {
      'bytes=0-1,3-4': 200,
      'bytes=5-2': 200,
      'lines=1': 200,
      'bytes=99999999-': 416,
      'bytes=-0': 416,
    }
    for (const [Range, status] of Object.entries(ranges)) {
      const answer = await world.people.botruong.ask('GET', `/api/documents/${world.ballot.file}`, {
        headers: { Range },
      })
      expect(answer.status).toBe(status)
    }
  })
})

describe('bare connections', () => {
  it.each(shapes)('[O6] %s', async (_name, text, status) => {
    const answer = await sendRaw(world.server.port, { text })
    expect([...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, told]) => Number(told))).toEqual([status])
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'")
  })

  it('[O6] bodies and answers cut in the middle, two hundred at once', async () => {
    const { cookie } = world.people.botruong
    const cut = Array.from({ length: 200 }, (_, i) => {
      const body = `POST /api/acts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"acts":[${' '.repeat(i)}`
      const read = `GET /api/documents/${world.ballot.file} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nSec-Fetch-Site: same-origin\r\n\r\n`
      return sendRaw(world.server.port, { text: i % 2 === 0 ? body : read, cut: true })
    })
    await Promise.all(cut)
    expect((await world.ask('GET', '/api/health')).status).toBe(200)
  })
})

describe('uploads', () => {
  const octets = { 'Content-Type': 'application/octet-stream' }
  const noise = (length: number) => {
    const bytes = new Uint8Array(length)
    for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
    return bytes
  }
  const bulky = () => rawPdf(onePage({ objects: [stream('', Buffer.from(noise(mebi)))] }))

  it.each<[string, Uint8Array, string]>([
    ['no PDF', noise(3000), 'not-a-pdf'],
    ['one with JavaScript', rawPdf(onePage({ catalog: '/OpenAction<</S/JavaScript/JS(x)>>' })), 'javascript'],
    [
      'an encrypted one',
      rawPdf(onePage(), '/Encrypt<</Filter/Standard/V 2/R 3/O(x)/U(y)/P -4>>'),
      'encrypted',
    ],
    ['one that starts programs', rawPdf(onePage({ page: '/AA<</O<</S/Launch/F(x)>>>>' })), 'launch-action'],
    ['one cut off', pdf.subarray(0, pdf.length - 20), 'broken'],
    [
      'one nested without end',
      rawPdf(onePage({ objects: ['['.repeat(50_000) + ']'.repeat(50_000)] })),
      'broken',
    ],
  ])('[O6] %s is refused', async (_name, bytes, kind) => {
    const answer = await upload(world.people.vanphong, bytes)
    expect([answer.status, JSON.parse(answer.text).error.reason.kind]).toEqual([422, kind])
  })

  it('[D1] gaps, wrong places, other bytes and several writers at once', async () => {
    const { vanphong, lanhdao } = world.people
    const bytes = bulky()
    const hash = sha256Hex(bytes)
    const path = `/api/uploads/${hash}`
    const put = async (offset: number | string, body: Uint8Array) =>
      (await vanphong.ask('PUT', `${path}?offset=${offset}`, { body, headers: octets })).status
    expect(await put(0, noise(10))).toBe(404)
    await vanphong.ask('POST', '/api/uploads', { json: { hash, size: bytes.length } })
    for (const [offset, body] of [
      [1, noise(10)],
      [0, new Uint8Array()],
      [bytes.length, noise(1)],
      [0, noise(bytes.length + 1)],
    ] as const) {
      expect([409, 413]).toContain(await put(offset, body))
    }
    for (const offset of ['-1', '1.5', '1e99', 'x', '%00']) expect(await put(offset, noise(10))).toBe(400)
    expect((await vanphong.ask('POST', `${path}/finish`)).status).toBe(409)
    const quarter = Math.ceil(bytes.length / 4)
    const writer = async () => {
      for (let at = 0; at < bytes.length; at += quarter) await put(at, bytes.subarray(at, at + quarter))
    }
    await Promise.all([writer(), writer(), writer()])
    // Others of the Office begin it with another size while it is judged.
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => vanphong.ask('POST', `${path}/finish`)),
      ...[5, 6, 7].map((size) => lanhdao.ask('POST', '/api/uploads', { json: { hash, size } })),
    ])
    for (const { text } of answers)
      expect(JSON.parse(text)).toEqual({ kind: 'ready', pages: 1, size: bytes.length })
    const wrong = sha256Hex(noise(32))
    await vanphong.ask('POST', '/api/uploads', { json: { hash: wrong, size: 3 } })
    await vanphong.ask('PUT', `/api/uploads/${wrong}?offset=0`, { body: noise(3), headers: octets })
    expect((await vanphong.ask('POST', `/api/uploads/${wrong}/finish`)).status).toBe(422)
    await expectUnchanged()
  })
})

describe('sockets', () => {
  const own = () => {
    const { person, device, cookie } = world.people.botruong
    return { notes: `notes/${person}/d1`, acts: `acts/${device}/r1`, news: `news/${device}`, cookie }
  }

  it('[O6] damaged frames close their own socket, and no other', async () => {
    const { notes, acts, news, cookie } = own()
    const honest = openSocket(world, notes, { cookie })
    await honest.opened
    const codes = new Set<number | null>()
    for (const [i, frame] of damagedFrames(150, 20_261_121).entries()) {
      codes.add(await sendFrames(world, [notes, acts, news][i % 3] ?? '', cookie, [frame]))
    }
    expect([...codes].sort()).toEqual([4422, null])
    expect(await sendFrames(world, acts, cookie, [strangeOutbox])).toBe(null)
    expect(await sendFrames(world, notes, cookie, ['text'])).toBe(4422)
    expect(honest.socket.readyState).toBe(honest.socket.OPEN)
    honest.socket.terminate()
    await expectUnchanged()
  })

  it('[O3] foreign rooms, rooms that are none, and pages of others', async () => {
    const { people } = world
    const { cookie, notes, news } = own()
    const { person, device } = people.lanhdao
    const none = [
      'x',
      'live/m1',
      '%00',
      '__proto__',
      `acts/${device}`,
      'acts/none/r',
      'news/none',
      'n'.repeat(8000),
    ]
    for (const room of [
      `notes/${person}/d1`,
      `acts/${device}/r1`,
      `news/${device}`,
      `shared/d/${person}`,
      ...none,
    ]) {
      expect([room, await sendFrames(world, room, cookie, [strangeOutbox])]).toEqual([room, 4403])
    }
    for (const room of [notes, news]) expect(await sendFrames(world, room, null, [])).toBe(4401)
    for (const Origin of ['http://evil.example', 'null', 'https://localhost']) {
      expect(await openSocket(world, notes, { cookie, headers: { Origin } }).closed).toBe(-403)
    }
    expect(await openSocket(world, '../api/keys', { cookie }).closed).toBe(-404)
    expect(await openSocket(world, '%ff', { cookie }).closed).toBe(-404)
  })

  it('[O6] frames too large, too many, and answers that nobody reads', async () => {
    const { notes, cookie } = own()
    expect(await sendFrames(world, notes, cookie, [new Uint8Array(9 * mebi)])).toBe(1009)
    expect(await sendFrames(world, notes, cookie, [new Uint8Array(5 * mebi)])).toBe(4413)
    const writer = openSocket(world, notes, { cookie })
    await writer.opened
    const stored = writer.heard(isStored)
    writer.socket.send(updateOf((doc) => doc.getMap('m').set('x', new Uint8Array(3 * mebi))))
    await stored
    writer.socket.terminate()
    const frames = Array.from({ length: 2500 }, () => message(3))
    expect(await sendFrames(world, notes, cookie, frames)).toBe(4529)
    const slow = openSocket(world, notes, { cookie })
    await slow.opened
    slow.socket.pause()
    for (let i = 0; i < 100; i++) slow.socket.send(message(0, 0, Uint8Array.of(0)))
    // Of 300 MB of answers the server keeps a few; health is asked only to let it work.
    for (let i = 0; i < 20; i++) expect((await world.ask('GET', '/api/health')).status).toBe(200)
    slow.socket.resume()
    expect(await slow.closed).toBe(4508)
  })

  it('[O6] six hundred rooms, and two hundred and fifty sockets opened and dropped at once', async () => {
    const { acts, notes, cookie } = own()
    const openAll = async (count: number, room: (i: number) => string) => {
      const sockets = Array.from({ length: count }, (_, i) => openSocket(world, room(i), { cookie }))
      await Promise.all(sockets.map(({ opened }) => opened))
      for (const { socket } of sockets) socket.terminate()
      await Promise.all(sockets.map(({ closed }) => closed))
    }
    for (let turn = 0; turn < 6; turn++) await openAll(100, (i) => `${acts}-${turn}-${i}`)
    await openAll(250, (i) => `${notes}-${i}`)
    expect((await world.ask('GET', '/api/health')).status).toBe(200)
  })
})

describe('in the end', () => {
  it('[O6] people go on as before, and nothing has failed', async () => {
    await expectUnchanged()
    await expectServing(world)
  })

  it('[O4] it ends in order, and the ledger holds', async () => {
    await expectSoundLedger(world, before.size + 1)
  })
})
