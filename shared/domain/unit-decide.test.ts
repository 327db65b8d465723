import { describe, expect, test } from 'vitest'
import { subjectOn } from './access.ts'
import type { Act } from './act.ts'
import { readerOver } from './entity.ts'
import { mayRead } from './scope.ts'
import { statusOf } from './task-status.ts'
import { day, leadAgency } from './testing/cabinet.ts'
import { reasonOf } from './testing/meeting-office.ts'
import { dueDay, finance, TaskOffice, taskId } from './testing/task-office.ts'
import { agencyUnitsKey, hashesOfUnits, standingOf, taskSplitKey, unitsIn } from './unit.ts'

const taken = (office: TaskOffice, act: Act) => reasonOf(office.take(act))
const splitIn = (office: TaskOffice) => {
  const row = readerOver(office.rows).get('task-split', taskSplitKey(leadAgency, taskId()))
  if (!row) throw new Error('no split')
  return row
}
const unitsOf = (office: TaskOffice) =>
  readerOver(office.rows).get('agency-units', agencyUnitsKey(leadAgency))?.units ?? []

describe('an agency’s units', () => {
  test('[T3] are entered, renamed and retired by its desk; a retired one stays with what it had', () => {
    const office = new TaskOffice().assigned()
    office.mustTake(office.setUnit('Vụ Pháp chế'))
    office.mustTake(office.setUnit('Cục Quản lý Dược', { id: 'drugs', by: 'clk2' }))
    office.mustTake(office.givePart('2026-03-10'))
    office.mustTake(office.setUnit('Vụ Pháp chế và Thanh tra'))
    office.mustTake(office.setUnit('Vụ Pháp chế và Thanh tra', { isRetired: true }))
    expect(unitsOf(office).map(({ id, isRetired }) => [id, isRetired])).toEqual([
      ['legal', true],
      ['drugs', false],
    ])
    expect(unitsIn(splitIn(office))).toEqual(['legal'])
  })

  test('[O6] have a name of their own, at most 200 characters of clean text', () => {
    const office = new TaskOffice()
    const name = (text: string) => taken(office, office.setUnit(text))
    expect(name('   ')).toBe('refused:content-malformed')
    expect(name('a'.repeat(201))).toBe('refused:content-malformed')
    expect(name('Vụ\u0007')).toBe('refused:content-malformed')
    expect(name('a'.repeat(200))).toBe('accepted')
  })

  test('[D2][O3] are known to its desk and the member who heads it, and to nobody else', () => {
    const office = new TaskOffice().assigned()
    office.mustTake(office.setUnit('Vụ Pháp chế'))
    office.mustTake(office.givePart())
    const reader = readerOver(office.rows)
    const rows = [splitIn(office), reader.get('agency-units', agencyUnitsKey(leadAgency))]
    const readers = reader.list('person').filter((one) => {
      const subject = subjectOn(one, null, office.now)
      return rows.every((row) => row && mayRead(subject, row, {}))
    })
    expect(readers.map(({ id }) => id).sort()).toEqual(['clk', 'clk2', 'mhealth'])
  })
})

describe('a task split among units', () => {
  test('[T2] keeps what each has to do, by when and how far it is, and changes nothing of the task', () => {
    const office = new TaskOffice().assigned()
    const before = office.task()
    office.mustTake(office.givePart('2026-03-10'))
    office.mustTake(office.givePart(null, { id: 'drugs', text: 'Cho ý kiến' }))
    office.mustTake(office.notePart('doing'))
    office.mustTake(office.notePart('done', { by: 'clk2', text: 'Đã trình lãnh đạo bộ' }))
    office.mustTake(office.notePart('withdrawn', { id: 'drugs', text: 'Không thuộc phạm vi' }))
    const split = splitIn(office)
    expect(split.parts.map((part) => [part.unit, standingOf(part).state, standingOf(part).due])).toEqual([
      ['legal', 'done', '2026-03-10'],
      ['drugs', 'withdrawn', null],
    ])
    expect(unitsIn(split)).toEqual(['legal'])
    expect(split.parts[0]?.steps.map(({ by }) => by)).toEqual(['clk', 'clk', 'clk2'])
    expect(hashesOfUnits(split)).toHaveLength(5)
    expect(office.task()).toBe(before)
    office.onDay('2026-03-14')
    expect(statusOf(office.task(), day('2026-03-14'))).toBe('overdue')
  })

  test('[T3] has no day after the deadline of the task', () => {
    const office = new TaskOffice().assigned()
    expect(taken(office, office.givePart('2026-03-14'))).toBe('refused:part-after-deadline')
    expect(taken(office, office.givePart(dueDay))).toBe('accepted')
  })

  test('[O6] says what is to be done, and why it is withdrawn', () => {
    const office = new TaskOffice().assigned()
    expect(taken(office, office.givePart(null, { text: ' ' }))).toBe('refused:reason-missing')
    expect(taken(office, office.notePart('withdrawn'))).toBe('refused:reason-missing')
    expect(taken(office, office.notePart('done'))).toBe('accepted')
  })

  test('[O9] is kept whatever happened meanwhile: a unit retired, a task confirmed, two desks at once', () => {
    const office = new TaskOffice().assigned()
    office.mustTake(office.setUnit('Vụ Pháp chế', { isRetired: true }))
    office.mustTake(office.givePart('2026-03-10'))
    office.mustTake(office.givePart('2026-03-12', { by: 'clk2', text: 'Cho ý kiến' }))
    office.mustTake(office.receive())
    office.mustTake(office.finish())
    office.mustTake(office.confirm())
    office.mustTake(office.notePart('done'))
    const [part] = splitIn(office).parts
    expect(part && [standingOf(part).due, part.steps.length]).toEqual(['2026-03-12', 3])
  })

  test('[T1][O3] is the desk’s of an agency that leads or supports it, for itself alone, and of no draft', () => {
    const office = new TaskOffice().assigned()
    const as = (by: string, agency = leadAgency) => taken(office, office.givePart(null, { by, agency }))
    expect(as('fin', finance)).toBe('accepted')
    expect(as('fin', leadAgency)).toBe('refused:not-allowed')
    expect(as('clk', finance)).toBe('refused:not-allowed')
    expect([as('sec'), as('head'), as('pm'), as('mhealth')]).toEqual(Array(4).fill('refused:not-allowed'))
    expect(as('admin')).toBe('refused:not-found')
    office.assigned({ task: taskId('theirs'), leadAgency: finance, supporting: [] })
    const foreign = office.givePart(null, { task: taskId('theirs') })
    expect(taken(office, foreign)).toBe('refused:not-found')
    office.mustTake(office.draftTask({ task: taskId('draft') }))
    expect(taken(office, office.givePart(null, { task: taskId('draft') }))).toBe('refused:not-found')
    expect(taken(office, office.setUnit('Vụ Pháp chế', { by: 'fin' }))).toBe('refused:not-found')
  })
})
