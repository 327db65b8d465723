import type { HouseFile } from './house-files.ts'

export type Finding = { readonly rule: string; readonly path: string; readonly detail: string }
type Rule = (file: HouseFile) => readonly string[]

const code = /\.(ts|tsx|mts|mjs|cjs|css)$/
const product = /^(shared|client|server)\//
const vagueNames = ['index', 'utils', 'helpers', 'types', 'misc', 'common', 'manager', 'service']
const kebabFile = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/

/** The rules of docs/decisions that no other tool checks, each as: file in, complaints out. */
const rules: Readonly<Record<string, Rule>> = {
  'at most 300 lines': ({ path, text }) => {
    const lines = text.split('\n').length - 1
    return code.test(path) && lines > 300 ? [`${lines} lines`] : []
  },
  'at most four path segments': ({ path }) => {
    const count = path.split('/').length
    return product.test(path) && count > 4 ? [`${count} segments`] : []
  },
  'named for what it is': ({ path }) => {
    if (!code.test(path)) return []
    const file = path.slice(path.lastIndexOf('/') + 1)
    const stem = file.split('.')[0] ?? ''
    const vague = vagueNames.find((name) => stem === name || stem.endsWith(`-${name}`))
    if (vague !== undefined) return [`"${vague}" says nothing`]
    return product.test(path) && !kebabFile.test(file) ? ['not kebab-case'] : []
  },
  'no work left in comments': ({ path, text }) =>
    code.test(path) || path.endsWith('.md')
      ? matches(text, new RegExp(`\\b(${'TO'}DO|${'FIX'}ME|${'XX'}X)\\b`, 'g'))
      : [],
  'no path of one machine': ({ text }) =>
    matches(text, /(?<![\w.}:-])\/(home|Users|root|work)\/[\w.-]+|\b[A-Z]:\\Users\\[\w.-]+/g),
  'no package registry by name': ({ path, text }) =>
    path.startsWith('tools/house/')
      ? []
      : matches(text, /https?:\/\/[\w.-]*(registry|npmmirror|artifactory|nexus|verdaccio)[\w.-]*/g),
  'lockfile without hosts': ({ path, text }) =>
    path === 'package-lock.json' ? matches(text, /"resolved": "(?!file:)[^"]*"/g).slice(0, 3) : [],
  'tests cite rules that exist': ({ path, text }) =>
    /\.(test|spec)\.tsx?$/.test(path) && !path.startsWith('tools/house/')
      ? citedIds(text).filter((id) => !isRuleId(id))
      : [],
}

const highestRule: Readonly<Record<string, number>> = { G: 4, B: 17, M: 11, D: 4, A: 5, T: 8, O: 10 }

export function findingsIn(files: readonly HouseFile[]): readonly Finding[] {
  return files.flatMap((file) =>
    Object.entries(rules).flatMap(([rule, check]) =>
      check(file).map((detail) => ({ rule, path: file.path, detail })),
    ),
  )
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, at) => [...line.matchAll(pattern)].map((hit) => `line ${at + 1}: ${hit[0]}`))
}

function citedIds(text: string): readonly string[] {
  const titles = text.matchAll(/\b(?:it|test|describe)(?:\.\w+(?:\([^)]*\))?)?\(\s*(['"`])((?:\[[^\]]*\])+)/g)
  return [...titles].flatMap((title) =>
    [...(title[2] ?? '').matchAll(/\[([^\]]*)\]/g)].flatMap((id) => (id[1] ?? '').split(/[,\s]+/)),
  )
}

function isRuleId(id: string): boolean {
  const number = Number(id.slice(1))
  return Number.isInteger(number) && number >= 1 && number <= (highestRule[id.charAt(0)] ?? 0)
}
