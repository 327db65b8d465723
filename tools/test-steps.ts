import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { runChecks } from './checks.ts'
import { requireChromium } from './find-chromium.ts'
import { runCommand } from './run-command.ts'
import { type Count, countPlaywright, countVitest, sumOf, withExitCode } from './test-count.ts'

/** `undefined` means that there is nothing to run yet. */
type Step = (way: { behind: boolean }) => Promise<Count | undefined>

const reports = 'test-results/reports'
const none: Count = { passed: 0, failed: 0, unsteady: [] }

/** Nothing but arithmetic: it runs behind the steps after it, which mostly wait for processes, disks and browsers. */
export const stepBehind = 'simulation'

/** Compiled once for all servers of a run. */
const compiled = { NODE_COMPILE_CACHE: resolve('node_modules/.cache/node') }

/** The steps of `npm test`, in order; `npm test -- unit journeys` runs only those. */
export const steps: Readonly<Record<string, Step>> = {
  check: runChecks,
  unit: () => vitest('unit', {}),
  [stepBehind]: async ({ behind }) =>
    hasTests('e2e/simulation', '.test.ts')
      ? vitest('simulation', { env: { SIM_RUNS: process.env['SIM_RUNS'] ?? '2000' }, behind })
      : undefined,
  contracts: async () => {
    const ours = hasTests('e2e/contracts', '.test.ts')
      ? await vitest('contracts', { env: compiled, maxWorkers: 1 })
      : undefined
    const inBrowser = hasTests('e2e/contracts', '.spec.ts') ? await playwright('contracts') : undefined
    return ours === undefined && inBrowser === undefined
      ? undefined
      : sumOf([ours ?? none, inBrowser ?? none])
  },
  journeys: async () => (hasTests('e2e/journeys', '.spec.ts') ? playwright('journeys') : undefined),
}

function hasTests(folder: string, ending: string): boolean {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith(ending))
  )
}

type Way = { env?: Readonly<Record<string, string>>; behind?: boolean; maxWorkers?: number }

/** On all cores unless told. */
async function vitest(project: string, { env = {}, behind = false, maxWorkers }: Way): Promise<Count> {
  const report = await freshReport(`${project}.vitest.json`)
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    `--maxWorkers=${maxWorkers ?? '100%'}`,
  ]
  const { code, output } = await runCommand('vitest', args, { env, behind, live: !behind })
  if (behind) console.log(`\n== ${project}, which ran behind the others\n${output}`)
  return withExitCode(await countIn(report, countVitest), code)
}

async function playwright(project: string): Promise<Count> {
  const report = await freshReport(`${project}.playwright.json`)
  const { ensureClient } = await import('./build-client.ts')
  await ensureClient({ force: false })
  const { code } = await runCommand(
    'playwright',
    ['test', '-c', 'e2e/playwright.config.ts', '--project', project, '--reporter=list,json'],
    {
      env: { ...compiled, CHROMIUM_PATH: await requireChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      live: true,
    },
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
  return existsSync(report) ? count(await readFile(report, 'utf8')) : { ...none, failed: 1 }
}
