import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Rank } from '../../shared/domain/agenda-item.ts'
import { evenRanks, rankBetween, withMoved } from './agenda-rank.ts'

const rank = fc.stringMatching(/^[0-9A-Za-z]{1,8}$/)

describe('places in an agenda', () => {
  it('[M1] between two texts there is another, or it says that there is none', () => {
    fc.assert(
      fc.property(rank, rank, (one, other) => {
        const [low = '', high = ''] = [one, other].sort()
        const between = rankBetween(low, high)
        if (between === null) return
        expect(Rank.safeParse(between).success).toBe(true)
        expect(low < between && between < high).toBe(true)
      }),
    )
  })

  it('[M1] there is always one before the first that was made here and after the last', () => {
    for (const known of ['V', 'a', 'zz', '01', 'A5']) {
      const [before, after] = [rankBetween(null, known), rankBetween(known, null)]
      expect(before !== null && before < known).toBe(true)
      expect(after !== null && known < after).toBe(true)
    }
  })

  it.each([
    ['a', 'a'],
    ['a', 'a0'],
    ['b', 'a'],
    [null, '0'],
    ['z'.repeat(60), null],
  ])('[M1] there is none between %j and %j', (before, after) => {
    expect(rankBetween(before, after)).toBeNull()
  })

  it.each([1, 2, 60, 400])('[M1] %i items get texts in their order, with room on all sides', (count) => {
    const ranks = evenRanks(count)
    expect([...ranks].sort()).toEqual(ranks)
    expect(new Set(ranks).size).toBe(count)
    const ends = [null, ...ranks, null]
    ends.slice(1).forEach((after, i) => {
      expect(rankBetween(ends[i] ?? null, after)).not.toBeNull()
    })
  })

  it('[M1] moving an item changes its own place alone, however often, and keeps the order asked for', () => {
    const moves = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 200 })
    fc.assert(
      fc.property(moves, (all) => {
        let items = evenRanks(7).map((each, i) => ({ id: i, rank: each }))
        for (const [from, to] of all) {
          const next = withMoved(items, from, to)
          const expected = items.filter((_, i) => i !== from).map(({ id }) => id)
          expected.splice(to, 0, items[from]?.id ?? -1)
          expect(next.map(({ id }) => id)).toEqual(expected)
          const ranks = next.map((item) => item.rank)
          expect([...ranks].sort()).toEqual(ranks)
          items = next
        }
      }),
    )
  })

  it('[M1] items that came with one and the same text are given texts of their own', () => {
    const same = ['x', 'y', 'z'].map((id) => ({ id, rank: 'm' }))
    const moved = withMoved(same, 2, 1)
    expect(moved.map(({ id }) => id)).toEqual(['x', 'z', 'y'])
    expect(new Set(moved.map((item) => item.rank)).size).toBe(3)
  })
})
