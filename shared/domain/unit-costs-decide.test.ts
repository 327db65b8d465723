import { expect, it } from 'vitest'
import { readerOver } from './entity.ts'
import { settingsOn } from './settings.ts'
import { at, cabinetOf, day, monday, person } from './testing/cabinet.ts'
import { reasonOf } from './testing/meeting-office.ts'
import { TaskOffice } from './testing/task-office.ts'
import { assumedCosts } from './unit-costs.ts'

const costs = { ...assumedCosts, pagePrice: 700 }

it('unit costs hold from their day on, a past one too, and say who set them when', () => {
  const office = new TaskOffice(cabinetOf(3))
  office.now = at(monday, 9)
  office.mustTake(office.act('set-unit-costs', 'head', { from: day('2019-06-24'), costs }))
  const history = readerOver(office.rows).get('settings', 'settings')
  expect(settingsOn(history, day('2019-06-23')).unitCosts).toEqual(assumedCosts)
  expect(settingsOn(history, day('2019-06-24')).unitCosts).toEqual(costs)
  expect(history?.changes.at(-1)?.set).toEqual({ by: person('head'), at: at(monday, 9) })
})

it('[O6] the same again changes nothing, and nobody but the head of office sets them', () => {
  const office = new TaskOffice(cabinetOf(3))
  office.now = at(monday, 9)
  const from = day('2026-01-01')
  office.mustTake(office.act('set-unit-costs', 'head', { from, costs }))
  expect(reasonOf(office.take(office.act('set-unit-costs', 'head', { from, costs })))).toBe(
    'refused:already-done',
  )
  for (const who of ['sec', 'pm', 'm2']) {
    const act = office.act('set-unit-costs', who, { from, costs: assumedCosts })
    expect(reasonOf(office.take(act))).toBe('refused:not-allowed')
  }
})
