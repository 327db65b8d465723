import { expect, test } from 'vitest'
import { BallotId, Hash, IssueId, PersonId } from '../../shared/domain/id.ts'
import type { Tally, TallyEntry } from '../../shared/domain/tally.ts'
import { instant } from '../../shared/lib/time.ts'
import { myCount } from './my-count.ts'

const me = PersonId.parse('m2')
const counts = { explicit: 0, deemed: 0, against: 0, other: 0, notReached: 0, held: 0, inFavour: 0 }

/** @param replaced in how many rounds a silence of mine was replaced */
const tallyWith = (entry: TallyEntry, replaced: number): Tally => ({
  kind: 'tally',
  ballot: BallotId.parse('b1'),
  rounds: Array.from({ length: replaced + 1 }, (_, n) => ({
    n,
    at: instant(n),
    versionHash: Hash.parse('1'.repeat(64)),
    members: 1,
    issues: [
      {
        issue: IssueId.parse('i'),
        entries: [{ person: me, act: null, entry }],
        ...counts,
        byOption: {},
        result: { kind: 'not-adopted' },
        rule: 'minority',
      },
    ],
    replaces: n === 0 ? [] : [me],
  })),
})

test.each<[string, TallyEntry, number, ReturnType<typeof myCount>]>([
  ['[B8] silence with evidence is told as consent', { kind: 'deemed', ruled: false }, 0, 'deemed'],
  [
    '[B8] silence ruled to be consent is told as ruled',
    { kind: 'deemed', ruled: true },
    1,
    'deemed-by-ruling',
  ],
  ['[B8] who was not reached is told so', { kind: 'not-reached' }, 0, 'not-reached'],
  ['[B8] and that it stays so by ruling', { kind: 'not-reached' }, 1, 'not-reached-by-ruling'],
  ['[B9] what came late waits', { kind: 'held', why: 'late' }, 1, 'held'],
  ['[B9] and is told to be left out by ruling', { kind: 'held', why: 'late' }, 2, 'held-by-ruling'],
  ['[B9] or to count by ruling', { kind: 'disagree', late: true, former: false }, 2, 'counted-by-ruling'],
  ['[B12] two answers wait', { kind: 'held', why: 'conflict' }, 0, 'held'],
  ['[B6] what was said in time needs no word', { kind: 'agree', late: false }, 0, null],
  [
    '[B5] nor agreement to a former version, which has its own',
    { kind: 'held', why: 'former-agree' },
    0,
    null,
  ],
])('%s', (_, entry, replaced, told) => {
  expect(myCount(tallyWith(entry, replaced), me)).toBe(told)
})

test('[B11] before the count, and to who is not counted, nothing is told', () => {
  expect(myCount(null, me)).toBeNull()
  expect(myCount(tallyWith({ kind: 'not-reached' }, 0), PersonId.parse('m3'))).toBeNull()
})
