import { expect, it } from 'vitest'
import { percentOf, splitShares } from './split-shares.ts'

it('[B8] the parts follow one another and fill the bar', () => {
  expect(splitShares([1, 0, 3])).toEqual([
    { from: 0, width: 0.25 },
    { from: 0.25, width: 0 },
    { from: 0.25, width: 0.75 },
  ])
})

it('[B8] a bar of nothing has only empty parts', () => {
  expect(splitShares([0, 0])).toEqual([
    { from: 0, width: 0 },
    { from: 0, width: 0 },
  ])
})

it('[B14] one among two hundred is not shown as none, nor the rest as all', () => {
  expect([percentOf(1, 201), percentOf(200, 201), percentOf(0, 201), percentOf(201, 201)]).toEqual([
    '<1',
    '>99',
    '0',
    '100',
  ])
  expect([percentOf(1, 3), percentOf(0, 0)]).toEqual(['33', '0'])
})
