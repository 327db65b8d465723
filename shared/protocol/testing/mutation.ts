import fc from 'fast-check'
import { canonicalJson } from '../../lib/canonical-json.ts'

/** One change to a JSON value, anywhere in it. */
export type Mutation = { kind: 'surplus' | 'missing' | 'changed'; value: unknown }

type Path = (string | number)[]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function pathsIn(value: unknown, path: Path = []): Path[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, i) => pathsIn(item, [...path, i]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))
      : []
  return [path, ...inner]
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], value)

function withAt(value: unknown, path: Path, change: (node: unknown) => unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return change(value)
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? withAt(item, rest, change) : item))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === step ? withAt(item, rest, change) : item]),
  )
}

const others = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  '',
  'x',
  'Tế'.normalize('NFD'),
  '__proto__',
  '0'.repeat(64),
  [],
  {},
  [null],
]

/** Of what may be left out nothing is missed: settings name those that change, and a source its place in the library, if any. */
const isOptional = (path: Path): boolean =>
  path.at(-2) === 'values' || (path.at(-2) === 'source' && path.at(-1) === 'directive')

/** @param original a JSON value that has an object at its root. */
export function mutationOf(original: unknown): fc.Arbitrary<Mutation> {
  const paths = pathsIn(original)
  const objects = paths.filter((path) => isObject(at(original, path)))
  const members = paths.filter((path) => isObject(at(original, path.slice(0, -1))) && path.length > 0)
  const surplus = fc.constantFrom(...objects).chain((path) =>
    fc.constantFrom('surplus', 'toString', 'constructor', '').map(
      (key): Mutation => ({
        kind: 'surplus',
        value: withAt(original, path, (node) => ({ ...(node as object), [key]: 1 })),
      }),
    ),
  )
  const required = members.filter((path) => !isOptional(path))
  const missing = fc.constantFrom(...required).map((path): Mutation => {
    const last = path.at(-1)
    const without = (node: unknown) =>
      Object.fromEntries(Object.entries(node as object).filter(([key]) => key !== last))
    return { kind: 'missing', value: withAt(original, path.slice(0, -1), without) }
  })
  const changed = fc
    .tuple(fc.constantFrom(...paths.slice(1)), fc.constantFrom(...others))
    .filter(([path, other]) => canonicalJson(at(original, path)) !== canonicalJson(other))
    .map(([path, other]): Mutation => ({ kind: 'changed', value: withAt(original, path, () => other) }))
  return fc.oneof(surplus, missing, changed)
}
