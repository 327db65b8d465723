import { expect, test } from 'vitest'
import { intakeStanding, isSettled } from './intake-standing.ts'

const good = { noText: [] as [number, number][], broken: [] as [number, number][], faults: [] }

test('[D1] what the server says counts until the row is here, then the row', () => {
  expect(intakeStanding(undefined, null)).toBeNull()
  const working = { state: 'working', step: 'pages', done: 40, of: 500 } as const
  expect(intakeStanding(undefined, working)).toEqual({ kind: 'working', step: 'pages', done: 40, of: 500 })
  expect(intakeStanding(undefined, { ...working, done: 0, of: 0 })).toEqual({ kind: 'waiting' })
  expect(intakeStanding(undefined, { state: 'failed', fault: 'crashed' })).toEqual({
    kind: 'failed',
    fault: 'crashed',
  })
  expect(intakeStanding(good, working)).toEqual({ kind: 'done', noText: 0, broken: [], copyFault: null })
})

test('[D1] what failed and is tried once more is told by the server again, until the row says how it ended', () => {
  const failed = (fault: 'crashed' | 'unreadable') => ({
    ...good,
    faults: [{ kind: 'pages' as const, fault }],
  })
  const crashed = { kind: 'failed', fault: 'crashed' }
  expect(intakeStanding(failed('crashed'), null)).toEqual(crashed)
  expect(intakeStanding(failed('crashed'), { state: 'failed', fault: 'too-long' })).toEqual(crashed)
  expect(intakeStanding(failed('crashed'), { state: 'waiting' })).toEqual({ kind: 'waiting' })
  expect(intakeStanding(failed('crashed'), { state: 'done' })).toMatchObject({ kind: 'done' })
  expect(intakeStanding(failed('unreadable'), { state: 'waiting' })).toMatchObject({ fault: 'unreadable' })
  expect([undefined, failed('crashed'), failed('unreadable'), good].map(isSettled)).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('[D1] scanned and broken pages are told, and a copy that failed is no failure of the document', () => {
  const faults = [{ kind: 'copy', fault: 'too-large' } as const]
  expect(intakeStanding({ noText: [[1, 3]], broken: [[7, 7]], faults }, null)).toEqual({
    kind: 'done',
    noText: 3,
    broken: [[7, 7]],
    copyFault: 'too-large',
  })
  expect(intakeStanding({ ...good, faults: [{ kind: 'pages', fault: 'unreadable' }] }, null)).toEqual({
    kind: 'failed',
    fault: 'unreadable',
  })
})
