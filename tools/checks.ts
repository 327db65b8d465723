import { availableParallelism } from 'node:os'
import { type CommandResult, runCommand } from './run-command.ts'
import type { Count } from './test-count.ts'

type Check = {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

const typesOf = (project: string): Check => ({
  name: `types of ${project === '.' ? 'everything with tests' : project}`,
  command: 'tsc',
  args: [
    '-p',
    project,
    '--incremental',
    '--tsBuildInfoFile',
    `node_modules/.cache/tsc/${project === '.' ? 'all' : project}.json`,
  ],
})

/** Longest first, so that the last worker is not left alone with the largest. */
const checks: readonly Check[] = [
  typesOf('.'),
  typesOf('client'),
  typesOf('server'),
  typesOf('shared'),
  {
    name: 'imports',
    command: 'depcruise',
    args: ['--output-type', 'err-long', 'shared', 'client', 'server', 'e2e', 'tools', 'vite.config.ts'],
  },
  {
    name: 'dead code',
    command: 'knip',
    args: ['--no-progress', '--no-config-hints'],
  },
  {
    name: 'files that only tests use',
    command: 'knip',
    args: ['--no-progress', '--no-config-hints', '--production', '--include', 'files'],
  },
  { name: 'format and lint', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'house rules', command: 'node', args: ['tools/house/house.ts'] },
  { name: 'planted bugs still fit', command: 'node', args: ['tools/check-patches.ts'] },
]

/** Runs all checks, a few at a time, and prints the output of those that fail. */
export async function runChecks(): Promise<Count> {
  const waiting = [...checks]
  let failed = 0
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const result = await runCommand(check.command, check.args)
      if (result.code !== 0) failed += 1
      report(check, result)
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
  return { passed: checks.length - failed, failed, unsteady: [] }
}

function report({ name, command, args }: Check, { code, output, tookMs }: CommandResult): void {
  const seconds = `${(tookMs / 1000).toFixed(1)} s`
  if (code === 0) console.log(`ok    ${name} (${seconds})`)
  else console.log(`FAIL  ${name} (${seconds}): ${command} ${args.join(' ')}\n${output.trimEnd()}\n`)
}
