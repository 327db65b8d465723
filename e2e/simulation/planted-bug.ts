import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Bugs kept as patches against the product. Above its diff each says what it does and, in a line `Red: SEED RULE`, which
 * schedule breaks which promise by it.
 */
export type PlantedBug = { name: string; path: string; seed: string; rule: string }

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'e2e/simulation/bugs')
const needed = ['package.json', 'shared', 'server', 'client', 'e2e/simulation']

export async function readBugs(): Promise<PlantedBug[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.patch')).sort()
  return await Promise.all(
    names.map(async (file) => {
      const path = join(folder, file)
      const [, seed = '', rule = ''] = /^Red: (\S+) (.+)$/m.exec(await readFile(path, 'utf8')) ?? []
      return { name: file.replace('.patch', ''), path, seed, rule }
    }),
  )
}

/** A copy of the tree, or of these parts, for as long as `work` runs, with the patch in it; null: as it is. */
export async function withTree<T>(
  patch: string | null,
  work: (tree: string) => Promise<T>,
  parts: readonly string[] = needed,
): Promise<T> {
  const tree = await mkdtemp(join(tmpdir(), 'planted-bug-'))
  try {
    for (const path of parts) await cp(join(root, path), join(tree, path), { recursive: true })
    await symlink(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
    if (patch !== null) {
      const applied = await run('git', ['apply', '--whitespace=nowarn', patch], tree)
      if (applied.code !== 0) throw new Error(`the patch no longer applies: ${applied.output}`)
    }
    return await work(tree)
  } finally {
    await rm(tree, { recursive: true, force: true })
  }
}

/** Runs schedules in a tree, all of them; `rules`: the promises that they broke. */
export async function runSeeds(
  tree: string,
  seeds: readonly string[],
): Promise<{ code: number; rules: string[] }> {
  const { code, output } = await run(process.execPath, ['e2e/simulation/run.ts', ...seeds], tree, {
    SIM_ALL: '1',
  })
  const rules = [...output.matchAll(/^ {2}"rule": "(.+)"/gm)].map(([, rule = '']) => rule)
  return { code, rules: [...new Set(rules)] }
}

export function run(
  command: string,
  args: string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; output: string }> {
  const options = {
    cwd,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env, GIT_CEILING_DIRECTORIES: tmpdir() },
  }
  return new Promise((resolve) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : 1, output: `${stdout}${stderr}` })
    })
  })
}
