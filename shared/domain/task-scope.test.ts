import { expect, test } from 'vitest'
import { subjectOn } from './access.ts'
import { readerOver } from './entity.ts'
import { mayRead, scopesOfEntity, scopesOfSubject } from './scope.ts'
import { person } from './testing/cabinet.ts'
import { TaskOffice } from './testing/task-office.ts'

const everybody = [
  ...[
    'pm',
    'm2',
    'm3',
    'mhealth',
    'mfin',
    'clk',
    'clk2',
    'fin',
    'sec',
    'sec2',
    'head',
    'sub',
    'guest',
    'admin',
  ],
]

/** By `permit`, and by the scopes with which the feed finds rows: the two must agree. */
function readersOf(office: TaskOffice): string[][] {
  const task = office.task()
  const subjects = everybody.map((who) => {
    const one = readerOver(office.rows).get('person', `person/${person(who)}`)
    if (!one) throw new Error(who)
    return [who, subjectOn(one, null, office.now)] as const
  })
  const byPermit = subjects.filter(([, subject]) => mayRead(subject, task, {})).map(([who]) => who)
  const scopes = new Set(scopesOfEntity(task, {}))
  const found = subjects.filter(([, subject]) => scopesOfSubject(subject).some((scope) => scopes.has(scope)))
  return [byPermit, found.map(([who]) => who)]
}

test('[T7] a draft is known to the Office, and to the member in whose name it is to be assigned', () => {
  const office = new TaskOffice()
  office.mustTake(office.draftTask({ assigner: person('m2') }))
  const readers = ['m2', 'sec', 'sec2', 'head']
  expect(readersOf(office)).toEqual([readers, readers])
})

test('[T7][D2] a task is known to its agencies’ ministers and desks, its assigner, the Prime Minister and the Office', () => {
  const office = new TaskOffice().assigned({ assigner: person('m2') })
  const all = ['pm', 'm2', 'mhealth', 'mfin', 'clk', 'clk2', 'fin', 'sec', 'sec2', 'head']
  expect(readersOf(office)).toEqual([all, all])
  const alone = new TaskOffice().assigned({ assigner: person('pm'), supporting: [] })
  const few = ['pm', 'mhealth', 'clk', 'clk2', 'sec', 'sec2', 'head']
  expect(readersOf(alone)).toEqual([few, few])
})

test('[T7] a draft that was dropped stays with those who knew of it', () => {
  const office = new TaskOffice()
  office.mustTake(office.draftTask())
  office.mustTake(office.noted('cancel-task', 'sec'))
  const few = ['pm', 'sec', 'sec2', 'head']
  expect(readersOf(office)).toEqual([few, few])
})
