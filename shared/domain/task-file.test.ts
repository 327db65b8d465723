import { describe, expect, test } from 'vitest'
import type { Act } from './act.ts'
import { filesHeldBy } from './file-holder.ts'
import { hashesOfTask } from './task.ts'
import { hashOf } from './testing/cabinet.ts'
import { reasonOf } from './testing/meeting-office.ts'
import { TaskOffice, taskId } from './testing/task-office.ts'

const told = (office: TaskOffice, act: Act) => reasonOf(office.take(act))

describe('a file that goes with a report', () => {
  test('[T5] completion names a paper by number, or attaches a file; neither is refused', () => {
    const office = new TaskOffice().assigned()
    expect(told(office, office.finish({ number: ' ' }))).toBe('refused:product-missing')
    expect(told(office, office.finish({ number: '', attached: [office.file()] }))).toBe('accepted')
    expect(office.task().phase.state).toBe('reported-done')
  })

  test('[T5][O2] the report is recorded before its file has come; the task holds the file when it has', () => {
    const office = new TaskOffice().assigned()
    const file = office.file()
    office.mustTake(office.progress(40, { attached: [file] }))
    expect(office.task().reports[0]?.attached).toEqual([file])
    expect(filesHeldBy(office.task())).toEqual([])
    const arrived = { kind: 'task-file-arrived' as const, task: taskId(), file: file.hash }
    office.serve({ id: 'arrived', events: [arrived] })
    office.serve({ id: 'again', events: [arrived] })
    expect(filesHeldBy(office.task())).toEqual([file.hash])
    office.mustTake(office.progress(50))
    expect(filesHeldBy(office.task())).toEqual([file.hash])
  })

  test('[T5] its name is among the words of the task', () => {
    const office = new TaskOffice().assigned()
    const file = office.file()
    office.mustTake(office.progress(40, { attached: [file] }))
    expect(hashesOfTask(office.task())).toContain(file.nameCommit)
  })

  test('[D3] does not go with a state secret’s task; the attempt is recorded', () => {
    const office = new TaskOffice()
    const contentHash = office.addTask({ text: '', abstract: '', product: '' })
    office.assigned({ security: 'mat', contentHash })
    const report = office.progress(10, { attached: [office.file()] })
    expect(told(office, report)).toBe('refused:secret-task-holds-files')
    expect(office.entries.at(-1)).toMatchObject({ verdict: { kind: 'refused' } })
  })

  test('[O6] has a name that is here, clean and not endless, and is named once', () => {
    const withFile = (attached: (office: TaskOffice) => ReturnType<TaskOffice['file']>[]) => {
      const office = new TaskOffice().assigned()
      return told(office, office.progress(10, { attached: attached(office) }))
    }
    expect(withFile((office) => [{ ...office.file(), nameCommit: hashOf('nobody') }])).toBe(
      'refused:opening-missing',
    )
    expect(withFile((office) => [office.file('a', '  ')])).toBe('refused:content-malformed')
    expect(withFile((office) => [office.file('a', 'x'.repeat(201))])).toBe('refused:content-malformed')
    expect(withFile((office) => [office.file('a', 'a\u202efdp.exe')])).toBe('refused:content-malformed')
    expect(withFile((office) => [office.file('a'), office.file('a')])).toBe('refused:content-malformed')
    expect(withFile((office) => [office.file('a'), office.file('b')])).toBe('accepted')
  })
})
