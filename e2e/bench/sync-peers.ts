/** Other people's servers, installed on demand outside the repository and never dependencies of it. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const packages = [
  '@y/websocket-server@0.1.1',
  'y-leveldb@0.1.2',
  '@hocuspocus/server@4.7.0',
  '@hocuspocus/extension-database@4.7.0',
  '@hocuspocus/provider@4.7.0',
  'ws@8.23.0',
  'yjs@13.6.33',
]

const peersFolder = join(tmpdir(), 'e-cabinet-bench-peers')

/** A peer's own copy of a package, as its CommonJS build, so that all of them share one Yjs. */
export const requirePeer = createRequire(join(peersFolder, 'package.json'))

export const peerFile = (path: string): string => join(peersFolder, 'node_modules', path)

export function installPeers(say: (line: string) => void): void {
  const marker = join(peersFolder, `installed-${packages.join('_').replaceAll('/', '.')}`)
  if (existsSync(marker)) return
  say(`installing ${packages.join(' ')} into ${peersFolder}`)
  mkdirSync(peersFolder, { recursive: true })
  writeFileSync(join(peersFolder, 'package.json'), '{"name":"peers","private":true}\n')
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--save-exact', '--no-audit', '--no-fund', ...packages],
    {
      cwd: peersFolder,
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`the peers could not be installed:\n${stderr}`)
  writeFileSync(marker, '')
}
