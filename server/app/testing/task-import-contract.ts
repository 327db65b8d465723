import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BodyOf } from '../../../shared/domain/act.ts'
import { AgencyId, type Hash } from '../../../shared/domain/id.ts'
import type { Task } from '../../../shared/domain/task.ts'
import type { ImportChoices } from '../../../shared/domain/task-import.ts'
import { statusOf } from '../../../shared/domain/task-status.ts'
import { dayOf } from '../../../shared/lib/time.ts'
import { type Cell, makeWorkbook } from '../../intake/testing/make-workbook.ts'
import type { Database } from '../database.ts'
import { replayLedger } from '../replay.ts'
import { createMeetingWorld, type MeetingWorld } from './meeting-world.ts'
import { person, startAt, testCrypto } from './test-office.ts'

const head: readonly Cell[] = [
  ...['STT', 'Số, ký hiệu', 'Ngày VB', 'Trích yếu', 'Nội dung nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Hạn'],
  ...['Gia hạn đến', 'Tiến độ (%)', 'Ngày hoàn thành', 'Số văn bản kết quả'],
]
const line = (
  no: number,
  text: string,
  lead: string,
  more: readonly Cell[] = [],
  hint = '',
): readonly Cell[] => [
  ...[no, `${no}/CT-TTg`, '01/02/2024', `Về việc ${no}`, text, lead, hint, '31/12/2024', ...more],
]
const workbook = (...lines: (readonly Cell[])[]) => makeWorkbook([{ name: 'Sổ', rows: [head, ...lines] }])
const drafts: ImportChoices = { assign: false, assigner: person('pm'), withoutProblems: false }
const assigned: ImportChoices = { ...drafts, assign: true }

/** A register from a file into the ledger, through the server's own doors; in memory and in PostgreSQL. */
export function testTaskImports(
  name: string,
  open: () => Promise<{ database: Database; close(): Promise<void> }>,
) {
  describe(`import of tasks (${name})`, () => {
    let world: MeetingWorld
    let opened: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      opened = await open()
      world = await createMeetingWorld(opened.database)
      await world.append('agencies', [
        { kind: 'agency-set', agency: { kind: 'agency', id: AgencyId.parse('byt'), name: 'Bộ Y tế' } },
        { kind: 'agency-set', agency: { kind: 'agency', id: AgencyId.parse('btc'), name: 'Bộ Tài chính' } },
      ])
      await world.enlist('clk', 'clerk', 'byt')
      await world.enlist('fin', 'clerk', 'btc')
    })
    afterAll(() => opened.close())

    const tasks = async (): Promise<Task[]> => {
      const rows = await opened.database.ledger.read.rows(['task/'])
      return rows.flatMap(({ entity }) => (entity.kind === 'task' ? [entity] : []))
    }
    const see = async (file: Hash, choices: ImportChoices) => {
      const seen = await world.taskImports.preview(file, choices, world.now())
      if (!seen) throw new Error('no such file')
      return seen.plan
    }
    const outcomes = async (file: Hash, choices: ImportChoices) =>
      (await see(file, choices)).rows.map(({ outcome }) => outcome)
    const sign = async (
      who: string,
      file: Hash,
      choices: ImportChoices,
      given: Partial<BodyOf<'import-tasks'>> = {},
    ) => {
      const plan = await see(file, choices)
      const rows = Math.max(1, plan.writes.length)
      return await world.act(who, 'import-tasks', { file, planHash: plan.hash, rows, ...choices, ...given })
    }
    const sizeOf = async () => (await opened.database.ledger.read.head()).size

    it('[T8] a secretary imports drafts; the same file again changes nothing', async () => {
      const file = await world.uploadWorkbook(
        workbook(line(1, 'Trình đề án', 'Bộ Y tế', [], 'BTC'), line(2, 'Bố trí kinh phí', 'bo tai chinh')),
      )
      expect(await outcomes(file, drafts)).toEqual(['new', 'new'])
      expect(await sign('sec', file, drafts)).toBe('accepted')
      expect((await tasks()).map(({ phase, leadAgency }) => [phase.state, leadAgency]).sort()).toEqual([
        ['draft', 'btc'],
        ['draft', 'byt'],
      ])
      expect(await outcomes(file, drafts)).toEqual(['same', 'same'])
      expect(await sign('sec', file, drafts)).toBe('plan-changed')
    })

    it('[O3][T8] assigning at once is the head’s; nobody but the Office imports', async () => {
      const file = await world.uploadWorkbook(workbook(line(3, 'Rà soát', 'Bộ Y tế')))
      for (const who of ['pm', 'clk', 'admin', 'auditor']) {
        expect([who, await sign(who, file, drafts)]).toEqual([who, 'not-allowed'])
      }
      expect(await sign('sec', file, assigned)).toBe('not-allowed')
      expect(await sign('head', file, assigned)).toBe('accepted')
    })

    it('[T4][T8] what the file says came of a task is the Office’s word, on two due dates; no ministry has reported', async () => {
      const file = await world.uploadWorkbook(
        workbook(
          line(4, 'Xong muộn', 'Bộ Y tế', ['', 100, '05/01/2025', '9/BC-BYT']),
          line(5, 'Gia hạn', 'Bộ Y tế', ['31/03/2027', 40]),
        ),
      )
      expect(await sign('head', file, assigned)).toBe('accepted')
      const [late, extended] = ['4/CT-TTg', '5/CT-TTg'].map((number) => number)
      const of = async (number: string | undefined) =>
        (await tasks()).find(({ source }) => source.number === number)
      const [one, other] = [await of(late), await of(extended)]
      const today = dayOf(startAt)
      expect([one && statusOf(one, today), one?.reports, one?.imported?.file]).toEqual([
        'done-late',
        [],
        file,
      ])
      expect(one?.imported?.product?.number).toBe('9/BC-BYT')
      expect([other?.phase.state, other?.imported?.percent]).toEqual(['in-progress', 40])
      expect(other?.deadlines.map(({ day }) => day)).toEqual(['2024-12-31', '2027-03-31'])
      expect(await outcomes(file, assigned)).toEqual(['same', 'same'])
    })

    it('[T8] one row with a problem and nothing is imported, unless it was left out knowingly', async () => {
      const file = await world.uploadWorkbook(
        workbook(line(6, 'Được', 'Bộ Y tế'), line(7, 'Không được', 'Bộ Y tá'), line(8, 'Được nữa', 'BTC')),
      )
      const [before, size] = [(await tasks()).length, await sizeOf()]
      const { rows } = await see(file, drafts)
      expect(rows[1]?.problems).toEqual([
        { kind: 'agency-unknown', column: 'lead', text: 'Bộ Y tá', nearest: 'Bộ Y tế' },
      ])
      expect(await sign('sec', file, drafts)).toBe('rows-with-problems')
      expect([(await tasks()).length, await sizeOf()]).toEqual([before, size + 1])
      expect(await sign('sec', file, { ...drafts, withoutProblems: true })).toBe('accepted')
      expect((await tasks()).length).toBe(before + 2)
    })

    it('[T8] what was signed is what was seen: a register that changed meanwhile is refused whole', async () => {
      const file = await world.uploadWorkbook(workbook(line(9, 'Một', 'Bộ Y tế'), line(10, 'Hai', 'Bộ Y tế')))
      const seen = await see(file, drafts)
      const other = await world.uploadWorkbook(workbook(line(9, 'Một', 'Bộ Y tế')))
      expect(await sign('sec', other, drafts)).toBe('accepted')
      const body = { file, planHash: seen.hash, rows: 2, ...drafts }
      expect(await world.act('sec', 'import-tasks', body)).toBe('plan-changed')
      expect((await tasks()).some(({ source }) => source.number === '10/CT-TTg')).toBe(false)
    })

    it('[D2][T7] each desk hears of its own tasks only, and the rows are what the ledger says', async () => {
      const numbers = async (who: string) =>
        (await world.pageFor(who)).rows
          .flatMap(({ value }) => (value.kind === 'task' ? [value.source.number] : []))
          .sort()
      expect(await numbers('clk')).toEqual(['3/CT-TTg', '4/CT-TTg', '5/CT-TTg'])
      expect(await numbers('fin')).toEqual([])
      const { ledgerKey, verifyEd25519 } = testCrypto
      const { faults } = await replayLedger(opened.database.ledger.read, ledgerKey, verifyEd25519)
      expect(faults).toEqual([])
    })

    it('[T3][T8] of a merged agency what is open passes to the other, the rows are what the ledger says, and the same file says the same', async () => {
      const file = await world.uploadWorkbook(
        workbook(
          line(21, 'Đang làm', 'Bộ Tài chính'),
          line(22, 'Đã xong', 'Bộ Tài chính', ['', 100, '05/03/2024', '9/BC-BTC']),
          line(23, 'Phối hợp', 'Bộ Y tế', [], 'Bộ Tài chính'),
        ),
      )
      expect(await sign('head', file, assigned)).toBe('accepted')
      // Without a number no paper finds it again.
      const [, , ...rest] = line(24, 'Dự thảo chưa có số', 'Bộ Tài chính')
      const unnumbered = await world.uploadWorkbook(workbook([24, null, ...rest]))
      expect(await sign('sec', unnumbered, drafts)).toBe('accepted')
      await world.enlist('adm', 'admin')
      const [from, into] = [AgencyId.parse('btc'), AgencyId.parse('byt')]
      const merge = { agency: from, into, from: dayOf(world.now()) }
      expect(await world.act('head', 'merge-agency', merge)).toBe('not-allowed')
      expect(await world.act('adm', 'merge-agency', merge)).toBe('accepted')
      const numbers = ['21/CT-TTg', '22/CT-TTg', '23/CT-TTg']
      const named = (await tasks()).filter(({ source }) => numbers.includes(source.number))
      const told = named.map(({ source, leadAgency, supporting }) => [source.number, leadAgency, supporting])
      expect(told.sort()).toEqual([
        ['21/CT-TTg', 'byt', []],
        ['22/CT-TTg', 'btc', []],
        ['23/CT-TTg', 'byt', []],
      ])
      expect(await outcomes(file, assigned)).toEqual(['same', 'same', 'same'])
      expect(await outcomes(unnumbered, drafts)).toEqual(['same'])
      const held = (await world.pageFor('clk')).rows.flatMap(({ value }) =>
        value.kind === 'task' ? [value.source.number] : [],
      )
      expect(held).toContain('21/CT-TTg')
      const { ledgerKey, verifyEd25519 } = testCrypto
      const { faults } = await replayLedger(opened.database.ledger.read, ledgerKey, verifyEd25519)
      expect(faults).toEqual([])
    })

    it('[T8] ten thousand characters, an unknown file and a document are no register', async () => {
      const document = await world.upload('một văn bản')
      const body = { planHash: document, rows: 1, ...drafts }
      expect(await world.act('sec', 'import-tasks', { file: document, ...body })).toBe('file-missing')
    })
  })
}
