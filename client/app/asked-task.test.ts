import { expect, test } from 'vitest'
import { agency, day } from '../../shared/domain/testing/cabinet.ts'
import { DirectiveOffice, directiveId, filedPaper } from '../../shared/domain/testing/directive-office.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'

test('[O1] [O2] a task signed from a page waits to be sent, and stays here as what the Office did not take', async () => {
  const tablet = await meetingTablet(new DirectiveOffice().published(), 'pm')
  await tablet.tasks.ask({
    content: { text: 'Trình đề án', abstract: '', product: '' },
    quote: '',
    source: { kind: 'directive', number: '12/CT-TTg', date: day('2026-02-20'), directive: directiveId() },
    ...{ leadAgency: agency('gone'), supporting: [], deadline: day('2026-03-13') },
    holder: { directive: directiveId() },
    page: { document: filedPaper.id, file: filedPaper.hash, number: 3 },
  })
  const standing = () => tablet.tasks.list().map((view) => [view.asked, view.task.phase.state])
  expect(standing()).toEqual([['waiting', 'draft']])
  await tablet.send()
  await tablet.pull()
  expect(standing()).toEqual([['refused', 'draft']])
})
