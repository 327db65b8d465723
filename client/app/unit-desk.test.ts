import { expect, test } from 'vitest'
import { subjectOn } from '../../shared/domain/access.ts'
import { taskKey } from '../../shared/domain/task.ts'
import { agency, day, leadAgency } from '../../shared/domain/testing/cabinet.ts'
import { deskPeople, finance, TaskOffice, taskId } from '../../shared/domain/testing/task-office.ts'
import { deskNews } from './desk-news.ts'
import { createLocalMarks } from './local-marks.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'

const task = taskId()
const elsewhere = agency('elsewhere')

test('[O1][O9] a desk without a network enters a unit, gives it a part and notes it; the Office records it later', async () => {
  const office = new TaskOffice().assigned()
  const desk = await meetingTablet(office, 'clk')
  await desk.units.setUnit(leadAgency, null, 'Vụ Pháp chế', false)
  const [unit] = desk.units.units(leadAgency)
  if (!unit) throw new Error('no unit')
  const of = { agency: leadAgency, task, unit: unit.id }
  await desk.units.givePart(of, 'Soạn thảo đề án', day('2026-03-10'))
  await desk.units.notePart(of, 'doing', 'Đã lập tổ soạn thảo')
  const shown = () => desk.units.splits(office.task())[0]?.parts[0]
  expect(unit).toMatchObject({ name: 'Vụ Pháp chế', isWaiting: true })
  expect(shown()).toMatchObject({
    name: 'Vụ Pháp chế',
    state: 'doing',
    due: '2026-03-10',
    text: 'Soạn thảo đề án',
  })
  expect(shown()?.steps.map(({ isWaiting }) => isWaiting)).toEqual([true, true])
  expect(desk.tasks.list()[0]?.units).toEqual([unit.id])
  await desk.send()
  await desk.pull()
  expect(shown()?.steps.map(({ isWaiting, note }) => [isWaiting, note])).toEqual([
    [false, 'Đã lập tổ soạn thảo'],
    [false, 'Soạn thảo đề án'],
  ])
  expect(desk.units.units(leadAgency)[0]?.isWaiting).toBe(false)
})

test('[O2] two desks of one agency give a part at once: both are kept, in the order of the ledger', async () => {
  const office = new TaskOffice().assigned()
  office.mustTake(office.setUnit('Vụ Pháp chế'))
  const [one, other] = [await meetingTablet(office, 'clk'), await meetingTablet(office, 'clk2')]
  const [unit] = one.units.units(leadAgency)
  if (!unit) throw new Error('no unit')
  const of = { agency: leadAgency, task, unit: unit.id }
  await one.units.givePart(of, 'Soạn thảo', day('2026-03-10'))
  await other.units.givePart(of, 'Cho ý kiến', day('2026-03-12'))
  await other.send()
  await one.send()
  await one.pull()
  const part = one.units.splits(office.task())[0]?.parts[0]
  expect([part?.text, part?.due]).toEqual(['Soạn thảo', '2026-03-10'])
  expect(part?.steps.map(({ note, by }) => [note, by])).toEqual([
    ['Soạn thảo', 'clk'],
    ['Cho ý kiến', 'clk2'],
  ])
})

test('[D2] the minister reads the split and gives nothing; the Office, the assigner and a supporting desk see none of it', async () => {
  const office = new TaskOffice().assigned()
  office.mustTake(office.setUnit('Vụ Pháp chế'))
  office.mustTake(office.givePart())
  const seen = async (who: string) => {
    const { units, tasks } = await meetingTablet(office, who)
    const splits = units.splits(office.task())
    return [
      splits.map(({ agency, parts, mayGive }) => [agency, parts.length, mayGive]),
      tasks.list()[0]?.units.length,
    ]
  }
  expect(await seen('mhealth')).toEqual([[[leadAgency, 1, false]], 1])
  expect(await seen('fin')).toEqual([[[finance, 0, true]], 0])
  for (const who of ['sec', 'head', 'pm']) expect(await seen(who)).toEqual([[], 0])
})

test('[T3] units in use stand first, by name; what a retired one has stays', async () => {
  const office = new TaskOffice().assigned()
  office.mustTake(office.setUnit('Văn phòng Bộ', { id: 'office' }))
  office.mustTake(office.setUnit('Cục Quản lý Dược', { id: 'drugs' }))
  office.mustTake(office.setUnit('An toàn thực phẩm', { id: 'food', isRetired: true }))
  office.mustTake(office.givePart(null, { id: 'food' }))
  const desk = await meetingTablet(office, 'clk')
  expect(desk.units.units(leadAgency).map(({ name }) => name)).toEqual([
    ...['Cục Quản lý Dược', 'Văn phòng Bộ', 'An toàn thực phẩm'],
  ])
  expect(desk.units.splits(office.task())[0]?.parts[0]?.name).toBe('An toàn thực phẩm')
})

test('[T3] after its agency has become another a desk still sees what its units were given, and keeps units of the other', async () => {
  const office = new TaskOffice().assigned({ supporting: [] })
  office.mustTake(office.setUnit('Vụ Pháp chế'))
  office.mustTake(office.givePart())
  expect(office.merge().kind).toBe('accepted')
  const desk = await meetingTablet(office, 'clk')
  const splits = desk.units.splits(office.task())
  expect(splits.map(({ agency, parts }) => [agency, parts.map(({ name }) => name)])).toEqual([
    [finance, []],
    [leadAgency, ['Vụ Pháp chế']],
  ])
  expect(desk.units.keeps()).toBe(finance)
  const other = await meetingTablet(office, 'fin')
  expect(other.units.splits(office.task()).map(({ agency }) => agency)).toEqual([finance])
})

test('[O1][O2] what a desk said of units and tasks that passed to another agency meanwhile is told with its words', async () => {
  const office = new TaskOffice().assigned()
  office.mustTake(office.setUnit('Vụ Pháp chế'))
  const desk = await meetingTablet(office, 'clk')
  const [unit] = desk.units.units(leadAgency)
  if (!unit) throw new Error('no unit')
  await desk.units.setUnit(leadAgency, null, 'Cục Quản lý Dược', false)
  await desk.units.givePart({ agency: leadAgency, task, unit: unit.id }, 'Soạn thảo đề án', null)
  await desk.tasks.reportProgress(task, 30, 'Đã lập tổ soạn thảo')
  office.rows.set(taskKey(task), { ...office.task(), leadAgency: finance, supporting: [] })
  const [clerk] = deskPeople
  const moved = clerk && {
    ...clerk,
    appointments: clerk.appointments.map((one) => ({ ...one, agency: elsewhere })),
  }
  if (!moved) throw new Error('no clerk')
  office.rows.set('person/clk', moved)
  await desk.send()
  await desk.pull()
  const told = () =>
    deskNews(
      desk.tasks.list(),
      subjectOn(moved, null, office.now),
      desk.copy,
      createLocalMarks(desk.copy, 'dealt'),
    )
  expect(told().map((news) => [news.view, news.kind === 'refused' && news.said])).toEqual([
    [null, 'set-unit'],
    [null, 'give-part'],
    [null, 'report-progress'],
  ])
  expect(told().map(({ noteCommit }) => noteCommit && desk.tasks.noteOf(noteCommit))).toEqual([
    ...['Cục Quản lý Dược', 'Soạn thảo đề án', 'Đã lập tổ soạn thảo'],
  ])
})
