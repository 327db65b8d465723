import { rounded } from './reader-report.ts'

type Line = {
  metric: string
  value: number
  unit: 'ms' | '1' | 'bytes' | 'ratio'
  subject?: 'ours' | 'database' | 'usual' | 'ratio'
  /** No more than this. */
  most?: number
}

/** One JSON line a figure. */
export function print({ metric, value, unit, subject = 'ours', most }: Line): void {
  const judged = most === undefined ? {} : { target: `<= ${most}`, holds: value <= most }
  const line = { bench: 'tasks', subject, metric, unit, value: rounded(value), ...judged }
  console.log(JSON.stringify(line))
}

export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const from = performance.now()
  const value = await work()
  return { value, ms: performance.now() - from }
}
