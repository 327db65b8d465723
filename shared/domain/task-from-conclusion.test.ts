import { describe, expect, test } from 'vitest'
import { subjectOn } from './access.ts'
import { readerOver } from './entity.ts'
import type { ConclusionContent } from './item-session.ts'
import { ownersOf } from './row-owners.ts'
import { mayRead, scopesOfEntity, scopesOfSubject } from './scope.ts'
import { day, leadAgency, person } from './testing/cabinet.ts'
import { meetingId } from './testing/meeting-office.ts'
import { finance, TaskOffice } from './testing/task-office.ts'

const assignment = (text: string, given: Partial<ConclusionContent['assignments'][number]> = {}) => ({
  agency: leadAgency,
  text,
  deadline: day('2026-03-20'),
  product: 'Báo cáo',
  ...given,
})

/** Item `b` is for m2 and m3; both items have been concluded with assignments. */
function concluded(...assignments: ConclusionContent['assignments']): TaskOffice {
  const office = new TaskOffice().started()
  office.mustTake(office.concludeWith({ text: 'Bản đầu', assignments: [assignment('Không còn')] }, 'b'))
  office.mustTake(office.concludeWith({ text: 'Thống nhất', assignments }, 'b'))
  office.mustTake(office.concludeWith({ text: 'Đồng ý', assignments: [] }, 'a'))
  office.mustTake(office.act('end-session', 'pm', { meeting: meetingId }))
  expect(office.tasks).toEqual([])
  office.mustTake(office.concludeMeeting())
  return office
}

const three = [
  assignment('Rà soát'),
  assignment('Bố trí kinh phí', { agency: finance, deadline: null, product: '' }),
  assignment('Báo cáo'),
]

describe('the conclusion of a meeting', () => {
  test('[M9] makes each assignment that stands a draft, with agency, date and product, of the one who chaired', () => {
    const office = concluded(...three)
    const drafts = office.tasks.map((task) => ({ ...task, words: office.taskContents.get(task.contentHash) }))
    expect(
      drafts.map(({ phase, leadAgency: lead, deadline }) => [phase.state, lead, deadline]).sort(),
    ).toEqual([
      ['draft', 'finance', null],
      ['draft', 'health', '2026-03-20'],
      ['draft', 'health', '2026-03-20'],
    ])
    const [review] = drafts.filter(({ words }) => words?.text === 'Rà soát')
    expect(review).toMatchObject({
      assigner: 'pm',
      source: { kind: 'conclusion', number: '', date: '2026-03-05' },
      words: { product: 'Báo cáo', abstract: 'Phiên họp thường kỳ' },
    })
  })

  test('[M9][D2] links both ways, for who reads the item; the agency learns of the meeting alone', () => {
    const office = concluded(...three)
    expect(office.origins.map(({ task }) => task).sort()).toEqual(office.tasks.map(({ id }) => id).sort())
    const reader = readerOver(office.rows)
    const [origin] = office.origins
    if (!origin || !('item' in origin)) throw new Error('no origin')
    const readers = (by: 'permit' | 'scopes') =>
      ['pm', 'm2', 'm3', 'm4', 'sec', 'sec2', 'head', 'clk', 'fin', 'mhealth', 'admin'].filter((who) => {
        const one = reader.get('person', `person/${person(who)}`)
        if (!one) throw new Error(who)
        const subject = subjectOn(one, null, office.now)
        if (by === 'permit') return mayRead(subject, origin, ownersOf(origin, reader))
        const held = new Set(scopesOfSubject(subject))
        return scopesOfEntity(origin, ownersOf(origin, reader)).some((scope) => held.has(scope))
      })
    expect(readers('permit')).toEqual(['pm', 'm2', 'm3', 'sec', 'head'])
    expect(readers('scopes')).toEqual(['pm', 'm2', 'm3', 'sec', 'head'])
  })

  test('[M9] one entry for each item, the same on every server', () => {
    const ids = (office: TaskOffice) =>
      office.entries.flatMap((entry) =>
        entry.kind === 'server' && entry.server.id.startsWith('tasks/') ? [entry.server.id] : [],
      )
    expect(ids(concluded(...three))).toEqual([`tasks/${meetingId}/b`])
    expect(concluded(...three).tasks.map(({ id }) => id)).toEqual(
      concluded(...three).tasks.map(({ id }) => id),
    )
  })

  test('[M9][T1] a draft lacks the number of the notice: it is assigned when the Office has filled it in', () => {
    const office = concluded(assignment('Rà soát'))
    const [task] = office.tasks
    if (!task) throw new Error('no draft')
    const { contentHash, leadAgency: lead, supporting, security, assigner, deadline, source, id } = task
    const { verdict } = { verdict: office.take(office.assign(id)) }
    expect(verdict).toMatchObject({ kind: 'refused', reason: { kind: 'source-incomplete' } })
    const facts = { contentHash, leadAgency: lead, supporting, security, assigner, deadline }
    office.mustTake(office.draftTask({ ...facts, task: id, source: { ...source, number: '90/TB-VPCP' } }))
    office.mustTake(office.assign(id))
    expect([office.tasks[0]?.phase.state, office.origins.length]).toEqual(['assigned', 1])
  })
})
