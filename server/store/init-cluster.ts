import { existsSync } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { DatabaseFault } from './database-fault.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { type PostgresFolder, postgresPassword } from './postgres-folder.ts'
import { runProgram } from './run-program.ts'

/** Owner of the cluster: migrates, and nothing else. */
export const ownerName = 'e_cabinet_owner'

/** Packaged with the exact version in package.json. */
const majorVersion = '18'

/**
 * Makes the cluster where there is none. It is made under another name and renamed when whole: what a killed initdb
 * leaves is no cluster.
 */
export async function initCluster(
  folder: PostgresFolder,
  binaries: PostgresBinaries,
  onStart: () => void,
): Promise<Result<null, DatabaseFault>> {
  const found = await readFile(join(folder.data, 'PG_VERSION'), 'utf8').catch(() => null)
  if (found !== null) {
    return found.trim() === majorVersion
      ? ok(null)
      : fail({
          kind: 'other-postgres-version',
          found: found.trim(),
          wanted: majorVersion,
          folder: folder.data,
        })
  }
  if (existsSync(folder.data)) {
    return fail({ kind: 'postgres-failed', step: 'initdb', detail: `${folder.data} is no database` })
  }
  onStart()
  const unfinished = `${folder.data}.new`
  await rm(unfinished, { recursive: true, force: true })
  await postgresPassword(folder)
  const detail = await runProgram(
    binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${ownerName}`,
      `--pwfile=${folder.passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
    ],
    { cwd: folder.root, user: folder.user },
  )
  if (detail !== null) {
    await rm(unfinished, { recursive: true, force: true })
    return fail({ kind: 'postgres-failed', step: 'initdb', detail })
  }
  await rename(unfinished, folder.data)
  return ok(null)
}
