import { describe, expect, test } from 'vitest'
import type { Act } from './act.ts'
import { BallotId } from './id.ts'
import { changesOf, isLinked } from './task-origin.ts'
import { agency, at, day, hashOf, leadAgency, person } from './testing/cabinet.ts'
import { reasonOf } from './testing/meeting-office.ts'
import { dueDay, finance, TaskOffice, taskId } from './testing/task-office.ts'

const told = (office: TaskOffice, act: Act) => reasonOf(office.take(act))

describe('a draft', () => {
  const drafted = (given: Parameters<TaskOffice['draftTask']>[0]) => {
    const office = new TaskOffice()
    return told(office, office.draftTask(given))
  }

  test('[T1] names agencies that there are, and no due date before its source', () => {
    expect(drafted({ leadAgency: agency('nobody') })).toBe('refused:agency-unknown')
    expect(drafted({ supporting: [finance, agency('nobody')] })).toBe('refused:agency-unknown')
    expect(drafted({ deadline: day('2026-02-19') })).toBe('refused:deadline-before-source')
    expect(drafted({ deadline: null })).toBe('accepted')
    expect(drafted({ contentHash: hashOf('no content') })).toBe('refused:content-malformed')
  })

  test('[T1] the lead agency supports no other, and none twice', () => {
    const office = new TaskOffice()
    office.mustTake(office.draftTask({ supporting: [finance, leadAgency, finance] }))
    expect(office.task().supporting).toEqual([finance])
  })

  test('[D3] of a state secret holds no words: its paper has them', () => {
    const office = new TaskOffice()
    const draft = (text: string) =>
      office.draftTask({ security: 'mat', contentHash: office.addTask({ text, abstract: '', product: '' }) })
    expect(told(office, draft('Điều động lực lượng'))).toBe('refused:secret-task-holds-words')
    expect(told(office, draft(''))).toBe('accepted')
    expect(told(office, office.assign())).toBe('accepted')
  })

  test('[T1][D2] comes from a ballot that its author may read, and from none that is not there', () => {
    expect(drafted({ ballot: BallotId.parse('unknown') })).toBe('refused:not-found')
    const office = new TaskOffice()
    office.issue()
    office.mustTake(office.draftTask({ ballot: BallotId.parse('ballot') }))
    office.mustTake(office.draftTask({ contentHash: office.addTask({ text: 'Khác' }) }))
    expect(office.origins).toEqual([{ kind: 'task-origin', task: 'task', ballot: 'ballot' }])
  })
})

describe('the ballot that a task comes from', () => {
  const other = BallotId.parse('other')
  const office = () => {
    const made = new TaskOffice()
    made.issue()
    made.mustTake(made.draftTask({ ballot: BallotId.parse('ballot') }))
    made.mustTake(made.assign())
    return made
  }

  test('[T1][O6] a wrong link is taken off by the Office with a reason, of a task that was assigned too', () => {
    const made = office()
    expect(told(made, made.linkTask('ballot', null, 'sec', ' '))).toBe('refused:reason-missing')
    expect(told(made, made.linkTask('ballot', null, 'clk'))).toBe('refused:not-allowed')
    expect(told(made, made.linkTask('ballot', null, 'pm'))).toBe('refused:not-allowed')
    expect(told(made, made.linkTask('ballot', null))).toBe('accepted')
    const [row] = made.origins
    expect(
      row && [isLinked(row), changesOf(row).map(({ by, noteCommit }) => [by, noteCommit !== null])],
    ).toEqual([false, [['sec', true]]])
    expect(told(made, made.linkTask('ballot', null))).toBe('refused:stale-content')
    // The right one after all: its history goes on.
    expect(told(made, made.linkTask(null, 'ballot'))).toBe('accepted')
    expect(made.origins.map((one) => [isLinked(one), changesOf(one).length])).toEqual([[true, 2]])
    expect(told(made, made.linkTask(null, 'ballot'))).toBe('refused:already-done')
  })

  test('[D2] no link is written to what its author may not read, nor one from a page taken off', () => {
    const made = office()
    expect(told(made, made.linkTask('ballot', other))).toBe('refused:not-found')
    expect(told(made, made.linkTask('other', 'ballot'))).toBe('refused:not-found')
    expect(told(made, made.linkTask('ballot', 'ballot'))).toBe('refused:already-done')
  })

  test('[T1] written into a draft again, a link that was taken off is there again', () => {
    const made = new TaskOffice()
    made.issue()
    const again = () => made.mustTake(made.draftTask({ ballot: BallotId.parse('ballot') }))
    again()
    made.mustTake(made.linkTask('ballot', null))
    again()
    expect(made.origins.map((one) => [isLinked(one), changesOf(one).length])).toEqual([[true, 2]])
  })
})

describe('an assignment', () => {
  const assignedWith = (given: Parameters<TaskOffice['draftTask']>[0]) => {
    const office = new TaskOffice()
    office.mustTake(office.draftTask(given))
    return told(office, office.assign())
  }
  const source = { kind: 'directive', number: '', date: day('2026-02-20') } as const

  test('[T1] needs its source in full, a due date that has not passed, and an assigner in post', () => {
    expect(assignedWith({ source })).toBe('refused:source-incomplete')
    expect(assignedWith({ source: { ...source, number: '1/CT', date: null } })).toBe(
      'refused:source-incomplete',
    )
    expect(assignedWith({ deadline: null })).toBe('refused:deadline-missing')
    expect(assignedWith({ deadline: day('2026-03-01') })).toBe('refused:deadline-passed')
    expect(assignedWith({ deadline: day('2026-03-02') })).toBe('accepted')
    expect(assignedWith({ assigner: person('sec') })).toBe('refused:assigner-not-member')
  })

  test('[T1] is of what one has read: a draft changed meanwhile is refused', () => {
    const office = new TaskOffice()
    office.mustTake(office.draftTask())
    const assign = office.assign()
    office.mustTake(office.draftTask({ deadline: day('2026-03-20') }, 'sec2'))
    expect(told(office, assign)).toBe('refused:stale-content')
  })

  test('[O3] is the head’s of the Office, or the assigner’s own; nobody else’s', () => {
    const by = (who: string) => {
      const office = new TaskOffice()
      office.mustTake(office.draftTask({ assigner: person('m2') }))
      return told(office, office.assign('task', who))
    }
    expect(['head', 'm2', 'sec', 'pm', 'mhealth', 'clk', 'admin'].map(by)).toEqual([
      ...['accepted', 'accepted', 'refused:not-allowed'],
      ...['refused:not-found', 'refused:not-found', 'refused:not-found', 'refused:not-found'],
    ])
  })
})

describe('a report', () => {
  test('[T3] of the agency that leads; one that supports reads it and says nothing, another does not know of it', () => {
    const by = (who: string) => {
      const office = new TaskOffice().assigned()
      return told(office, office.progress(10, { by: who }))
    }
    expect(['clk', 'clk2', 'fin', 'mhealth'].map(by)).toEqual([
      ...['accepted', 'accepted', 'refused:not-allowed', 'refused:not-allowed'],
    ])
    const office = new TaskOffice().assigned({ supporting: [] })
    expect(told(office, office.progress(10, { by: 'fin' }))).toBe('refused:not-found')
  })

  test('[O1][T3] two desks at once: both stay, and the second is shown as written without the first', () => {
    const office = new TaskOffice().assigned()
    office.mustTake(office.progress(30, { id: 'first' }))
    office.mustTake(office.progress(50, { id: 'other', by: 'clk2' }))
    office.mustTake(office.progress(60, { id: 'next', prev: ['other'] }))
    expect(office.task().reports.map(({ percent, isStale }) => [percent, isStale])).toEqual([
      [30, false],
      [50, true],
      [60, false],
    ])
  })

  test('[O2] that comes after the confirmation is kept and moves nothing', () => {
    const office = new TaskOffice().assigned()
    office.mustTake(office.finish())
    office.mustTake(office.confirm())
    office.mustTake(office.progress(80, { by: 'clk2' }))
    expect([office.task().phase.state, office.task().reports.length]).toEqual(['confirmed', 2])
  })

  test('[T5] of completion names the paper; of progress says something', () => {
    const office = new TaskOffice().assigned()
    expect(told(office, office.progress(10, { text: ' ' }))).toBe('refused:reason-missing')
    const { noteCommit } = office.progress(10).body
    office.openings.delete(noteCommit)
    const unopened = office.act('report-progress', 'clk', { task: taskId(), percent: 10, noteCommit })
    expect(told(office, unopened)).toBe('refused:opening-missing')
    office.mustTake(office.finish({ number: '45/TTr-BYT' }))
    expect(office.task().reports[0]?.product?.number).toBe('45/TTr-BYT')
  })

  test('[T3] receiving twice changes nothing, and a report receives', () => {
    const office = new TaskOffice().assigned()
    office.mustTake(office.receive())
    const first = office.task().received
    office.onDay('2026-03-04').mustTake(office.receive('clk2'))
    expect(office.task().received).toEqual(first)
    const other = new TaskOffice().assigned()
    other.mustTake(other.progress(5))
    expect(other.task().received?.by).toBe('clk')
  })
})

describe('the Office', () => {
  test('[T3] confirms the report it has read, for a day between assignment and today', () => {
    const office = new TaskOffice().assigned()
    office.mustTake(office.finish({ id: 'first' }))
    const stale = office.confirm()
    office.mustTake(office.finish({ id: 'second', by: 'clk2' }))
    expect(told(office, stale)).toBe('refused:stale-content')
    expect(told(office, office.confirm({ doneOn: day('2026-03-03') }))).toBe('refused:day-not-possible')
    expect(told(office, office.confirm({ doneOn: day('2026-03-01'), text: 'x' }))).toBe(
      'refused:day-not-possible',
    )
    office.onDay('2026-03-05')
    expect(told(office, office.confirm({ doneOn: day('2026-03-04') }))).toBe('refused:reason-missing')
    expect(told(office, office.confirm({ doneOn: day('2026-03-04'), text: 'Bản giấy đến 4/3' }))).toBe(
      'accepted',
    )
  })

  test('[T3] confirms and returns; an agency, the assigner and another secretary’s role do not differ by task', () => {
    const by = (who: string) => {
      const office = new TaskOffice().assigned()
      office.mustTake(office.finish())
      return told(office, office.confirm({ by: who }))
    }
    expect(['sec', 'sec2', 'head', 'pm', 'clk'].map(by)).toEqual([
      ...['accepted', 'accepted', 'accepted', 'refused:not-allowed', 'refused:not-allowed'],
    ])
    const office = new TaskOffice().assigned()
    office.mustTake(office.finish())
    expect(told(office, office.giveBack('  '))).toBe('refused:reason-missing')
  })

  test('[T6] urges before and after the due date; the register says when and by whom, and the desk answers', () => {
    const office = new TaskOffice().assigned()
    office.mustTake(office.noted('urge-task', 'sec'))
    office.onDay('2026-03-20').mustTake(office.noted('urge-task', 'pm'))
    office.mustTake(office.answerUrging())
    expect(office.task().urgings.map(({ by, at: hour, answers }) => [by, hour, answers.length])).toEqual([
      ['sec', at('2026-03-02', 8), 0],
      ['pm', at('2026-03-20', 8), 1],
    ])
    expect(told(office, office.noted('urge-task', 'm3'))).toBe('refused:not-found')
  })
})

describe('an extension', () => {
  test('[T4] is asked until the due day has passed, for a later day, with a reason', () => {
    const office = new TaskOffice().assigned()
    expect(told(office, office.askExtension('2026-03-13'))).toBe('refused:deadline-not-later')
    expect(told(office, office.askExtension('2026-03-31', { text: '' }))).toBe('refused:reason-missing')
    office.onDay(dueDay, 23)
    expect(told(office, office.askExtension())).toBe('accepted')
    office.onDay('2026-03-14', 0)
    expect(told(office, office.askExtension())).toBe('refused:deadline-passed')
  })

  test('[T4][O8] that waited offline is taken where its anchor shows it old enough, and marked', () => {
    const office = new TaskOffice().assigned()
    const seen = office.entries.length
    const offline = office.askExtension('2026-03-31', { anchor: seen, castAt: at(dueDay, 20) })
    const dreamt = office.askExtension('2026-03-31', {
      id: 'dreamt',
      anchor: seen + 2,
      castAt: at(dueDay, 20),
    })
    office.onDay('2026-03-14', 1).mustTake(office.noted('urge-task', 'sec'))
    expect(told(office, dreamt)).toBe('refused:deadline-passed')
    expect(told(office, offline)).toBe('accepted')
    expect(office.task().extensions.map(({ isClaimed }) => isClaimed)).toEqual([true])
  })

  test('[T4] is decided by the assigner, the Prime Minister, or the head of the Office on the assigner’s behalf', () => {
    const by = (who: string) => {
      const office = new TaskOffice().assigned({ assigner: person('m2') })
      office.mustTake(office.askExtension())
      return told(office, office.decideExtension('2026-03-31', who))
    }
    expect(['m2', 'pm', 'head', 'sec', 'clk', 'mhealth', 'm3'].map(by)).toEqual([
      ...['accepted', 'accepted', 'accepted', 'refused:not-allowed', 'refused:not-allowed'],
      ...['refused:not-allowed', 'refused:not-found'],
    ])
  })

  test('[T4] is granted to a later day, refused with a reason, and decided once', () => {
    const office = new TaskOffice().assigned()
    office.mustTake(office.askExtension())
    office.mustTake(office.passExtension())
    expect(told(office, office.passExtension())).toBe('refused:already-done')
    expect(told(office, office.decideExtension(dueDay))).toBe('refused:deadline-not-later')
    expect(told(office, office.decideExtension(null, 'pm', ''))).toBe('refused:reason-missing')
    office.mustTake(office.decideExtension(null))
    expect(office.task().deadline).toBe(dueDay)
    expect(told(office, office.decideExtension('2026-03-31'))).toBe('refused:already-done')
  })

  test('[T4] of two desks at once: both stay, each is decided', () => {
    const office = new TaskOffice().assigned()
    office.mustTake(office.askExtension('2026-03-20', { id: 'one' }))
    office.mustTake(office.askExtension('2026-03-31', { id: 'two', by: 'clk2' }))
    office.mustTake(office.decideExtension('2026-03-31'))
    expect(office.task().extensions.map(({ decision }) => decision?.to ?? null)).toEqual([null, '2026-03-31'])
    expect(office.task().deadline).toBe('2026-03-31')
  })
})
