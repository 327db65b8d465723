import type { HouseFile } from './house-files.ts'
import type { Finding } from './house-rules.ts'

/**
 * Class names are global (no CSS modules): what is defined is used, what a component names is defined, and one file alone says
 * how a class looks.
 */
export function styleFindings(files: readonly HouseFile[]): readonly Finding[] {
  const client = files.filter(({ path }) => path.startsWith('client/') && !/\.test\.tsx?$/.test(path))
  const styles = client.flatMap(({ path, text }) =>
    path.endsWith('.css') ? [{ path, text: text.replaceAll(/\/\*[\s\S]*?\*\//g, '') }] : [],
  )
  const defined = new Map<string, string>()
  for (const { path, text } of styles) {
    for (const [, name = ''] of text.matchAll(/\.(ec-[a-z0-9-]+)/g)) defined.set(name, path)
  }
  const named = new Map<string, string>()
  const used = new Set<string>()
  const begun = new Set<string>()
  for (const { path, text } of client.filter((file) => /\.(tsx?|html)$/.test(file.path))) {
    for (const [, name = '', goesOn] of text.matchAll(/(?<![\w-])(ec-[a-z0-9-]*[a-z0-9])(-?\$\{)?/g)) {
      if (goesOn !== undefined) begun.add(name)
      else used.add(name)
      if (goesOn === undefined && path.endsWith('.tsx')) named.set(name, path)
    }
  }
  const isUsed = (name: string) => used.has(name) || [...begun].some((start) => name.startsWith(start))
  return [
    ...[...defined]
      .filter(([name]) => !isUsed(name))
      .map(([detail, path]) => ({ rule: 'a class that is defined is used', path, detail })),
    ...[...named]
      .filter(([name]) => !defined.has(name))
      .map(([detail, path]) => ({ rule: 'a class that is named is defined', path, detail })),
    ...definedTwice(styles),
  ]
}

/** Only a class that is the whole of a selector: one within another's place is meant for that place. */
function definedTwice(styles: readonly HouseFile[]): readonly Finding[] {
  const homes = new Map<string, Set<string>>()
  for (const { path, text } of styles) {
    for (const [, selectors = ''] of text.matchAll(/([^{}]+)\{/g)) {
      for (const selector of selectors.split(',')) {
        const name = /^\s*\.(ec-[a-z0-9-]+)\s*$/.exec(selector)?.[1]
        if (name !== undefined) homes.set(name, (homes.get(name) ?? new Set()).add(path))
      }
    }
  }
  return [...homes].flatMap(([name, paths]) => {
    const [first, ...others] = paths
    return others.map((path) => ({
      rule: 'a class is defined in one file',
      path,
      detail: `${name}, also in ${first}`,
    }))
  })
}
