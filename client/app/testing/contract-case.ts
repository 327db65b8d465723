import { hex } from '../../../shared/lib/bytes.ts'

/** A promise of a port, as a function that runs in any test runner and in a page of a real browser. */
export type ContractCase<Subject> = {
  /** Begins with the rule id. */
  name: string
  run(subject: Subject): Promise<void>
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Equal values give equal texts: keys in order, bytes as hexadecimal, undefined kept apart from absent. */
function show(value: unknown): string {
  if (value instanceof Uint8Array) return `bytes ${hex(value)}`
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`
  if (!isObject(value)) return value === undefined ? 'undefined' : JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${key}: ${show(field)}`).join(', ')}}`
}

export function assertEqual(got: unknown, wanted: unknown): void {
  if (show(got) === show(wanted)) return
  throw new Error(`got ${show(got).slice(0, 800)}\nwanted ${show(wanted).slice(0, 800)}`)
}

/** @returns what `work` rejected with: the kind of a fault, or the name of an error. */
export async function rejectionOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Error)) return 'not an error'
    return 'kind' in error ? String(error.kind) : error.name
  }
  return 'nothing'
}
