import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type CommandResult, runCommand } from '../run-command.ts'

const Cruise = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

type Tree = Readonly<Record<string, string>>
type Verdict = { readonly root: string; readonly sources: readonly string[]; readonly red: readonly string[] }

const clean: Tree = {
  'shared/lib/instant.ts': 'export type Instant = number',
  'server/app/ports.ts':
    "import type { Ballot } from '../../shared/domain/ballot.ts'\nexport type Ballots = Ballot[]",
  'server/main.ts': "import type { Ballots } from './app/ports.ts'\nexport type Main = Ballots",
  'shared/domain/ballot.ts':
    "import type { Instant } from '../lib/instant.ts'\nexport type Ballot = { at: Instant }",
  'client/app/ports.ts':
    "import type { Ballot } from '../../shared/domain/ballot.ts'\nexport type Store = { all(): Ballot[] }",
  'client/store/ballots.ts':
    "import Dexie from 'dexie'\nimport type { Store } from '../app/ports.ts'\nexport const s: Store = Dexie",
  'client/store/ballots.test.ts':
    "import { s } from './ballots.ts'\nimport '../sync/feed.ts'\nimport 'vitest'\ns",
  'client/sync/feed.ts': "import type { Store } from '../app/ports.ts'\nexport type Feed = Store",
  'client/main.tsx': "import { s } from './store/ballots.ts'\nimport './sync/feed.ts'\ns",
}

/** What is planted, where, and the rule that has to name it. */
const planted: readonly (readonly [what: string, path: string, text: string, rule: string])[] = [
  [
    'a type-only import upward',
    'shared/lib/up.ts',
    "import type { Ballot } from '../domain/ballot.ts'\nexport type A = Ballot",
    'layer shared/lib/',
  ],
  [
    'an import sideways',
    'client/store/side.ts',
    "import type { Feed } from '../sync/feed.ts'\nexport type B = Feed",
    'layer client/store/',
  ],
  [
    'client code on the server',
    'server/app/far.ts',
    "import type { Store } from '../../client/app/ports.ts'\nexport type C = Store",
    'layer server/app/',
  ],
  ['a barrel', 'shared/domain/reach.ts', "export type { Ballot } from './index.ts'", 'no barrel'],
  [
    'a cycle of types',
    'shared/domain/left.ts',
    "import type { R } from './right.ts'\nexport type L = R | 1",
    'no cycle',
  ],
  [
    'a foreign library',
    'client/app/foreign.ts',
    "import Dexie from 'dexie'\nexport const d = Dexie",
    'home of dexie',
  ],
  [
    'a foreign library for its types',
    'client/app/foreign-type.ts',
    "import type Dexie from 'dexie'\nexport type D = Dexie",
    'home of dexie',
  ],
  [
    'a library without a home',
    'server/app/stray.ts',
    "import lodash from 'lodash'\nexport const l = lodash",
    'a library with a home',
  ],
  [
    'a library that is not installed',
    'server/app/ghost.ts',
    "import ghost from 'ghost'\nexport const g = ghost",
    'everything resolves',
  ],
  [
    'a development package',
    'server/app/dev.ts',
    "import vitest from 'vitest'\nexport const v = vitest",
    'no development package in the product',
  ],
  ['an orphan', 'shared/lib/alone.ts', 'export const alone = 1', 'no orphan'],
  [
    'a folder outside the layers',
    'server/extra/new.ts',
    "import type { Instant } from '../../shared/lib/instant.ts'\nexport type I = Instant",
    'a folder with a layer',
  ],
  [
    'another screen',
    'client/screens/ballot/page.tsx',
    "import { m } from '../meeting/page.tsx'\nexport const p = m",
    'no screen imports another',
  ],
  [
    'a test',
    'server/app/testless.ts',
    "import { x } from './testing/fake.ts'\nexport const y = x",
    'nothing imports tests',
  ],
  [
    'a tool',
    'server/app/tooled.ts',
    "import { t } from '../../tools/tool.ts'\nexport const u = t",
    'the product does not import tools',
  ],
  [
    'Node in shared code',
    'shared/domain/disk.ts',
    "import { readFileSync } from 'node:fs'\nexport const r = readFileSync",
    'no Node outside the server',
  ],
  [
    'the browser viewer elsewhere',
    'client/app/view.ts',
    "const m = await import('pdfjs-dist')\nexport const w = m",
    'home of pdfjs-dist',
  ],
]

const plantedWith: Tree = {
  'shared/domain/index.ts': "export type { Ballot } from './ballot.ts'",
  'shared/domain/right.ts': "import type { L } from './left.ts'\nexport type R = L | 2",
  'client/screens/meeting/page.tsx':
    "import type { Store } from '../../app/ports.ts'\nexport type S = Store\nexport const m = 1",
  'server/app/testing/fake.ts':
    "import type { Instant } from '../../../shared/lib/instant.ts'\nexport const x: Instant = 1",
  'tools/tool.ts': 'export const t = 1',
}

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const depcruise = (root: string, outputType: 'json' | 'err'): Promise<CommandResult> =>
  runCommand(
    resolve('node_modules/.bin/depcruise'),
    ['--output-type', outputType, 'shared', 'client', 'server'],
    { cwd: root },
  )

async function cruise(tree: Tree): Promise<Verdict> {
  const root = await mkdtemp(join(tmpdir(), 'import-rules-'))
  folders.push(root)
  const packages = ['dexie', 'lodash', 'pdfjs-dist']
  const files: Tree = {
    ...tree,
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: Object.fromEntries(packages.map((name) => [name, '1'])),
      devDependencies: { vitest: '1' },
    }),
    ...Object.fromEntries(
      [...packages, 'vitest'].flatMap((name) => [
        [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'main.js' })],
        [`node_modules/${name}/main.js`, 'export default 1'],
      ]),
    ),
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.base.json']) {
    await copyFile(name, join(root, name))
  }
  const { output } = await depcruise(root, 'json')
  const { modules, summary } = Cruise.parse(JSON.parse(output))
  return {
    root,
    sources: modules.map(({ source }) => source),
    red: summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`),
  }
}

describe('the import rules', () => {
  it('are green on a clean tree, of which every file is read', async () => {
    const { root, sources, red } = await cruise(clean)
    expect(red).toEqual([])
    expect((await depcruise(root, 'err')).code).toBe(0)
    expect(sources).toEqual(expect.arrayContaining(Object.keys(clean)))
  })

  let verdict: Verdict
  beforeAll(async () => {
    verdict = await cruise({
      ...clean,
      ...plantedWith,
      ...Object.fromEntries(planted.map(([, path, text]) => [path, text])),
    })
  })

  it.each(planted)('turn red on %s', (_what, path, _text, rule) => {
    expect(verdict.red).toContain(`${path}: ${rule}`)
  })

  it('end with an error when anything is red, and name nothing that is clean', async () => {
    expect((await depcruise(verdict.root, 'err')).code).not.toBe(0)
    const cleanPaths = Object.keys(clean)
    expect(verdict.red.filter((line) => cleanPaths.some((path) => line.startsWith(`${path}:`)))).toEqual([])
  })
})
