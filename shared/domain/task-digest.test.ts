import { expect, test } from 'vitest'
import { digestOf, mondayOf } from './task-digest.ts'
import { day } from './testing/cabinet.ts'
import { TaskOffice, taskId } from './testing/task-office.ts'

test('[T6] a digest holds what is overdue, due this week, waits for an answer, and was returned', () => {
  const office = new TaskOffice().onDay('2026-03-02')
  const due = (task: string, deadline: string) =>
    office.assigned({ task: taskId(task), deadline: day(deadline) })
  due('over', '2026-03-05')
  due('week', '2026-03-15')
  due('later', '2026-03-16')
  due('back', '2026-04-30')
  due('done', '2026-03-10')
  office.mustTake(office.noted('urge-task', 'sec', 'Đề nghị báo cáo', 'later'))
  office.mustTake(office.finish({ task: 'back' }))
  office.mustTake(office.giveBack('Chưa đủ', 'sec', 'back'))
  office.mustTake(office.finish({ task: 'done' }))
  const digest = digestOf(office.tasks, day('2026-03-09'))
  const ids = Object.entries(digest).map(([part, tasks]) => [part, tasks.map(({ id }) => id)])
  expect(Object.fromEntries(ids)).toEqual({
    overdue: ['over'],
    due: ['week'],
    asked: ['later'],
    returned: ['back'],
  })
})

test.each([
  ['2026-03-09', '2026-03-09'],
  ['2026-03-11', '2026-03-09'],
  ['2026-03-15', '2026-03-09'],
])('[T6] the week of %s begins on Monday %s', (of, monday) => {
  expect(mondayOf(day(of))).toBe(monday)
})
