import { describe, expect, test } from 'vitest'
import type { Day } from '../lib/time.ts'
import { readerOver } from './entity.ts'
import { defaultSettings, settingsOn, urgingSince } from './settings.ts'
import type { Task } from './task.ts'
import { at, day } from './testing/cabinet.ts'
import { reasonOf } from './testing/meeting-office.ts'
import { dueDay, TaskOffice } from './testing/task-office.ts'
import type { UrgingRule } from './urging.ts'
import { latestUrged, urgingDue, urgingEntry } from './urging-rule.ts'
import { type WorkCalendar, weekendsOnly } from './working-day.ts'

/** Assigned on Monday 2 March 2026, due on Friday 13 March. */
const assigned = () => new TaskOffice().onDay('2026-03-02').assigned()
const rule = defaultSettings.urging
const inForce = { rule, since: null as Day | null }

const due = (
  task: Task,
  on: string,
  given: Partial<typeof inForce> = {},
  calendar = weekendsOnly,
  hour = 8,
) => urgingDue(task, { ...inForce, ...given }, at(on, hour), calendar)
const said = (point: ReturnType<typeof due>) => point && `${point.when} ${point.days} ${point.day}`

/** The server's own entry, as it comes about on a day. */
function urge(office: TaskOffice, on: string): string | null {
  office.onDay(on)
  const point = due(office.task(), on)
  if (!point) return null
  office.serve(urgingEntry(office.task(), point))
  return said(point)
}

describe('the rule of urging', () => {
  test.each([
    ['2026-03-03', null],
    ['2026-03-04', 'before 7 2026-03-04'],
    ['2026-03-05', 'before 7 2026-03-04'],
    ['2026-03-10', 'before 3 2026-03-10'],
    ['2026-03-12', 'before 1 2026-03-12'],
    ['2026-03-13', 'on-day 0 2026-03-13'],
    ['2026-03-14', null],
    ['2026-03-16', 'on-day 0 2026-03-13'],
    ['2026-03-20', 'after 5 2026-03-20'],
    ['2026-03-27', 'after 10 2026-03-27'],
    ['2026-04-01', 'after 10 2026-03-27'],
  ])('[T6] on %s the last day of it that has come counts: %s', (on, expected) => {
    expect(said(due(assigned().task(), on))).toBe(expected)
  })

  test('[T6] speaks at the hour at which a working day begins, in Viet Nam', () => {
    const task = assigned().task()
    expect(due(task, '2026-03-13', {}, weekendsOnly, 7)).toEqual(due(task, '2026-03-13', {}, weekendsOnly, 0))
    expect(due(task, '2026-03-13', {}, weekendsOnly, 7)).toBeNull()
    expect(due(task, '2026-03-13', {}, weekendsOnly, 8)).not.toBeNull()
  })

  test('[T6][G4] counts working days: holidays, and a Saturday that is worked', () => {
    const task = assigned().task()
    const off: WorkCalendar = { off: new Set([day('2026-03-12'), day('2026-03-13')]), worked: new Set() }
    expect(said(due(task, '2026-03-10', {}, off))).toBe('before 3 2026-03-09')
    expect(said(due(task, '2026-03-11', {}, off))).toBe('on-day 0 2026-03-11')
    expect(due(task, '2026-03-13', {}, off)).toBeNull()
    const worked: WorkCalendar = { off: new Set(), worked: new Set([day('2026-03-14')]) }
    expect(said(due(task, '2026-03-19', {}, worked))).toBe('after 5 2026-03-19')
  })

  test('[T6] every day is urged once, and missed ones together', () => {
    const office = assigned()
    const days = ['2026-03-04', '2026-03-04', '2026-03-05', '2026-03-12', '2026-03-12']
    expect(days.map((on) => urge(office, on))).toEqual([
      'before 7 2026-03-04',
      null,
      null,
      'before 1 2026-03-12',
      null,
    ])
    // The server was away for five weeks.
    expect(urge(office, '2026-04-20')).toBe('after 25 2026-04-17')
    expect(urge(office, '2026-04-21')).toBeNull()
    expect(office.task().urgings.map(({ by, noteCommit, rule }) => [by, noteCommit, rule?.days])).toEqual([
      [null, null, 7],
      [null, null, 1],
      [null, null, 25],
    ])
  })

  test('[T6] is answered as one by hand is', () => {
    const office = assigned()
    urge(office, '2026-03-12')
    office.mustTake(office.answerUrging())
    expect(office.task().urgings[0]?.answers).toHaveLength(1)
  })

  test('[T6] makes the same entry on every server, another one for another day', () => {
    const task = assigned().task()
    const entry = (on: string) => {
      const point = due(task, on)
      return point && urgingEntry(task, point).id
    }
    expect(entry('2026-03-04')).toBe(entry('2026-03-06'))
    expect(entry('2026-03-04')).toMatch(/^urging-[0-9a-f]{32}$/)
    expect(entry('2026-03-10')).not.toBe(entry('2026-03-04'))
  })
})

describe('nobody is urged', () => {
  test('[T6] before the task is assigned, or on the day on which it is', () => {
    const draft = new TaskOffice().onDay('2026-03-02')
    draft.mustTake(draft.draftTask())
    expect(due(draft.task(), '2026-03-12')).toBeNull()
    const late = new TaskOffice().onDay('2026-03-10').assigned()
    expect(due(late.task(), '2026-03-10')).toBeNull()
    expect(due(late.task(), '2026-03-11')).toBeNull()
    expect(said(due(late.task(), '2026-03-12'))).toBe('before 1 2026-03-12')
  })

  test('[T6] whose report of completion waits, is confirmed or whose task is cancelled', () => {
    const office = assigned().onDay('2026-03-11')
    office.mustTake(office.finish())
    expect(due(office.task(), '2026-03-20')).toBeNull()
    const confirmed = assigned().onDay('2026-03-11')
    confirmed.mustTake(confirmed.finish())
    confirmed.mustTake(confirmed.confirm())
    expect(due(confirmed.task(), '2026-03-20')).toBeNull()
    const cancelled = assigned()
    cancelled.mustTake(cancelled.noted('cancel-task', 'pm'))
    expect(due(cancelled.task(), '2026-03-20')).toBeNull()
    // Given back on the 17th: what the rule had to say until then is not made up.
    office.onDay('2026-03-17').mustTake(office.giveBack())
    expect(due(office.task(), '2026-03-18')).toBeNull()
    expect(said(due(office.task(), '2026-03-20'))).toBe('after 5 2026-03-20')
  })

  test('[T4][T6] while an extension waits for an answer; afterwards by the date that holds', () => {
    const office = assigned().onDay('2026-03-11')
    office.mustTake(office.askExtension('2026-03-31'))
    expect(due(office.task(), '2026-03-16')).toBeNull()
    office.onDay('2026-03-16').mustTake(office.decideExtension('2026-03-31'))
    expect(due(office.task(), '2026-03-17')).toBeNull()
    expect(said(due(office.task(), '2026-03-20'))).toBe('before 7 2026-03-20')
    const refused = assigned().onDay('2026-03-11')
    refused.mustTake(refused.askExtension('2026-03-31'))
    refused.onDay('2026-03-16').mustTake(refused.decideExtension(null))
    expect(due(refused.task(), '2026-03-17')).toBeNull()
    expect(said(due(refused.task(), '2026-03-20'))).toBe('after 5 2026-03-20')
  })

  test('[T6] by a rule that is empty, or for days before it was set', () => {
    const off: UrgingRule = { before: [], onDay: false, everyAfter: 0 }
    const task = assigned().task()
    expect(due(task, '2026-03-20', { rule: off })).toBeNull()
    expect(due(task, '2026-03-16', { since: day('2026-03-14') })).toBeNull()
    expect(said(due(task, '2026-03-20', { since: day('2026-03-14') }))).toBe('after 5 2026-03-20')
  })

  test('[T6] later than the search for them looks', () => {
    const task = assigned().task()
    for (const on of ['2026-03-04', '2026-03-06']) {
      expect(due(task, on)).not.toBeNull()
      expect(latestUrged(rule, day(on), weekendsOnly) >= dueDay).toBe(true)
    }
    expect(latestUrged(rule, day('2026-03-05'), weekendsOnly)).toBe('2026-03-16')
  })
})

describe('setting the rule', () => {
  const next: UrgingRule = { before: [2, 10], onDay: false, everyAfter: 3 }

  test('[T6] is the head’s, holds from the next day on, and the last word of a day counts', () => {
    const office = assigned()
    const history = () => readerOver(office.rows).get('settings', 'settings')
    office.mustTake(office.act('set-urging', 'head', { rule: { ...next, everyAfter: 1 } }))
    office.mustTake(office.act('set-urging', 'head', { rule: next }))
    expect(settingsOn(history(), day('2026-03-02')).urging).toEqual(rule)
    expect(settingsOn(history(), day('2026-03-03')).urging).toEqual({ ...next, before: [10, 2] })
    expect(history()?.changes).toHaveLength(1)
    expect([urgingSince(history(), day('2026-03-02')), urgingSince(history(), day('2026-03-09'))]).toEqual([
      null,
      '2026-03-03',
    ])
    expect(reasonOf(office.take(office.act('set-urging', 'head', { rule: next })))).toBe(
      'refused:already-done',
    )
    for (const who of ['sec', 'pm', 'clk', 'admin']) {
      expect(reasonOf(office.take(office.act('set-urging', who, { rule })))).toBe('refused:not-allowed')
    }
  })
})
