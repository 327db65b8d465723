import { expect, test } from 'vitest'
import { subjectOn } from '../../shared/domain/access.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import { openExtension } from '../../shared/domain/task.ts'
import { tasksForHome } from '../../shared/domain/task-select.ts'
import { day, leadAgency } from '../../shared/domain/testing/cabinet.ts'
import { dueDay, finance, TaskOffice, taskId } from '../../shared/domain/testing/task-office.ts'
import { dayOf } from '../../shared/lib/time.ts'
import { trailOf } from './task-trail.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'
import { weekDigest } from './week-digest.ts'

const id = taskId()

const subjectIn = (office: TaskOffice, who: string) => {
  const found = readerOver(office.rows).get('person', `person/${who}`)
  if (!found) throw new Error(`nobody called ${who}`)
  return subjectOn(found, null, office.now)
}

test('[O1][O9] what a desk says without a network is saved with its words, and recorded only by its receipt', async () => {
  const office = new TaskOffice().assigned()
  const desk = await meetingTablet(office, 'clk')
  await desk.tasks.receive(id)
  await desk.tasks.reportProgress(id, 30, 'Đã lập tổ soạn thảo')
  await desk.tasks.reportProgress(id, 45, 'Đã lấy ý kiến')
  await desk.tasks.askExtension(id, day('2026-03-31'), 'Chờ địa phương')
  const saved = desk.tasks.get(id)
  expect(saved?.waiting).toBe(4)
  expect(saved?.words.map(({ kind, note }) => [kind, note])).toEqual([
    ['saved', ''],
    ['saved', 'Đã lập tổ soạn thảo'],
    ['saved', 'Đã lấy ý kiến'],
    ['saved', 'Chờ địa phương'],
  ])
  expect([saved?.task.phase.state, saved?.recorded.size]).toEqual(['assigned', 0])
  await desk.send()
  await desk.pull()
  const told = desk.tasks.get(id)
  expect([told?.task.phase.state, told?.words.length, told?.recorded.size]).toEqual(['in-progress', 0, 4])
  // The second report of one desk knows the first, though both waited.
  expect(told?.task.reports.map(({ isStale }) => isStale)).toEqual([false, false])
})

test('[O1][T3] two desks report without knowing of each other: both stay, the later one is shown as such', async () => {
  const office = new TaskOffice().assigned()
  const [one, other] = [await meetingTablet(office, 'clk'), await meetingTablet(office, 'clk2')]
  await one.tasks.reportProgress(id, 30, 'Một')
  await other.tasks.reportDone(id, { number: '45/TTr-BYT', date: day('2026-03-02') }, '')
  await one.send()
  await other.send()
  await other.pull()
  const task = other.tasks.get(id)?.task
  expect(task?.reports.map(({ isStale }) => isStale)).toEqual([false, true])
  expect(task && trailOf(task).map(({ kind }) => kind)).toEqual([
    ...['done', 'progress', 'received', 'assigned', 'drafted'],
  ])
})

test('[T6] the desk’s week has the figures of the letter: of what it leads, and not of what it supports', async () => {
  const office = new TaskOffice().assigned()
  office.assigned({ task: taskId('theirs'), leadAgency: finance, supporting: [leadAgency] })
  office.mustTake(office.noted('urge-task', 'sec'))
  const weekOf = async (who: string) => {
    const { tasks } = await meetingTablet(office, who)
    const digest = weekDigest(tasks.list(), subjectIn(office, who), dayOf(office.now))
    return digest && Object.values(digest).map((some) => some.length)
  }
  // Overdue, due this week, urged, returned.
  expect(await weekOf('clk')).toEqual([0, 0, 1, 0])
  office.onDay('2026-03-09')
  expect(await weekOf('clk')).toEqual([0, 1, 1, 0])
  expect(await weekOf('fin')).toEqual([0, 1, 0, 0])
  office.onDay('2026-03-14')
  expect(await weekOf('clk')).toEqual([1, 0, 1, 0])
  expect(await weekOf('sec')).toBeNull()
})

test('[T4] after the due day a desk is still offered to ask, and told why it is too late; an open request is on the task', async () => {
  const office = new TaskOffice().assigned()
  office.mustTake(office.askExtension())
  const { tasks } = await meetingTablet(office, 'clk')
  const open = tasks.get(id)?.task
  expect(open && openExtension(open)?.to).toBe('2026-03-31')
  office.mustTake(office.decideExtension(null))
  expect(openExtension(office.task())).toBeUndefined()
  office.onDay('2026-03-20')
  expect((await meetingTablet(office, 'clk')).tasks.get(id)?.can.has('ask-extension')).toBe(true)
})

test('[O2][T4] what the Office does not record stays with the desk, with its words and the reason', async () => {
  const office = new TaskOffice().assigned()
  const desk = await meetingTablet(office, 'clk')
  await desk.tasks.askExtension(id, day('2026-03-31'), 'Chờ địa phương')
  office.onDay('2026-03-20').mustTake(office.noted('urge-task', 'sec'))
  office.mustTake(office.finish({ by: 'clk2' }))
  await desk.send()
  await desk.pull()
  const [word] = desk.tasks.get(id)?.words ?? []
  expect(word).toMatchObject({ kind: 'refused', note: 'Chờ địa phương', reason: { kind: 'wrong-state' } })
})

test('[T7] each is offered what is theirs to do, and nothing of a foreign agency is here', async () => {
  const office = new TaskOffice().assigned({ supporting: [] })
  office.mustTake(office.askExtension())
  const can = async (who: string) => [...((await meetingTablet(office, who)).tasks.get(id)?.can ?? [])].sort()
  expect(await can('clk')).toEqual(['ask-extension', 'receive-task', 'report-done', 'report-progress'])
  expect(await can('pm')).toEqual(['cancel-task', 'decide-extension', 'urge-task'])
  expect(await can('sec')).toEqual(['link-task', 'pass-extension', 'urge-task'])
  expect(await can('mhealth')).toEqual([])
  expect((await meetingTablet(office, 'fin')).tasks.list()).toEqual([])
})

test('[T6][T7] the home screen has what falls due or is overdue, and what waits for the member’s own decision', async () => {
  const office = new TaskOffice().assigned()
  const home = async (who: string) => {
    const { tasks } = await meetingTablet(office, who)
    return tasksForHome(tasks.list(), subjectIn(office, who)).map(({ task, daysLeft }) => [task.id, daysLeft])
  }
  expect(await home('mhealth')).toEqual([])
  office.onDay('2026-03-10')
  expect([await home('mhealth'), await home('mfin'), await home('pm')]).toEqual([[['task', 3]], [], []])
  office.mustTake(office.askExtension())
  office.mustTake(office.passExtension())
  expect(await home('pm')).toEqual([['task', 3]])
  office.onDay(dueDay).onDay('2026-03-15')
  expect(await home('mhealth')).toEqual([['task', -2]])
  office.mustTake(office.finish())
  expect(await home('mhealth')).toEqual([])
})
