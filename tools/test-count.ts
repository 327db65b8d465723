import { basename } from 'node:path'
import { z } from 'zod'

/** @property unsteady names of those that passed only at the second attempt. */
export type Count = {
  readonly passed: number
  readonly failed: number
  readonly unsteady: readonly string[]
}

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
})

const PlaywrightSuite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      tests: z.array(z.object({ status: z.string() })),
    }),
  ),
  get suites() {
    return z.array(PlaywrightSuite).optional()
  },
})

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(z.unknown()),
  suites: z.array(PlaywrightSuite),
})

/** A test file that cannot even be loaded has no tests to fail: it counts as one. */
export function countVitest(json: string): Count {
  const { numPassedTests, numFailedTests, testResults } = VitestReport.parse(JSON.parse(json))
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const unsteady = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(({ fullName }) => `${basename(name)}: ${fullName}`),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length, unsteady }
}

export function countPlaywright(json: string): Count {
  const { stats, errors, suites } = PlaywrightReport.parse(JSON.parse(json))
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    unsteady: suites.flatMap(unsteadyIn),
  }
}

const unsteadyIn = ({ specs, suites = [] }: z.infer<typeof PlaywrightSuite>): string[] => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, title }) => `${basename(file)}: ${title}`),
  ...suites.flatMap(unsteadyIn),
]

/** What a runner says by its exit code outweighs its report: not zero is at least one failure. */
export const withExitCode = (count: Count, code: number): Count =>
  code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count

export const sumOf = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  unsteady: counts.flatMap(({ unsteady }) => unsteady),
})
