import { expect, it } from 'vitest'
import { countPlaywright, countVitest, sumOf, withExitCode } from './test-count.ts'

it('counts tests, and a file that cannot be loaded as one failure', () => {
  const file = (status: string, tests: number) => ({ status, assertionResults: Array(tests).fill({}) })
  const testResults = [file('passed', 3), file('failed', 2), file('failed', 0)]
  const report = JSON.stringify({ numPassedTests: 4, numFailedTests: 1, testResults })
  expect(countVitest(report)).toEqual({ passed: 4, failed: 2 })
})

it('counts a journey that passed only on trying again as failed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
  expect(countPlaywright(JSON.stringify({ stats, errors: [{}] }))).toEqual({ passed: 5, failed: 3 })
})

it('lets no runner end badly with nothing failed', () => {
  expect(withExitCode({ passed: 9, failed: 0 }, 1)).toEqual({ passed: 9, failed: 1 })
  expect(withExitCode({ passed: 9, failed: 2 }, 1)).toEqual({ passed: 9, failed: 2 })
  expect(withExitCode({ passed: 9, failed: 0 }, 0)).toEqual({ passed: 9, failed: 0 })
})

it('sums over the runners', () => {
  expect(
    sumOf([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 })
  expect(sumOf([])).toEqual({ passed: 0, failed: 0 })
})
