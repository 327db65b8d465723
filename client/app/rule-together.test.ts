import { expect, test } from 'vitest'
import { accepted, refused, type Verdict } from '../../shared/domain/verdict.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { createOfficeApp } from '../screens/testing/office-app.ts'
import { officeWeek } from '../screens/testing/office-cast.ts'
import { ballotId } from '../screens/testing/office-ledger.ts'
import { eachInTurn, proposedTogether, silentTogether } from './rule-together.ts'
import { rulingCases } from './ruling-case.ts'

const ballot = ballotId('b-closed')

test('[B8] several silent members: proposed for one reason, confirmed by another officer, each with a ruling of their own', async () => {
  const ledger = officeWeek()
  const [first, second] = [createOfficeApp(ledger, 'vanphong1'), createOfficeApp(ledger, 'lanhdao-vp')]
  const casesOf = ({ office }: typeof first) => rulingCases(office.watch(ballot), office.proposals())
  const meOf = ({ identity: { person, device } }: typeof first) => ({ person, device })
  const people = silentTogether(casesOf(first)).map(({ id }) => id)
  expect([...people].sort()).toEqual(['thongdoc', 'tong-thanhtra'])

  const reason = 'Đã gọi điện, các đồng chí đã nhận phiếu giấy'
  await eachInTurn(people, new Set(), (person) =>
    first.office.propose({ kind: 'rule-silence', ballot, person, counts: true, reason }),
  )
  expect(silentTogether(casesOf(second))).toEqual([])
  expect(proposedTogether(casesOf(first), meOf(first))).toEqual([])
  const [group] = proposedTogether(casesOf(second), meOf(second))
  expect(group).toMatchObject({ by: 'vanphong1', counts: true, reason })
  const proposals = group?.proposals.map(({ id }) => id) ?? []
  await eachInTurn(proposals, new Set(), second.office.confirm)
  const rulings = casesOf(second).map(({ line, ruling }) => [line.member.id, ruling?.reason])
  expect(rulings).toEqual(expect.arrayContaining(people.map((person) => [person, reason])))
})

test('[O6] what was not taken ends the row; trying once more sends the rest alone; what another officer did is done', async () => {
  const sent: string[] = []
  let broken = true
  const perform = async (item: string): Promise<Result<Verdict, string>> => {
    sent.push(item)
    if (item === 'b') return ok(refused({ kind: 'already-done' }))
    return item === 'c' && broken ? fail('no network') : ok(accepted())
  }
  const taken = new Set<string>()
  expect(await eachInTurn(['a', 'b', 'c', 'd'], taken, perform)).toEqual(fail('no network'))
  broken = false
  expect(await eachInTurn(['a', 'b', 'c', 'd'], taken, perform)).toMatchObject({ ok: true })
  expect(sent).toEqual(['a', 'b', 'c', 'c', 'd'])
})
