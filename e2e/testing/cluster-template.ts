import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const program = fileURLToPath(new URL('./make-cluster.ts', import.meta.url))
/** Where the workers of a run find it. */
const variable = 'E_CABINET_TEST_CLUSTER'

/**
 * Before a run: one empty database, of which every test gets a copy of its own instead of making one.
 * @returns takes it away
 */
export default async function makeTemplate(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'cluster-'))
  // PostgreSQL runs as another user where this one is root.
  await chmod(folder, 0o755)
  await run(process.execPath, [program, folder])
  process.env[variable] = folder
  return () => rm(folder, { recursive: true, force: true, maxRetries: 10 })
}

/** With owners and modes: PostgreSQL takes a folder of nobody else. */
export const copyFolder = async (from: string, to: string): Promise<void> =>
  void (await run('cp', ['-a', from, to]))

/** Puts the copy into a data folder that may not be there yet. */
export async function layCluster(dataDir: string): Promise<void> {
  const made = process.env[variable]
  if (made === undefined) throw new Error('the run made no cluster')
  await mkdir(dataDir, { recursive: true })
  await chmod(dataDir, 0o755)
  await copyFolder(join(made, 'postgres'), join(dataDir, 'postgres'))
}
