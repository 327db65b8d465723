import { describe, expect, test } from 'vitest'
import type { Day } from '../lib/time.ts'
import { countStatuses, figuresOf, statusOf } from './task-status.ts'
import { day } from './testing/cabinet.ts'
import { dueDay, TaskOffice } from './testing/task-office.ts'

const statuses = (office: TaskOffice, today: Day) =>
  (['current', 'original'] as const).map((basis) => statusOf(office.task(), today, basis))

describe('the four official statuses', () => {
  test('[T2] the worked example of 2016-2017, to the hundredth of a percent', () => {
    const figures = figuresOf({ 'done-on-time': 14_068, 'done-late': 1983, 'in-time': 5640, overdue: 223 })
    expect(figures).toMatchObject({ total: 21_914, done: 16_051, notDone: 5863, fallenDue: 16_274 })
    expect(((figures.doneRate ?? 0) * 100).toFixed(2)).toBe('98.63')
    expect(((figures.overdueRate ?? 0) * 100).toFixed(2)).toBe('1.37')
  })

  test('[T2] the same example out of dates and events', () => {
    const on = (build: (office: TaskOffice) => void) => {
      const office = new TaskOffice().assigned()
      build(office)
      return office.task()
    }
    const done = (text: string) => (office: TaskOffice) => {
      office.onDay(text).mustTake(office.finish())
      office.mustTake(office.confirm())
    }
    const later = on((office) => {
      office.mustTake(office.askExtension('2026-04-30'))
      office.mustTake(office.decideExtension('2026-04-30'))
    })
    const parts = [
      [14_068, on(done(dueDay))],
      [1983, on(done('2026-03-14'))],
      [5640, later],
      [223, on(() => {})],
    ] as const
    const tasks = parts.flatMap(([count, task]) => Array.from({ length: count }, () => task))
    const figures = countStatuses(tasks.map((task) => statusOf(task, day('2026-03-20'))))
    expect(figures).toMatchObject({ total: 21_914, onTime: 14_068, late: 1983, inTime: 5640, overdue: 223 })
  })

  test('[T2] nothing is told of nothing: no rate where nothing has fallen due', () => {
    const figures = figuresOf({ 'done-on-time': 0, 'done-late': 0, 'in-time': 3, overdue: 0 })
    expect(figures).toMatchObject({ total: 3, doneRate: null, overdueRate: null })
  })

  test('[T2] the due day itself is in time, the next one is not', () => {
    const office = new TaskOffice().assigned()
    expect([dueDay, '2026-03-14'].map((text) => statuses(office, day(text))[0])).toEqual([
      'in-time',
      'overdue',
    ])
  })

  test('[T2] a draft and a cancelled task are in no count', () => {
    const office = new TaskOffice()
    office.mustTake(office.draftTask())
    expect(statuses(office, day(dueDay))).toEqual([null, null])
    office.mustTake(office.assign())
    office.mustTake(office.noted('cancel-task', 'pm'))
    expect(countStatuses(office.tasks.map((task) => statusOf(task, day('2026-04-01')))).total).toBe(0)
  })

  test('[T2][T3] what waits for the Office is not done, and the Office’s own time makes nobody overdue', () => {
    const office = new TaskOffice().assigned()
    office.onDay(dueDay, 23).mustTake(office.finish())
    expect(statuses(office, day('2026-04-01'))[0]).toBe('in-time')
    office.onDay('2026-03-20').mustTake(office.giveBack())
    expect(statuses(office, day('2026-03-20'))[0]).toBe('overdue')
    office.onDay('2026-03-21').mustTake(office.finish())
    expect(statuses(office, day('2026-03-22'))[0]).toBe('overdue')
  })

  test('[T2] the day that counts is the one the Office confirmed, not the day of confirming', () => {
    const office = new TaskOffice().assigned()
    office.onDay('2026-03-12').mustTake(office.finish())
    office.onDay('2026-04-02').mustTake(office.confirm({ doneOn: day('2026-03-12') }))
    expect(statuses(office, day('2026-04-02'))).toEqual(['done-on-time', 'done-on-time'])
  })

  test('[T4] on the date first set, and on the one that holds: every earlier date is kept', () => {
    const office = new TaskOffice().assigned()
    office.mustTake(office.askExtension('2026-03-31'))
    office.mustTake(office.decideExtension('2026-03-31'))
    expect(office.task().deadlines.map((one) => one.day)).toEqual([dueDay, '2026-03-31'])
    office.onDay('2026-03-25')
    expect(statuses(office, day('2026-03-25'))).toEqual(['in-time', 'overdue'])
    office.mustTake(office.finish())
    office.mustTake(office.confirm())
    expect(statuses(office, day('2026-03-25'))).toEqual(['done-on-time', 'done-late'])
  })
})
