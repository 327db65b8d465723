import { mergeEntries } from '../../domain/agency-merge.ts'
import { readerOver } from '../../domain/entity.ts'
import { importEntries } from '../../domain/task-import-decide.ts'
import { agency, ballotId, day, leadAgency, post, someone } from '../../domain/testing/cabinet.ts'
import { agencies, deskPeople, finance, type TaskOffice, taskId } from '../../domain/testing/task-office.ts'
import { assumedCosts } from '../../domain/unit-costs.ts'
import { eventsOf } from '../../domain/verdict.ts'
import { dayOf } from '../../lib/time.ts'

/** One task through everything that can befall it, and one that is dropped. */
export function liveTask(office: TaskOffice): void {
  office.serve({ id: 'desks', events: deskPeople.map((one) => ({ kind: 'person-set', person: one })) })
  office.serve({ id: 'agencies', events: agencies.map((agency) => ({ kind: 'agency-set', agency })) })
  office.mustTake(office.draftTask({ deadline: day('2026-12-01') }))
  const task = taskId('dropped')
  office.mustTake(office.draftTask({ task, deadline: null, ballot: ballotId }))
  office.mustTake(office.noted('cancel-task', 'sec', 'Trùng', 'dropped'))
  office.mustTake(office.linkTask(null, ballotId))
  office.mustTake(office.linkTask(ballotId, null))
  const brought = office.importOne()
  office.mustTake(brought)
  const facts = { act: brought.id, by: brought.person, file: brought.body.file }
  for (const entry of importEntries(facts, office.importPlan?.writes ?? [])) office.serve(entry)
  office.mustTake(office.assign())
  office.mustTake(office.receive())
  const file = office.file()
  office.mustTake(office.setUnit('Vụ Pháp chế'))
  office.mustTake(office.givePart())
  office.mustTake(office.notePart('doing'))
  office.mustTake(office.progress(30, { id: 'first', attached: [file] }))
  const arrived = { kind: 'task-file-arrived' as const, task: taskId(), file: file.hash }
  office.serve({ id: `task-file-arrived/task/${file.hash}`, events: [arrived] })
  office.mustTake(office.noted('urge-task', 'sec'))
  office.mustTake(office.answerUrging())
  const rule = { when: 'before', days: 3, day: day('2026-11-26') } as const
  office.serve({
    id: `urging-${'0'.repeat(32)}`,
    events: [{ kind: 'task-urged-by-rule', task: taskId(), rule }],
  })
  office.mustTake(office.act('set-urging', 'head', { rule: { before: [7, 2], onDay: true, everyAfter: 3 } }))
  office.mustTake(
    office.act('set-unit-costs', 'head', {
      from: day('2019-06-24'),
      costs: { ...assumedCosts, pagePrice: 700 },
    }),
  )
  office.mustTake(office.askExtension('2026-12-31'))
  office.mustTake(office.passExtension())
  office.mustTake(office.decideExtension('2026-12-20'))
  office.mustTake(office.finish())
  office.mustTake(office.giveBack())
  office.mustTake(office.finish({ by: 'clk2' }))
  office.mustTake(office.confirm({ doneOn: dayOf(office.now) }))
  mergeAgencies(office)
}

/** One is founded, one renamed, one merged with what it had still to do. */
function mergeAgencies(office: TaskOffice): void {
  office.serve({ id: 'admin', events: [{ kind: 'person-set', person: someone('adm', post('admin')) }] })
  const from = dayOf(office.now)
  office.mustTake(office.act('add-agency', 'adm', { agency: agency('new'), name: 'Bộ Dân tộc và Tôn giáo' }))
  office.mustTake(office.act('rename-agency', 'adm', { agency: finance, name: 'Bộ Tài chính mới', from }))
  office.mustTake(office.draftTask({ task: taskId('passed'), deadline: null }))
  const merge = office.act('merge-agency', 'adm', { agency: leadAgency, into: finance, from })
  for (const event of eventsOf(office.take(merge))) {
    if (event.kind !== 'agency-merged') continue
    for (const entry of mergeEntries(event, office.tasks, readerOver(office.rows))) office.serve(entry)
  }
}
