import { expect, test } from 'vitest'
import { AgendaItemId, MeetingId } from '../../shared/domain/id.ts'
import { day } from '../../shared/domain/testing/cabinet.ts'
import { TaskOffice, taskId } from '../../shared/domain/testing/task-office.ts'
import { noticeOf, numberedForm, unnumberedOf } from './notice-number.ts'

const source = (number: string) => ({ kind: 'conclusion' as const, number, date: day('2026-02-20') })

/** Drafts by name: the meeting that each comes from, and the number that stands in it. */
function drafts(given: Record<string, [meeting: string | null, number: string]>) {
  const office = new TaskOffice()
  return Object.entries(given).map(([name, [meeting, number]], assignment) => {
    office.mustTake(office.draftTask({ task: taskId(name), source: source(number) }))
    const from = meeting && { meeting: MeetingId.parse(meeting), item: AgendaItemId.parse('a'), assignment }
    const origin = from ? { kind: 'task-origin' as const, task: taskId(name), ...from } : null
    return { task: office.task(name), origin }
  })
}

test('[M9] the number of the notice is known from another task of the same meeting, and from no other', () => {
  const all = drafts({
    mine: ['m1', ''],
    waiting: ['m1', ''],
    done: ['m1', '77/TB-VPCP'],
    foreign: ['m2', '78/TB-VPCP'],
    byHand: [null, '79/TB-VPCP'],
  })
  const [mine, waiting, done, foreign, byHand] = all
  if (!mine || !waiting || !done || !foreign || !byHand) throw new Error('no drafts')
  expect(noticeOf(mine, all)).toEqual(source('77/TB-VPCP'))
  expect([done, foreign, byHand].map((one) => noticeOf(one, all))).toEqual([null, null, null])
  expect(noticeOf(mine, [mine, waiting, foreign, byHand])).toBe(null)
  expect(unnumberedOf(mine, all)).toEqual([waiting])
  expect(unnumberedOf(byHand, all)).toEqual([])
})

test('[M9] a draft is given the notice and stays what it was', () => {
  const [one] = drafts({ mine: ['m1', ''] })
  if (!one) throw new Error('no draft')
  const content = { text: 'Trình đề án', abstract: 'Phiên họp', product: '' }
  const { leadAgency, supporting, security, assigner, deadline } = one.task
  expect(numberedForm({ ...one, content }, source('77/TB-VPCP'))).toEqual({
    ...{ content, source: source('77/TB-VPCP'), ballot: null },
    ...{ leadAgency, supporting, security, assigner, deadline },
  })
  expect(numberedForm({ ...one, content: null }, source('77/TB-VPCP'))).toBe(null)
})
