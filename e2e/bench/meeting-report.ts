import type { Changes } from './meeting-items.ts'
import type { Joined } from './meeting-join.ts'
import type { Voted } from './meeting-vote.ts'
import type { Sides } from './process-tree.ts'
import { quantile, rounded } from './reader-report.ts'

type Line = {
  subject: 'ours' | 'broadcast' | 'polling' | 'ratio'
  metric: string
  value: number
  unit: 'ms' | '1' | 'ratio'
  most?: number
}

const spread = (
  subject: Line['subject'],
  metric: string,
  values: readonly number[],
  most?: number,
): Line[] => [
  { subject, metric: `${metric} p50`, value: quantile(values, 0.5), unit: 'ms' },
  {
    ...{ subject, metric: `${metric} p99`, value: quantile(values, 0.99), unit: 'ms' },
    ...(most !== undefined && { most }),
  },
]

const ratios = (metric: string, ours: readonly number[], of: readonly number[]): Line[] =>
  [0.5, 0.99].map((part) => ({
    subject: 'ratio',
    metric: `${metric} p${part * 100}`,
    value: quantile(ours, part) / quantile(of, part),
    unit: 'ratio',
  }))

/** What the issue asks is asked of the watched tablets in either case; the others are told for their own sake. */
export function linesOfChanges(where: string, { watchedMs, allMs }: Changes): string[] {
  return texts([
    ...spread('ours', `item on the whole tablets, ${where}`, watchedMs, 150),
    ...(allMs.length > watchedMs.length ? spread('ours', `item on every tablet, ${where}`, allMs) : []),
  ])
}

/** Beside what knows neither signatures nor ledger. */
export function linesOfBare(
  where: string,
  { watchedMs, broadcastMs }: Changes,
  polledMs: readonly number[],
): string[] {
  return texts([
    ...spread('broadcast', `item on every socket, ${where}`, broadcastMs),
    ...spread('polling', `item on every page, ${where}`, polledMs),
    ...ratios('ours to broadcast', watchedMs, broadcastMs),
    ...ratios('ours to polling', watchedMs, polledMs),
  ])
}

/** Where the time goes: the processor time of each side, shared out over so many. */
export function linesOfSides(
  what: string,
  { before, after }: { before: Sides | null; after: Sides | null },
  of: number,
): string[] {
  if (!before || !after) return []
  const line = (side: keyof Sides, name: string): Line => {
    const value = (after[side] - before[side]) / of
    return { subject: 'ours', metric: `processor time of ${name} ${what}`, value, unit: 'ms' }
  }
  return texts([
    line('serverMs', "the server's program"),
    line('databaseMs', 'its database'),
    line('tabletsMs', 'all tablets and the bench'),
  ])
}

export function linesOfJoin({ allInStepMs, ownMs }: Joined): string[] {
  const metric = 'all in step, from the first'
  return texts([
    { subject: 'ours', metric, value: allInStepMs, unit: 'ms', most: 10_000 },
    ...spread('ours', 'taken up until recorded as there', ownMs),
  ])
}

export function linesOfVote(voted: Voted): string[] {
  const count = (metric: string, value: number, most?: number): Line => {
    return { subject: 'ours', metric, value, unit: '1', ...(most !== undefined && { most }) }
  }
  return texts([
    ...spread('ours', 'vote opened on every tablet', voted.openedMs),
    count('tablets with an unsettled cast at the kill', voted.unsettledAtKill),
    { subject: 'ours', metric: 'from the kill to an answer', value: voted.awayMs, unit: 'ms' },
    { subject: 'ours', metric: 'last cast until all are in', value: voted.allInMs, unit: 'ms' },
    ...spread('ours', 'result by name on every tablet', voted.resultMs),
    count('casts counted', voted.counted),
    count('casts held', voted.held),
    count('casts lost', voted.lost, 0),
    count('counted twice', voted.twice, 0),
  ])
}

/** One JSON line a figure. */
const texts = (lines: readonly Line[]): string[] =>
  lines.map(({ most, value, ...line }) =>
    JSON.stringify({
      bench: 'meeting',
      ...line,
      value: rounded(value),
      ...(most !== undefined && { target: `<= ${most}`, holds: value <= most }),
    }),
  )
