import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { requireChromium } from '../../tools/find-chromium.ts'
import { run, withTree } from '../simulation/planted-bug.ts'

/**
 * Shows that the search of a lost tablet's files can find something: the same journey on the same program with its
 * sealing switched off by a patch must turn red, and find each thing that the patch names. By command, since it builds a
 * program of its own.
 */

const patch = fileURLToPath(new URL('sealing-off.patch', import.meta.url))
const parts = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'vite.config.ts',
  'client',
  'e2e',
  'server',
  'shared',
  'tools',
]

const Attachment = z.object({ name: z.string(), contentType: z.string(), body: z.string().optional() })
const Result = z.object({ status: z.string(), attachments: z.array(Attachment) })
const Spec = z.object({ tests: z.array(z.object({ results: z.array(Result) })) })
const Report = z.object({ suites: z.array(z.object({ specs: z.array(Spec) })) })
const Found = z.array(z.tuple([z.string(), z.array(z.string())]))

/** What lay readable, by when. */
async function journeyIn(tree: string): Promise<{ status: string; found: Map<string, string[]> }> {
  await writeFile(
    join(tree, 'build.ts'),
    "await (await import('./tools/build-client.ts')).ensureClient({ force: true })\n",
  )
  const built = await run(process.execPath, ['build.ts'], tree)
  if (built.code !== 0) throw new Error(`the unsealed program does not build: ${built.output}`)
  const scratch = await mkdtemp(join(tmpdir(), 'unsealed-'))
  const file = join(scratch, 'report.json')
  try {
    const program = join(tree, 'node_modules/@playwright/test/cli.js')
    const journey = ['lost-tablet-canary', '--project=journeys', '--reporter=json']
    const { output } = await run(
      process.execPath,
      [program, 'test', '-c', 'e2e/playwright.config.ts', ...journey],
      tree,
      { CHROMIUM_PATH: await requireChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    )
    const text = await readFile(file, 'utf8').catch(() => '{"suites":[]}')
    const specs = Report.parse(JSON.parse(text)).suites.flatMap((suite) => suite.specs)
    const result = specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results)).at(-1)
    if (!result) throw new Error(`the journey did not run: ${output}`)
    const found = new Map<string, string[]>()
    for (const { name, contentType, body } of result.attachments) {
      if (contentType !== 'application/json' || body === undefined) continue
      const lying = Found.safeParse(JSON.parse(Buffer.from(body, 'base64').toString('utf8')))
      if (lying.success)
        found.set(
          name,
          lying.data.map(([what]) => what),
        )
    }
    return { status: result.status, found }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

const { status, found } = await withTree(patch, journeyIn, parts)
for (const [when, names] of found) console.log(`${when}: ${names.toSorted().join(', ') || 'nothing'}`)
const wanted = [...(await readFile(patch, 'utf8')).matchAll(/^Red: (.+)$/gm)].map(([, name = '']) => name)
const seen = found.get('locked, closed') ?? []
const missed = wanted.filter((name) => !seen.includes(name))
if (status !== 'failed' || missed.length > 0) {
  console.error(`Unsealed, the journey ${status}; not found after locking: ${missed.join(', ') || 'nothing'}`)
  process.exitCode = 1
} else {
  console.log(`Unsealed, all ${wanted.length} things are found: the journey can fail.`)
}
