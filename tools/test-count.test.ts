import { expect, it } from 'vitest'
import { countPlaywright, countVitest, sumOf, withExitCode } from './test-count.ts'

const tried = (status: string, ...failureMessages: string[]) => ({
  fullName: 'a test',
  status,
  failureMessages,
})

it('counts tests, and a file that cannot be loaded as one failure', () => {
  const file = (status: string, tests: number) => ({
    name: '/x/a.test.ts',
    status,
    assertionResults: Array(tests).fill(tried('passed')),
  })
  const testResults = [file('passed', 3), file('failed', 2), file('failed', 0)]
  const report = JSON.stringify({ numPassedTests: 4, numFailedTests: 1, testResults })
  expect(countVitest(report)).toEqual({ passed: 4, failed: 2, unsteady: [] })
})

it('names a test that passed only at the second attempt', () => {
  const assertionResults = [tried('passed', 'Error: once'), tried('passed'), tried('failed', 'Error: twice')]
  const testResults = [{ name: '/x/a.test.ts', status: 'failed', assertionResults }]
  const report = JSON.stringify({ numPassedTests: 2, numFailedTests: 1, testResults })
  expect(countVitest(report)).toEqual({ passed: 2, failed: 1, unsteady: ['a.test.ts: a test'] })
})

it('counts a journey that passed only at the second attempt as passed, and names it', () => {
  const spec = (title: string, status: string) => ({ title, file: 'journeys/a.spec.ts', tests: [{ status }] })
  const suites = [
    {
      specs: [spec('one', 'expected')],
      suites: [{ specs: [spec('two', 'flaky'), spec('three', 'unexpected')] }],
    },
  ]
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
  expect(countPlaywright(JSON.stringify({ stats, errors: [{}], suites }))).toEqual({
    passed: 6,
    failed: 2,
    unsteady: ['a.spec.ts: two'],
  })
})

it('lets no runner end badly with nothing failed', () => {
  const count = (failed: number) => ({ passed: 9, failed, unsteady: ['x'] })
  expect(withExitCode(count(0), 1)).toEqual(count(1))
  expect(withExitCode(count(2), 1)).toEqual(count(2))
  expect(withExitCode(count(0), 0)).toEqual(count(0))
})

it('sums over the runners', () => {
  expect(
    sumOf([
      { passed: 1, failed: 0, unsteady: ['x'] },
      { passed: 2, failed: 3, unsteady: ['y'] },
    ]),
  ).toEqual({ passed: 3, failed: 3, unsteady: ['x', 'y'] })
  expect(sumOf([])).toEqual({ passed: 0, failed: 0, unsteady: [] })
})
