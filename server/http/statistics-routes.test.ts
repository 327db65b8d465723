import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Event } from '../../shared/domain/event.ts'
import { AgendaItemId, MeetingId } from '../../shared/domain/id.ts'
import { dayOf, hourMs, instant } from '../../shared/lib/time.ts'
import { StatisticsReply } from '../../shared/protocol/statistics.ts'
import { fileHash, person, startAt } from '../app/testing/test-office.ts'
import { createTestHttp, type TestHttp } from './testing/test-http.ts'

let http: TestHttp
beforeAll(async () => {
  http = await createTestHttp()
})
afterAll(() => http.stop())

const today = dayOf(startAt)
const path = `/api/statistics?from=${today}&to=${today}`
const exported = `/api/statistics/export?from=${today}&to=${today}`
const asked = async (account: string, of = path) =>
  await http.ask('GET', of, { cookie: await http.office.cookieOf(account, true) })

describe('the figures of a period', () => {
  it('[D2] counts what a secretary may not read, without a name; the next entry of the ledger is in the next answer', async () => {
    const none = StatisticsReply.parse((await asked('handler')).json)
    expect([none.covered, none.statistics.whole.meetings.held]).toEqual([null, 0])

    const of = { meeting: MeetingId.parse('hidden'), by: person('head') }
    const item = { meeting: of.meeting, item: AgendaItemId.parse('matter') }
    const drafted: Event = {
      kind: 'meeting-drafted',
      ...of,
      startsAt: instant(startAt + hourMs),
      endsAt: instant(startAt + 5 * hourMs),
      chair: person('prime-minister'),
      contentHash: fileHash('a title that nobody tells'),
      type: 'regular',
      handlers: [of.by],
    }
    await http.office.append('hidden', [drafted, { kind: 'meeting-invited', ...of }])
    await http.office.append('held', [
      { kind: 'session-opened', ...of, present: 4, members: 5, needed: 4 },
      { kind: 'session-ended', ...of },
    ])
    await http.office.append('papers', [
      { kind: 'past-papers-recorded', of: item, papers: [{ kind: 'other', documents: 2, copies: 7 }] },
    ])
    const { json, text } = await asked('handler')
    const { statistics, covered } = StatisticsReply.parse(json)
    expect(covered).toEqual({ from: today, to: today })
    expect(statistics.whole.meetings).toMatchObject({ held: 1, plannedMs: 4 * hourMs })
    expect(text).not.toMatch(/hidden|matter|prime-minister|"head"/)
  })

  it('[T8] as a file: how far it is, then the whole of it', async () => {
    const cookie = await http.office.cookieOf('handler', true)
    for (const format of ['xlsx', 'pdf']) {
      const reply = await http.ask('GET', `${exported}&format=${format}`, { cookie })
      const name = `so-lieu-${today}-${today}.${format}`
      expect(reply.status).toBe(200)
      expect(reply.text).toContain(`{"kind":"file","fileName":"${name}"`)
    }
    expect((await asked('handler', `${exported}&format=docx`)).status).toBe(400)
    expect((await asked('handler', exported)).status).toBe(400)
  })

  it.each(['minister', 'clerk', 'admin', 'auditor'])('[D2] to %s it is not there', async (account) => {
    expect((await asked(account)).status).toBe(404)
    expect((await asked(account, `${exported}&format=xlsx`)).status).toBe(404)
  })

  it('[O6] what is no period is refused, and a password alone does not do', async () => {
    for (const query of [
      '',
      '?from=2026-13-01&to=2026-12-01',
      `?from=${today}&to=2020-01-01`,
      `?from=${today}`,
    ]) {
      expect((await asked('handler', `/api/statistics${query}`)).status).toBe(400)
    }
    const cookie = await http.office.cookieOf('handler', false)
    expect((await http.ask('GET', path, { cookie })).status).toBe(403)
    expect((await http.ask('GET', path)).status).toBe(401)
  })
})
