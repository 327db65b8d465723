import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AgencyId } from '../../../shared/domain/id.ts'
import { workBegins } from '../../../shared/domain/urging-rule.ts'
import { addDays, dayMs, dayOf, hourMs, type Instant, instant, minuteMs } from '../../../shared/lib/time.ts'
import { makeWorkbook } from '../../intake/testing/make-workbook.ts'
import type { Database } from '../database.ts'
import { createMailReminders } from '../mail-reminders.ts'
import { createMeetingWorld, type MeetingWorld } from './meeting-world.ts'
import { person, startAt } from './test-office.ts'

const monday = dayOf(startAt)
const nextMonday = addDays(monday, 7)
const head = ['STT', 'Số, ký hiệu', 'Ngày VB', 'Trích yếu', 'Nội dung nhiệm vụ', 'Chủ trì', 'Hạn'] as const
const register = [
  [1, '1/CT-TTg', '01/02/2026', 'Về việc 1', 'Trình đề án', 'Bộ Y tế', '04/03/2026'],
  [2, '2/CT-TTg', '01/02/2026', 'Về việc 2', 'Báo cáo quý', 'Bộ Y tế', '11/03/2026'],
  [3, '3/CT-TTg', '01/02/2026', 'Về việc 3', 'Bố trí kinh phí', 'Bộ Tài chính', '31/12/2026'],
] as const

/** Letters that follow from the hour alone, over the server's own rows; in memory and in PostgreSQL. */
export function testReminders(
  name: string,
  open: () => Promise<{ database: Database; close(): Promise<void> }>,
) {
  describe(`reminders by e-mail (${name})`, () => {
    let world: MeetingWorld
    let opened: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      opened = await open()
      world = await createMeetingWorld(opened.database)
      await world.append('agencies', [
        { kind: 'agency-set', agency: { kind: 'agency', id: AgencyId.parse('byt'), name: 'Bộ Y tế' } },
        { kind: 'agency-set', agency: { kind: 'agency', id: AgencyId.parse('btc'), name: 'Bộ Tài chính' } },
      ])
      const owners = [
        'agency/byt',
        'agency/btc',
        'person/pm',
        'person/m2',
        'person/m3',
        'person/guest',
      ] as const
      for (const owner of owners)
        await opened.database.mail.setAddress(
          owner,
          `${owner.replace('/', '.')}@vn`,
          person('admin'),
          startAt,
        )
      const file = await world.uploadWorkbook(makeWorkbook([{ name: 'Sổ', rows: [head, ...register] }]))
      const choices = { assign: true, assigner: person('pm'), withoutProblems: false }
      const seen = await world.taskImports.preview(file, choices, world.now())
      if (!seen) throw new Error('no such file')
      const { hash: planHash, writes } = seen.plan
      const said = { file, planHash, rows: writes.length, ...choices }
      expect(await world.act('head', 'import-tasks', said)).toBe('accepted')
      const startsAt = instant(workBegins(nextMonday) + hourMs)
      await world.invite(startsAt, instant(startsAt + 3 * hourMs))
      await letters()
    })
    afterAll(() => opened.close())

    const server = () =>
      createMailReminders({
        ...{ ledger: opened.database.ledger.read, store: opened.database.mail },
        clock: { now: world.now },
      })
    /** Those that wait, as if they were sent. */
    const letters = async (): Promise<string[]> => {
      const taken = await opened.database.mail.take(world.now(), instant(world.now() + minuteMs), 99)
      for (const { id } of taken) await opened.database.mail.sent(id, world.now())
      return taken.map(({ owner, notice }) => `${owner} ${notice.kind}`).sort()
    }
    const at = async (hour: Instant, ...servers: (() => Promise<number>)[]) => {
      world.set(hour)
      await Promise.all(servers.map((remind) => remind()))
      return await letters()
    }

    it('[T6] a digest comes at eight of the first working day of a week, to agencies that have something before them', async () => {
      const one = server()
      expect(await at(instant(workBegins(monday) - minuteMs), one)).toEqual([])
      expect(await at(workBegins(monday), one)).toEqual(['agency/byt digest'])
    })

    it('[T6] it comes once a week: not by the same server, not by two at once, not by one that was killed and came back', async () => {
      const later = instant(workBegins(monday) + minuteMs)
      expect(await at(later, server(), server())).toEqual([])
      expect(await at(instant(later + 2 * dayMs), server())).toEqual([])
    })

    it('[T6] it says how many, and nothing of what they are about', async () => {
      // What was sent is forgotten, so that the same letter can be written and read.
      await opened.database.mail.removeBefore(instant(world.now() + 1))
      world.set(workBegins(monday))
      await server()()
      const taken = await opened.database.mail.take(world.now(), instant(world.now() + minuteMs), 9)
      expect(taken.map(({ notice }) => notice)).toEqual([
        { kind: 'digest', overdue: 0, due: 1, asked: 0, returned: 0 },
      ])
      for (const { id } of taken) await opened.database.mail.sent(id, world.now())
    })

    it('[T6] where the server was away on Monday it comes on Tuesday, and never on a Sunday', async () => {
      const sunday = addDays(nextMonday, 6)
      expect(await at(workBegins(sunday), server())).toEqual([])
      const tuesday = addDays(nextMonday, 8)
      expect(await at(workBegins(tuesday), server(), server())).toEqual(['agency/byt digest'])
    })

    it('[M1] the day before a meeting whoever is invited and has not said that they stay away is reminded, once', async () => {
      const eve = workBegins(addDays(nextMonday, -1))
      const one = server()
      expect(await at(eve, one, server())).toEqual(
        ['person/m2', 'person/m3', 'person/pm'].map((to) => `${to} meeting-tomorrow`),
      )
      expect(await at(instant(eve + hourMs), one, server())).toEqual([])
    })
  })
}
