import { describe, expect, test } from 'vitest'
import { agency, ballotId, contentOf, day, hashOf, leadAgency, paperOf, person } from './testing/cabinet.ts'
import { DirectiveOffice, directiveId, filedPaper } from './testing/directive-office.ts'
import { reasonOf } from './testing/meeting-office.ts'
import { finance, taskId } from './testing/task-office.ts'

const published = () => new DirectiveOffice().published()
const page = { document: filedPaper.id, file: filedPaper.hash, number: 3, quoteCommit: null }

describe('a task asked for from a page', () => {
  test('[T1] [O9] is assigned as it arrives where it is complete; its agencies read the directive from then on', () => {
    const office = published()
    office.mustTake(office.askTask())
    expect(office.task()).toMatchObject({
      assigner: person('pm'),
      drafted: { by: person('pm') },
      phase: { state: 'assigned', by: person('pm') },
      deadline: '2026-03-13',
    })
    expect(office.origins).toMatchObject([{ task: taskId(), directive: directiveId(), page: { number: 3 } }])
    expect(office.directive().agencies).toEqual([leadAgency, finance])
  })

  test('[T1] stays a draft for the Office without a number, a deadline, or with a day that has passed', () => {
    const source = { kind: 'directive' as const, number: '', date: null }
    for (const given of [{ source }, { deadline: null }, { deadline: day('2026-02-27') }]) {
      const office = published()
      office.mustTake(office.askTask(given))
      expect(office.task().phase.state).toBe('draft')
      expect(office.directive().agencies).toEqual([])
    }
  })

  test('[O9] of a directive withdrawn meanwhile it is kept, and does not go out', () => {
    const office = published()
    const asked = office.askTask()
    office.mustTake(office.withdraw())
    office.mustTake(asked)
    expect(office.task().phase.state).toBe('draft')
  })

  test('[D1] a page of an older version is as good as it was when it was read', () => {
    const office = published()
    const newer = { ...filedPaper, hash: hashOf('newer.pdf') }
    office.mustTake(office.amendDirective({ contentHash: office.addDirective({ documents: [newer] }) }))
    office.mustTake(office.askTask({ page }))
    expect(office.task().phase.state).toBe('assigned')
  })

  test('[O2] twice is once', () => {
    const office = published()
    office.mustTake(office.askTask())
    expect(reasonOf(office.take(office.askTask()))).toBe('refused:wrong-state')
    expect(office.tasks).toHaveLength(1)
  })

  test('[O3] is for members', () => {
    for (const who of ['clk', 'sec', 'head', 'admin', 'guest']) {
      const office = published()
      expect([who, reasonOf(office.take(office.askTask({}, who)))]).toEqual([who, 'refused:not-allowed'])
    }
    const office = published()
    office.mustTake(office.askTask({}, 'm2'))
    expect(office.task().assigner).toBe(person('m2'))
  })

  test('[D2] of what the asker cannot read, or what does not hold that file, nothing is known', () => {
    const office = published()
    office.mustTake(office.draftDirective({ directive: directiveId('draft') }))
    const draft = { directive: directiveId('draft') }
    const source = { kind: 'directive' as const, number: '', date: null }
    const asks = [
      office.askTask({ holder: draft, source }),
      office.askTask({ source: { ...source, directive: directiveId('draft') } }),
      office.askTask({ page: { ...page, file: hashOf('other.pdf') } }),
    ]
    for (const ask of asks) expect(reasonOf(office.take(ask))).toBe('refused:not-found')
  })

  test('[O6] says what is wrong: an agency that is not there, a deadline before the source, no words', () => {
    const office = published()
    const early = office.askTask({ deadline: day('2026-02-19') })
    expect(reasonOf(office.take(early))).toBe('refused:deadline-before-source')
    const nowhere = office.askTask({ leadAgency: agency('nowhere') })
    expect(reasonOf(office.take(nowhere))).toBe('refused:agency-unknown')
    const silent = office.askTask({ contentHash: office.addTask({ text: ' ' }) })
    expect(reasonOf(office.take(silent))).toBe('refused:content-malformed')
    const unopened = office.askTask({ page: { ...page, quoteCommit: hashOf('nothing') } })
    expect(reasonOf(office.take(unopened))).toBe('refused:opening-missing')
  })

  test('[T1] [D2] from a page of a ballot’s paper, which is no source by number, it is a draft that the Office completes and assigns', () => {
    const paper = paperOf('draft-decree')
    const office = published()
    office.files.set(paper.hash, paper)
    office.issue({ ...contentOf('first'), documents: [paper] })
    const asked = (file = paper.hash) =>
      office.askTask({
        source: { kind: 'directive', number: '', date: null },
        holder: { ballot: ballotId },
        page: { document: paper.id, file, number: 2, quoteCommit: office.note('giao Bộ Y tế') },
      })
    expect(reasonOf(office.take(asked(filedPaper.hash)))).toBe('refused:not-found')
    office.mustTake(asked())
    expect(office.task()).toMatchObject({ assigner: person('pm'), phase: { state: 'draft' } })
    expect(office.origins).toMatchObject([{ task: taskId(), ballot: ballotId, page: { number: 2 } }])
    office.mustTake(office.draftTask())
    office.mustTake(office.assign())
    expect(office.task()).toMatchObject({ assigner: person('pm'), phase: { state: 'assigned' } })
    expect(office.origins).toMatchObject([{ task: taskId(), ballot: ballotId, page: { number: 2 } }])
    expect(office.directive().agencies).toEqual([])
  })
})
