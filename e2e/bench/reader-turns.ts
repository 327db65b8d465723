import type { Reading } from './reader-browser.ts'

export interface Both<T> {
  stock: T
  ours: T
}

/** Who goes first changes with each turn: what else the machine does then troubles both alike. */
export const inTurn = ({ stock, ours }: Both<Reading>, turn: number): [keyof Both<0>, Reading][] =>
  turn % 2 === 0
    ? [
        ['stock', stock],
        ['ours', ours],
      ]
    : [
        ['ours', ours],
        ['stock', stock],
      ]

export const listOf = (times: readonly number[]): string => times.map(Math.round).join(' ')
