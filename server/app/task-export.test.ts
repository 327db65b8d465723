import { expect, test } from 'vitest'
import { type Subject, subjectOn } from '../../shared/domain/access.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import { everyTask, type TaskFilter } from '../../shared/domain/task-select.ts'
import { day } from '../../shared/domain/testing/cabinet.ts'
import { finance, TaskOffice, taskId, unitId } from '../../shared/domain/testing/task-office.ts'
import type { TaskViewName } from '../../shared/protocol/task-query.ts'
import { createHeldTasks } from './held-tasks.ts'
import { createTaskExports } from './task-export.ts'
import { registerReads } from './testing/register-reads.ts'

function bench(office: TaskOffice) {
  const { ledger, read } = registerReads(office)
  const written: { heads: string[]; rows: unknown[][]; about: string }[] = []
  const exports = createTaskExports({
    index: createHeldTasks(ledger),
    ledger,
    clock: { now: () => office.now },
    write: async ({ tables, about }) => {
      const [table] = tables
      written.push({
        heads: (table?.columns ?? []).map(({ head }) => head),
        rows: [...(table?.rows ?? [])].flat().map((row) => [...row]),
        about: about.join(' '),
      })
      return new Uint8Array()
    },
  })
  const subject = (who: string): Subject => {
    const person = readerOver(office.rows).get('person', `person/${who}`)
    if (!person) throw new Error(`nobody called ${who}`)
    return subjectOn(person, null, office.now)
  }
  return {
    read,
    make: async (who: string, filter: Partial<TaskFilter> = {}, view: TaskViewName = 'list') => {
      const request = { view, filter: { ...everyTask, ...filter }, sort: null, format: 'xlsx' as const }
      await (await exports.make({ ...request, subject: subject(who) })).write()
      const table = written.at(-1)
      if (!table) throw new Error('nothing written')
      const at = (head: string) => table.heads.indexOf(head)
      return { ...table, column: (head: string) => table.rows.map((row) => row[at(head)]) }
    },
  }
}

const office = () => {
  const made = new TaskOffice().assigned()
  made.assigned({ task: taskId('two'), leadAgency: finance, supporting: [], deadline: day('2026-04-30') })
  made.mustTake(made.draftTask({ task: taskId('three'), supporting: [] }))
  return made
}

test('[D1] [D2] [T7] each finds in the file what they may read, and nothing of a foreign agency', async () => {
  const { make } = bench(office())
  const codes = async (who: string) => (await make(who)).column('Mã nhiệm vụ')
  expect(await codes('sec')).toEqual(['task', 'two', 'three'])
  expect(await codes('pm')).toEqual(['task', 'two', 'three'])
  expect(await codes('clk')).toEqual(['task'])
  expect(await codes('fin')).toEqual(['task', 'two'])
  expect(await codes('mhealth')).toEqual(['task'])
  expect(await codes('m2')).toEqual([])
  expect(await codes('admin')).toEqual([])
})

test('[T8] [T4] the file has the columns that are imported, with names and days', async () => {
  const made = office()
  made.mustTake(made.askExtension('2026-03-31'))
  made.mustTake(made.decideExtension('2026-03-31'))
  const table = await bench(made).make('sec', { agency: finance, show: 'in-time' })
  expect(table.column('Cơ quan chủ trì')).toEqual(['Bộ Y tế', 'Bộ Tài chính'])
  expect(table.column('Cơ quan phối hợp')).toEqual(['Bộ Tài chính', ''])
  expect(table.column('Thời hạn')).toEqual(['2026-03-31', '2026-04-30'])
  expect(table.column('Thời hạn ban đầu')).toEqual(['2026-03-13', '2026-04-30'])
  expect(table.column('Tình trạng')).toEqual(['Trong hạn', 'Trong hạn'])
})

test('[D2] a desk’s file says which of its own units has which task, and nobody else’s does', async () => {
  const made = office()
  made.mustTake(made.setUnit('Vụ Pháp chế'))
  made.mustTake(made.setUnit('Cục Quản lý Dược', { id: 'drugs' }))
  made.mustTake(made.givePart('2026-03-10'))
  made.mustTake(made.givePart(null, { id: 'drugs' }))
  const { make } = bench(made)
  const units = async (who: string) => (await make(who)).column('Đơn vị thực hiện')
  expect(await units('clk')).toEqual(['Vụ Pháp chế; Cục Quản lý Dược'])
  expect(await units('fin')).toEqual(['', ''])
  for (const who of ['sec', 'pm', 'm2']) expect((await make(who)).heads).not.toContain('Đơn vị thực hiện')
  expect((await make('clk', { unit: unitId('drugs') })).rows).toHaveLength(1)
  expect((await make('clk', { unit: unitId('other') })).rows).toHaveLength(0)
})

test('[T2] the ranking as a file has the figures of the screen', async () => {
  const made = office()
  made.onDay('2026-03-20')
  const table = await bench(made).make('sec', {}, 'agency')
  expect(table.column('Cơ quan chủ trì')).toEqual(['Bộ Y tế', 'Bộ Tài chính'])
  expect(table.column('Quá hạn')).toEqual([1, 0])
  expect(table.column('Hoàn thành trên đến hạn')).toEqual([0, null])
  expect(table.about).toContain('tổng số 2')
})

test('[T7] what has not changed is not read again', async () => {
  const made = office()
  const { make, read } = bench(made)
  await make('sec')
  const first = read()
  await make('sec')
  expect(read()).toBe(first)
  made.mustTake(made.receive())
  await make('sec')
  expect(read()).toBe(first + 1)
})
