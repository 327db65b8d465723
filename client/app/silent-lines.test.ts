import { expect, it } from 'vitest'
import { createOfficeApp } from '../screens/testing/office-app.ts'
import { officeWeek } from '../screens/testing/office-cast.ts'
import { ballotId } from '../screens/testing/office-ledger.ts'
import { rulingCases } from './ruling-case.ts'
import { silentLines } from './silent-lines.ts'

const ballot = ballotId('b-closed')

it('[B8] whom two officers deem to agree is listed so, with their ruling, and no longer as not reached', async () => {
  const ledger = officeWeek()
  const [first, second] = [createOfficeApp(ledger, 'vanphong1'), createOfficeApp(ledger, 'lanhdao-vp')]
  const listed = () => silentLines(second.office.watch(ballot), second.office.tally(ballot))
  const rule = async (who: string, counts: boolean) => {
    const find = () =>
      rulingCases(second.office.watch(ballot), second.office.proposals()).find(
        ({ line }) => line.member.id === who,
      )
    const person = find()?.line.member.id
    if (!person) throw new Error('no case')
    await first.office.propose({ kind: 'rule-silence', ballot, person, counts, reason: 'Đã gọi điện' })
    const proposal = find()?.proposal
    if (!proposal) throw new Error('no proposal')
    await second.office.confirm(proposal.id)
  }
  const before = listed()
  expect(before.notReached.map(({ member }) => member.id).sort()).toEqual(['thongdoc', 'tong-thanhtra'])

  await rule('thongdoc', true)
  await rule('tong-thanhtra', false)
  const after = listed()
  expect(after.deemed.length).toBe(before.deemed.length + 1)
  expect(after.deemed.find(({ member }) => member.id === 'thongdoc')).toMatchObject({
    silence: { kind: 'not-reached' },
    ruling: { reason: 'Đã gọi điện', decision: { kind: 'count-silence' } },
  })
  expect(after.notReached).toMatchObject([
    { member: { id: 'tong-thanhtra' }, ruling: { decision: { kind: 'do-not-count' } } },
  ])
})

it('[B8] without a count the record of closing stands', () => {
  const { office } = createOfficeApp(officeWeek(), 'lanhdao-vp')
  expect(silentLines(office.watch(ballot), null).notReached).toHaveLength(2)
})
