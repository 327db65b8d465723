import { expect, it } from 'vitest'
import { percentsOf, splitShares } from './split-shares.ts'

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
  expect(percentsOf([1, 200, 0])).toEqual(['<1', '>99', '0'])
  expect([percentsOf([201, 0]), percentsOf([0, 0])]).toEqual([
    ['100', '0'],
    ['0', '0'],
  ])
})

it('[B14] the shares add up to 100', () => {
  expect(percentsOf([1, 2, 24])).toEqual(['4', '7', '89'])
  expect(percentsOf([1, 1, 1])).toEqual(['34', '33', '33'])
  expect(percentsOf([7, 17, 1, 2])).toEqual(['26', '63', '4', '7'])
})
