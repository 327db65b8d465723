import { expect, it } from 'vitest'
import { splitShares } from './split-shares.ts'

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
