import { describe, expect, test } from 'vitest'
import type { BodyOf } from './act.ts'
import { agencyNames } from './agency-names.ts'
import { readerOver } from './entity.ts'
import { agency, day, leadAgency, person } from './testing/cabinet.ts'
import { DirectiveOffice, directiveId } from './testing/directive-office.ts'
import { reasonOf } from './testing/meeting-office.ts'
import { finance, TaskOffice, taskId } from './testing/task-office.ts'

const today = '2026-03-02'
const office = () => new TaskOffice().onDay(today)

const rowOf = (of: TaskOffice, id: string) => readerOver(of.rows).get('agency', `agency/${id}`)

const merge = (of: TaskOffice, body: Partial<BodyOf<'merge-agency'>> = {}, who = 'admin') =>
  reasonOf(of.merge(body, who))

describe('a new name', () => {
  test('[O6] is kept with the last day of the one before, and files with either are understood', () => {
    const of = office()
    const name = 'Bộ Y tế và Dân số'
    of.mustTake(of.act('rename-agency', 'admin', { agency: leadAgency, name, from: day('2026-03-01') }))
    expect(rowOf(of, leadAgency)).toMatchObject({
      name,
      pastNames: [{ name: 'Bộ Y tế', until: '2026-02-28' }],
    })
    const names = agencyNames(readerOver(of.rows).list('agency', 'agency/'))
    expect([names.find('Bộ Y tế'), names.find('Bộ YT&DS')]).toEqual([
      { kind: 'one', found: { agency: leadAgency, formerName: 'Bộ Y tế' } },
      { kind: 'one', found: { agency: leadAgency, formerName: null } },
    ])
  })

  test('[O6] of another, of tomorrow, before the last one, or the same again is none; nor from anybody but the administrator', () => {
    const of = office()
    const rename = (body: Partial<BodyOf<'rename-agency'>>, who = 'admin') =>
      reasonOf(
        of.take(
          of.act('rename-agency', who, {
            agency: leadAgency,
            name: 'Bộ Sức khỏe',
            from: day(today),
            ...body,
          }),
        ),
      )
    expect(rename({ name: 'bộ tài chính' })).toBe('refused:agency-exists')
    expect(rename({ name: 'Bộ Y tế' })).toBe('refused:already-done')
    expect(rename({ from: day('2026-03-03') })).toBe('refused:day-not-come')
    expect(rename({ agency: agency('none') })).toBe('refused:agency-unknown')
    for (const who of ['head', 'sec', 'pm', 'clk', 'mhealth']) {
      expect([who, rename({}, who)]).toEqual([who, 'refused:not-allowed'])
    }
    expect(rename({})).toBe('accepted')
    expect(rename({ name: 'Bộ Y tế', from: day('2026-02-01') })).toBe('refused:day-not-later')
  })
})

test('[O6] a new agency has a code and a name that no other has', () => {
  const of = office()
  const add = (id: string, name: string) =>
    reasonOf(of.take(of.act('add-agency', 'admin', { agency: agency(id), name })))
  expect(add('bdt', 'Bộ Dân tộc')).toBe('accepted')
  expect(add('bdt', 'Bộ Khác')).toBe('refused:agency-exists')
  expect(add('bdt2', 'BỘ DÂN TỘC')).toBe('refused:agency-exists')
})

describe('a merger', () => {
  const merged = () => {
    const of = office()
    of.mustTake(of.draftTask({ task: taskId('draft') }))
    of.assigned({ task: taskId('open') })
    of.assigned({ task: taskId('support'), leadAgency: finance, supporting: [leadAgency] })
    of.assigned({ task: taskId('done') })
    of.mustTake(of.finish({ task: 'done' }))
    of.mustTake(of.confirm({ task: taskId('done') }))
    expect(merge(of)).toBe('accepted')
    return of
  }

  test('[T3] passes what is open, with a line in its history; what was done stays whose it was', () => {
    const of = merged()
    expect(rowOf(of, leadAgency)).toMatchObject({ successor: finance, closedFrom: today })
    const led = ['draft', 'open', 'support', 'done'].map((id) => of.task(id))
    expect(led.map((task) => [task.leadAgency, task.supporting])).toEqual([
      [finance, []],
      [finance, []],
      [finance, []],
      [leadAgency, [finance]],
    ])
    expect(led.map(({ passed }) => passed?.map(({ from, to }) => [from, to]))).toEqual([
      ...Array.from({ length: 3 }, () => [[leadAgency, finance]]),
      undefined,
    ])
  })

  test('[T7] gives the desks the other’s work, beside what they did; its own desk reports and so do they', () => {
    const of = merged()
    const held = readerOver(of.rows)
      .get('person', 'person/clk')
      ?.appointments.map((one) => one.agency)
    expect(held).toEqual([leadAgency, finance])
    of.mustTake(of.receive('fin', 'open'))
    of.mustTake(of.progress(20, { task: 'open', by: 'clk' }))
    expect(of.task('open').reports.map(({ by }) => by)).toEqual([person('clk')])
  })

  test('[D2] no entry tells a desk of a draft, or of a task that another leads', () => {
    const of = merged()
    const groups = of.entries.flatMap((entry) =>
      entry.kind === 'server' && entry.server.id.startsWith('agency-merge/')
        ? [entry.server.events.flatMap((event) => ('task' in event ? [event.task] : []))]
        : [],
    )
    expect(groups.sort()).toEqual([['draft'], ['open'], ['support']])
  })

  test('[D2] opens a directive to the other, once, with what was assigned of it; with a draft to nobody', () => {
    const source = {
      ...{ kind: 'directive' as const, number: '12/CT-TTg', date: day('2026-02-20') },
      directive: directiveId(),
    }
    const drafted = new DirectiveOffice().onDay(today).published()
    drafted.mustTake(drafted.draftTask({ source }))
    expect(merge(drafted)).toBe('accepted')
    expect([drafted.task().leadAgency, drafted.directive().agencies]).toEqual([finance, []])

    const given = new DirectiveOffice().onDay(today).published()
    for (const task of ['one', 'two']) given.assigned({ task: taskId(task), source, supporting: [] })
    expect(merge(given)).toBe('accepted')
    expect(given.directive().agencies).toEqual([leadAgency, finance])
  })

  test('[T1] nothing more is given to what is closed, and it cannot be renamed or merged again', () => {
    const of = merged()
    expect(reasonOf(of.take(of.draftTask({ task: taskId('late') })))).toBe('refused:agency-closed')
    expect(merge(of)).toBe('refused:agency-closed')
    expect(merge(of, { agency: finance, into: leadAgency })).toBe('refused:agency-closed')
    const name = 'Bộ Y tế mới'
    const rename = of.act('rename-agency', 'admin', { agency: leadAgency, name, from: day(today) })
    expect(reasonOf(of.take(rename))).toBe('refused:agency-closed')
  })

  test('[O9] of itself, into nobody, of tomorrow, or by anybody but the administrator is none', () => {
    const of = office()
    expect(merge(of, { into: leadAgency })).toBe('refused:agency-unknown')
    expect(merge(of, { into: agency('none') })).toBe('refused:agency-unknown')
    expect(merge(of, { from: day('2026-03-03') })).toBe('refused:day-not-come')
    for (const who of ['head', 'sec', 'pm', 'fin']) {
      expect([who, merge(of, {}, who)]).toEqual([who, 'refused:not-allowed'])
    }
  })
})
