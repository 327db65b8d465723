import { describe, expect, it } from 'vitest'
import { readHouseFiles } from './house-files.ts'
import { findingsIn } from './house-rules.ts'

const redOn = (path: string, text: string): readonly string[] =>
  findingsIn([{ path, text }]).map(({ rule }) => rule)

describe('each planted violation turns the house check red', () => {
  it.each([
    ['301 lines', 'server/app/long.ts', 'x\n'.repeat(301), 'at most 300 lines'],
    ['a fifth segment', 'client/screens/ballot/parts/row.tsx', '', 'at most four path segments'],
    ['a vague name', 'shared/lib/utils.ts', '', 'named for what it is'],
    ['a vague ending', 'server/app/ballot-manager.ts', '', 'named for what it is'],
    ['a capital', 'client/ui/Card.tsx', '', 'named for what it is'],
    ['work left', 'shared/lib/text.ts', `// ${'TO'}DO later`, 'no work left in comments'],
    ['a home folder', 'README.md', `see ${'/ho'}me/someone/e-cabinet`, 'no path of one machine'],
    ['a Windows home folder', 'README.md', `see C:${'\\Us'}ers\\someone`, 'no path of one machine'],
    ['a registry', '.npmrc', `registry=https://${'regi'}stry.example.org/`, 'no package registry by name'],
    [
      'a lockfile host',
      'package-lock.json',
      '"resolved": "https://example.org/a.tgz",',
      'lockfile without hosts',
    ],
    [
      'an unknown rule',
      'shared/lib/text.test.ts',
      "it('[B99] a rule nobody wrote', f)",
      'tests cite rules that exist',
    ],
  ])('%s', (_name, path, text, rule) => {
    expect(redOn(path, text)).toEqual([rule])
  })
})

it.each([
  ['300 lines', 'server/app/long.ts', 'x\n'.repeat(300)],
  ['four segments', 'client/screens/ballot/row.tsx', ''],
  ['a worker of the service kind', 'client/sw/service-worker.ts', ''],
  ['several rules', 'shared/lib/text.test.ts', "it.each(rows)('x', f); it('[B9][O2] held', f)"],
])('%s is in order', (_name, path, text) => {
  expect(redOn(path, text)).toEqual([])
})

it('reads this repository and nothing that git ignores', async () => {
  const paths = (await readHouseFiles(process.cwd())).map(({ path }) => path)
  expect(paths).toContain('tools/house/house-files.ts')
  expect(paths).toContain('package-lock.json')
  expect(paths.filter((path) => path.includes('node_modules/'))).toEqual([])
})
