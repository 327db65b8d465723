import { z } from 'zod'
import type { Count } from './checks.ts'

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(z.unknown()),
})

/** A test file that cannot even be loaded has no tests to fail: it counts as one. */
export function countVitest(json: string): Count {
  const { numPassedTests, numFailedTests, testResults } = VitestReport.parse(JSON.parse(json))
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

/** A test that passed only when tried again has failed. */
export function countPlaywright(json: string): Count {
  const { stats, errors } = PlaywrightReport.parse(JSON.parse(json))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/** What a runner says by its exit code outweighs its report: not zero is at least one failure. */
export function withExitCode(count: Count, code: number): Count {
  return code !== 0 && count.failed === 0 ? { passed: count.passed, failed: 1 } : count
}

export const sumOf = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
})
