import { describe, expect, it } from 'vitest'
import { paperOf } from '../../shared/domain/testing/cabinet.ts'
import { weekendsOnly } from '../../shared/domain/working-day.ts'
import { dayMs, instant } from '../../shared/lib/time.ts'
import { createOfficeApp } from '../screens/testing/office-app.ts'
import { officeWeek } from '../screens/testing/office-cast.ts'
import { ballotId } from '../screens/testing/office-ledger.ts'
import { officeTasks } from './office-work.ts'
import { rulingCases } from './ruling-case.ts'
import { answerCounts, countOf, hasOpened, openedOf } from './watch-stage.ts'

const desk = (account: string) => {
  const app = createOfficeApp(officeWeek(), account)
  return { app, office: app.office }
}

const tasksOf = (account: string) => {
  const { app } = desk(account)
  return officeTasks({
    desk: app.office,
    devices: app.devices,
    subject: app.me().subject,
    begun: [ballotId('begun')],
    now: app.now(),
    calendar: weekendsOnly,
  }).map((task) => ('view' in task ? `${task.kind} ${task.view.ballot.id}` : task.kind))
}

describe('the Office’s desk', () => {
  it('[B4] the head of office decides first what only they can', () => {
    expect(tasksOf('lanhdao-vp')).toEqual([
      'decide-closing b-waits',
      'approve b-submitted',
      'device',
      'remind b-soon',
      'rule b-closed',
      'begun',
    ])
  })

  it('[B4] a secretary gets back what was returned, and approves nothing', () => {
    expect(tasksOf('vanphong1')).toEqual([
      'device',
      'returned b-returned',
      'remind b-soon',
      'rule b-closed',
      'begun',
    ])
  })

  it('[D2] a secretary who handles none of them sees none of them', () => {
    expect(tasksOf('vanphong3')).toEqual(['device', 'begun'])
  })
})

describe('the live grid', () => {
  it('[B11] every member stands in exactly one stage, and nothing that was said is there before closing', () => {
    const lines = desk('lanhdao-vp').office.watch(ballotId('b-soon'))
    expect(lines.length).toBe(27)
    const stages = ['answered', 'opened', 'delivered', 'waiting', 'conflict'] as const
    expect(stages.map((stage) => countOf(lines, stage)).reduce((sum, count) => sum + count)).toBe(27)
    expect(countOf(lines, 'silent')).toBe(11)
    expect(lines.flatMap(({ said }) => said)).toEqual([])
  })

  it('[B16] who has answered, or is in conflict, is not reminded; [B5] who answered a former version is not silent', async () => {
    const ledger = officeWeek()
    const { office } = createOfficeApp(ledger, 'lanhdao-vp')
    const ballot = ballotId('b-soon')
    const before = answerCounts(office.watch(ballot))
    expect(before).toEqual({ answered: 16, former: 0, silent: 11, total: 27 })
    const view = office.get(ballot)
    if (!view?.content) throw new Error('no content')
    const { deadlineAt } = view.ballot
    const content = { ...view.content, summary: 'Bản sửa đổi.' }
    const later = instant(deadlineAt + 7 * dayMs)
    const amended = await office.amend({ ballot, content, deadlineAt: later, reason: 'Tiếp thu' })
    expect(amended).toMatchObject({ value: { kind: 'accepted' } })
    const after = answerCounts(office.watch(ballot))
    expect(after).toMatchObject({ silent: 11, total: 27 })
    expect(after.answered + after.former).toBe(16)
    expect(after.former).toBeGreaterThan(14)
  })
})

describe('documents that members opened', () => {
  it('[B8] are told document by document with the hour, for the version in force', async () => {
    const { office } = desk('lanhdao-vp')
    const ballot = ballotId('b-soon')
    const line = (at: number) => office.watch(ballot).filter(({ openedAt }) => openedAt !== null)[at]
    const none = { documents: [], gone: [] }
    expect(openedOf(line(0)?.openings ?? none)).toMatchObject({ opened: 1 })
    expect(openedOf(line(1)?.openings ?? none)).toMatchObject({ opened: 2 })
    const titles = office.get(ballot)?.content?.documents.map(({ title }) => title)
    expect(line(0)?.openings.documents.map(({ title }) => title)).toEqual(titles)
    const unopened = office.watch(ballot).find(({ openedAt }) => openedAt === null)
    expect(openedOf(unopened?.openings ?? none)).toEqual({ opened: 0, former: 0, count: titles?.length })
    expect(hasOpened(unopened?.openings ?? none)).toBe(false)
  })

  it('[B5] [B8] what was opened of a former version is told as such, and a member is not made to begin anew', async () => {
    const { office } = desk('lanhdao-vp')
    const ballot = ballotId('b-soon')
    const view = office.get(ballot)
    const [first, ...rest] = view?.content?.documents ?? []
    if (!view?.content || !first) throw new Error('no documents')
    const reader = office.watch(ballot).find(({ openedAt }) => openedAt !== null)?.member.id
    const documents = [{ ...first, hash: paperOf('newer').hash, size: 3, pages: 3 }, ...rest]
    const content = { ...view.content, documents }
    const deadlineAt = instant(view.ballot.deadlineAt + 7 * dayMs)
    expect(await office.amend({ ballot, content, deadlineAt, reason: 'Tiếp thu' })).toMatchObject({
      value: { kind: 'accepted' },
    })
    const line = office.watch(ballot).find(({ member }) => member.id === reader)
    expect(line).toMatchObject({ openedAt: null, former: { opened: { no: 1 }, delivered: { no: 1 } } })
    expect(line?.openings.documents[0]?.opened).toMatchObject({ kind: 'former', no: 1 })
  })
})

describe('what two officers rule on', () => {
  it('[B8][B9] who was not reached, and what came late, once each', () => {
    const { office } = desk('lanhdao-vp')
    const cases = rulingCases(office.watch(ballotId('b-closed')), office.proposals())
    expect(cases.map(({ kind, line }) => `${kind} ${line.member.id}`).sort()).toEqual([
      'held ptt4',
      'not-reached thongdoc',
      'not-reached tong-thanhtra',
    ])
  })

  it('[B8] a proposal stands at its case until another officer confirms it, then the ruling does', async () => {
    const ledger = officeWeek()
    const [first, second] = [createOfficeApp(ledger, 'vanphong1'), createOfficeApp(ledger, 'lanhdao-vp')]
    const ballot = ballotId('b-closed')
    const caseOf = (who: string) =>
      rulingCases(second.office.watch(ballot), second.office.proposals()).find(
        ({ line }) => line.member.id === who,
      )
    const line = caseOf('thongdoc')?.line
    if (!line) throw new Error('no case')
    const reason = 'Đã gọi điện xác nhận'
    await first.office.propose({ kind: 'rule-silence', ballot, person: line.member.id, counts: true, reason })
    const proposal = caseOf('thongdoc')?.proposal
    expect(proposal?.by).toBe('vanphong1')
    if (!proposal) throw new Error('no proposal')
    expect(await first.office.confirm(proposal.id)).toMatchObject({ value: { kind: 'refused' } })
    await second.office.confirm(proposal.id)
    expect(caseOf('thongdoc')).toMatchObject({ proposal: null, ruling: { reason } })
  })
})
