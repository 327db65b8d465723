import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { reachableBinaries } from './reachable-binaries.ts'

const nobody = { name: 'nobody', uid: 65534, gid: 65534 }

async function installBelow(mode: number) {
  const folder = await mkdtemp(join(tmpdir(), 'e-cabinet-programs-'))
  const bin = join(folder, 'native', 'bin')
  await mkdir(bin, { recursive: true })
  for (const name of ['postgres', 'initdb', 'pg_ctl'])
    await writeFile(join(bin, name), folder, { mode: 0o700 })
  await symlink('postgres', join(bin, 'linked'))
  await chmod(folder, mode)
  const binaries = {
    postgres: join(bin, 'postgres'),
    initdb: join(bin, 'initdb'),
    pgCtl: join(bin, 'pg_ctl'),
  }
  return { folder, binaries }
}

const isRoot = process.getuid?.() === 0

test.runIf(isRoot)(
  '[O6] programs below a folder closed to others are copied once to where PostgreSQL can run them',
  async () => {
    const { folder, binaries } = await installBelow(0o700)
    const first = await reachableBinaries(binaries, nobody)
    const second = await reachableBinaries(binaries, nobody)
    if (!first.ok) throw new Error(first.error.kind)
    expect(second).toEqual(first)
    expect(first.value.postgres).not.toBe(binaries.postgres)
    expect((await stat(first.value.postgres)).mode & 0o777).toBe(0o755)
    await rm(folder, { recursive: true })
    await rm(dirname(dirname(first.value.postgres)), { recursive: true })
  },
)

test('[O6] programs that can be reached are run where they are', async () => {
  const { folder, binaries } = await installBelow(0o755)
  expect(await reachableBinaries(binaries, null)).toEqual({ ok: true, value: binaries })
  await rm(folder, { recursive: true })
})
