import { expect, it } from 'vitest'
import { readerOver } from '../../../shared/domain/entity.ts'
import { ActId, BallotId, DeviceId, Hash, PersonId } from '../../../shared/domain/id.ts'
import { instant } from '../../../shared/lib/time.ts'
import type { OwnReceipt } from '../own-receipt.ts'
import { isFoundBy, receiptsByBallot } from './receipts-by-ballot.ts'

const at = instant(1_700_000_000_000)
const receiptOf = (ballot: string, n: number): OwnReceipt => ({
  act: {
    v: 1,
    id: ActId.parse(`act${n}`.padEnd(22, '0')),
    kind: 'answer-ballot',
    person: PersonId.parse('bt-yte'),
    device: DeviceId.parse('d1'),
    prev: [],
    castAt: at,
    anchor: { epoch: 0, size: 0, root: Hash.parse('0'.repeat(64)) },
    body: { ballot: BallotId.parse(ballot), versionHash: Hash.parse('1'.repeat(64)), answers: [] },
  },
  receipt: { leaf: '', proof: '' },
  n,
  at,
  verdict: { kind: 'accepted', events: [] },
})

it('[O10] receipts stand by ballot, the one answered last first, each with all its answers', () => {
  const all = [receiptOf('b1', 9), receiptOf('b2', 7), receiptOf('b1', 3)]
  const groups = receiptsByBallot(all, { reader: readerOver(new Map()), contentOf: () => undefined })
  expect(groups.map(({ ballot, rows }) => [ballot, rows.map(({ n }) => n)])).toEqual([
    ['b1', [9, 3]],
    ['b2', [7]],
  ])
})

it('[O10] a receipt is found by the number or the subject of its ballot, without diacritics', () => {
  const group = { ballot: BallotId.parse('b1'), number: '0012/PLYK/2026', title: 'Bảo hiểm y tế', rows: [] }
  expect(['0012', 'bao hiem', 'Bảo', ''].every((search) => isFoundBy(group, search))).toBe(true)
  expect(isFoundBy(group, 'học bổng')).toBe(false)
})
