import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Count, runChecks } from './checks.ts'
import { requireChromium } from './find-chromium.ts'
import { runCommand } from './run-command.ts'
import { countPlaywright, countVitest, sumOf, withExitCode } from './test-count.ts'

/** `undefined` means that there is nothing to run yet. */
type Step = () => Promise<Count | undefined>

const reports = 'test-results/reports'
const none: Count = { passed: 0, failed: 0 }

/** The steps of `npm test`, in order; `npm test -- unit journeys` runs only those. */
export const steps: Readonly<Record<string, Step>> = {
  check: runChecks,
  unit: () => vitest('unit', {}),
  contracts: async () => {
    const ours = hasTests('e2e/contracts', '.test.ts') ? await vitest('contracts', {}) : undefined
    const inBrowser = hasTests('e2e/contracts', '.spec.ts') ? await playwright('contracts') : undefined
    return ours === undefined && inBrowser === undefined
      ? undefined
      : sumOf([ours ?? none, inBrowser ?? none])
  },
  simulation: async () =>
    hasTests('e2e/simulation', '.test.ts')
      ? vitest('simulation', { SIM_RUNS: process.env['SIM_RUNS'] ?? '2000' })
      : undefined,
  journeys: async () => (hasTests('e2e/journeys', '.spec.ts') ? playwright('journeys') : undefined),
}

function hasTests(folder: string, ending: string): boolean {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith(ending))
  )
}

async function vitest(project: string, env: Readonly<Record<string, string>>): Promise<Count> {
  const report = await freshReport(`${project}.vitest.json`)
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    // One worker fewer than there are cores unless told: schedules are nothing but arithmetic, and take them all.
    ...(project === 'simulation' ? ['--maxWorkers=100%'] : []),
  ]
  const { code } = await runCommand('vitest', args, { env, live: true })
  return withExitCode(await countIn(report, countVitest), code)
}

async function playwright(project: string): Promise<Count> {
  const report = await freshReport(`${project}.playwright.json`)
  const { ensureClient } = await import('./build-client.ts')
  await ensureClient({ force: false })
  const { code } = await runCommand(
    'playwright',
    ['test', '-c', 'e2e/playwright.config.ts', '--project', project, '--reporter=list,json'],
    { env: { CHROMIUM_PATH: await requireChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report }, live: true },
  )
  return withExitCode(await countIn(report, countPlaywright), code)
}

async function freshReport(name: string): Promise<string> {
  await mkdir(reports, { recursive: true })
  const path = join(process.cwd(), reports, name)
  await rm(path, { force: true })
  return path
}

async function countIn(report: string, count: (json: string) => Count): Promise<Count> {
  return existsSync(report) ? count(await readFile(report, 'utf8')) : { passed: 0, failed: 1 }
}
