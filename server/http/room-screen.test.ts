import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Event } from '../../shared/domain/event.ts'
import { MeetingId } from '../../shared/domain/id.ts'
import { hourMs, instant } from '../../shared/lib/time.ts'
import { parseRoomScreenLink, roomScreenPath, tokenHashOf } from '../../shared/protocol/room-screen.ts'
import { fileHash, person, startAt } from '../app/testing/test-office.ts'
import { createTestHttp, type TestHttp } from './testing/test-http.ts'

const token = 'a1'.repeat(32)
const path = '/api/room-screens/held'

let http: TestHttp
beforeAll(async () => {
  http = await createTestHttp()
  const of = { meeting: MeetingId.parse('held'), by: person('handler') }
  const drafted: Event = {
    kind: 'meeting-drafted',
    ...of,
    startsAt,
    endsAt: instant(startsAt + hourMs),
    chair: person('prime-minister'),
    contentHash: fileHash('no words'),
    type: 'regular',
    handlers: [of.by],
  }
  await http.office.append('held', [drafted, { kind: 'meeting-invited', ...of }])
  await http.office.append('screen', [{ kind: 'room-screen-opened', ...of, tokenHash: tokenHashOf(token) }])
})
const startsAt = instant(startAt + hourMs)
afterAll(() => http.stop())

const ask = (authorization: string | null, of = path) =>
  http.ask('GET', of, { headers: authorization === null ? {} : { Authorization: authorization } })

describe('the question of the display in the hall', () => {
  it.each([
    ['no token', null],
    ['another token', `Bearer ${'b2'.repeat(32)}`],
    ['half a token', `Bearer ${token.slice(0, 32)}`],
    ['a token and more', `Bearer ${token}00`],
    ['capitals', `Bearer ${token.toUpperCase()}`],
    ['another scheme', `Basic ${token}`],
    ['two tokens', `Bearer ${token}, Bearer ${token}`],
    ['the hash that stands in the ledger', `Bearer ${tokenHashOf(token)}`],
  ])('[O5][D2] %s answers as if there were nothing, byte for byte', async (_, authorization) => {
    const { status, text } = await ask(authorization)
    expect([status, text]).toEqual([404, '{"error":{"kind":"not-found"}}'])
    const nothing = await ask(`Bearer ${token}`, '/api/room-screens/none')
    expect([nothing.status, nothing.text]).toEqual([status, text])
  })

  it('[O6] a question that is none is refused', async () => {
    expect((await ask(`Bearer ${token}`, `${path}?seen=x`)).status).toBe(400)
    expect((await ask(`Bearer ${token}`, `${path}?token=${token}`)).status).toBe(400)
    expect((await ask(`Bearer ${token}`, '/api/room-screens/%00')).status).toBe(404)
    expect((await http.ask('POST', path)).status).toBe(405)
  })

  it('[O5] the token stands in no line of the log', async () => {
    http.office.logged.length = 0
    await ask(`Bearer ${token}`)
    expect(http.office.logged.length).toBeGreaterThan(0)
    expect(JSON.stringify(http.office.logged)).not.toContain(token)
  })

  it('[O5] who guesses is soon sent away for a while', async () => {
    const statuses = new Set<number>()
    for (let i = 0; i < 320; i++) statuses.add((await ask(`Bearer ${String(i).padStart(64, '0')}`)).status)
    expect([...statuses]).toEqual([404, 429])
  })

  it('[O5] the address carries the token where no browser sends it', () => {
    const link = { meeting: 'held', token, language: 'vi' }
    const address = new URL(roomScreenPath(link), 'https://office.example')
    expect([address.pathname, address.search]).toEqual(['/room-screen.html', ''])
    expect(parseRoomScreenLink(address.hash)).toEqual(link)
    const wrong = ['', '#', '#held', `#held/${token.slice(1)}/vi`, `#a/b/${token}`, `#../${token}/vi`]
    for (const fragment of wrong) expect([fragment, parseRoomScreenLink(fragment)]).toEqual([fragment, null])
  })
})
