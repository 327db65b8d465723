import type { HouseFile } from './house-files.ts'
import type { Finding } from './house-rules.ts'

export type WordTree = { readonly [key: string]: string | WordTree }

/**
 * Words that no screen says. A key counts as said where it stands in the code as it is, or as a template whose holes could be
 * filled to give it.
 */
export function wordFindings(files: readonly HouseFile[], words: WordTree): readonly Finding[] {
  const code = files.filter(
    ({ path }) =>
      /^(client|server|shared)\/.*\.tsx?$/.test(path) &&
      !path.startsWith('client/ui/words/') &&
      !/\.test\.tsx?$/.test(path),
  )
  const said = new Set<string>()
  const patterns = new Set<string>()
  for (const { text } of code) {
    for (const [, key = ''] of text.matchAll(/['"]([\w-]+(?:\.[\w-]+)+)['"]/g)) said.add(key)
    for (const [, key = ''] of text.matchAll(/`([\w-]+\.(?:[\w.-]|\$\{[^}]*\})*)`/g)) patterns.add(key)
  }
  const asked = [...patterns].map((pattern) => new RegExp(`^${asExpression(pattern)}$`))
  return [...new Set(leavesOf(words))]
    .filter((key) => !said.has(key) && !asked.some((pattern) => pattern.test(key)))
    .map((detail) => ({ rule: 'words are said somewhere', path: 'client/ui/words', detail }))
}

const asExpression = (pattern: string): string =>
  pattern
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replaceAll('.', '\\.'))
    .join('[\\w-]+(?:\\.[\\w-]+)*')

/** Without the ending by which a language counts. */
const leavesOf = (words: WordTree, path = ''): readonly string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${path}${key.replace(/_(one|other)$/, '')}`]
      : leavesOf(value, `${path}${key}.`),
  )
