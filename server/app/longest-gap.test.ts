import { expect, it } from 'vitest'
import { instant } from '../../shared/lib/time.ts'
import { longestGap } from './longest-gap.ts'

const span = ([from, to]: readonly [number, number]) => ({ from: instant(from), to: instant(to) })

it.each<[string, [number, number][], [number, number] | null]>([
  ['no server ever', [], [10, 20]],
  ['one all the time', [[0, 30]], null],
  ['one to the very ends', [[10, 20]], null],
  [
    'a gap between two',
    [
      [0, 12],
      [15, 30],
    ],
    [12, 15],
  ],
  ['a gap at the start', [[14, 30]], [10, 14]],
  ['a gap at the end', [[0, 13]], [13, 20]],
  [
    'the longest of several',
    [
      [11, 12],
      [14, 15],
      [19, 20],
    ],
    [15, 19],
  ],
  ['two as long: the earlier', [[12, 18]], [10, 12]],
  [
    'spans within and over each other, in any order',
    [
      [15, 16],
      [0, 14],
      [2, 5],
      [13, 15],
      [16, 40],
    ],
    null,
  ],
  [
    'spans outside only',
    [
      [0, 5],
      [25, 30],
    ],
    [10, 20],
  ],
])('[B8] %s', (_name, spans, expected) => {
  expect(longestGap(spans.map(span), instant(10), instant(20))).toEqual(expected && span(expected))
})
