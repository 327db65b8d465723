/**
 * A share in whole per cent for people. Some is never shown as 0, and not all never as 100: a single objection among two
 * hundred must not look like none.
 */
export function percentOf(count: number, total: number): string {
  if (total === 0) return '0'
  const rounded = Math.round((count / total) * 100)
  if (rounded === 0 && count > 0) return '<1'
  if (rounded === 100 && count < total) return '>99'
  return String(rounded)
}

/**
 * Where each part of a bar begins and how wide it is, as shares of 1. A bar of nothing has only empty parts.
 */
export function splitShares(counts: readonly number[]): { from: number; width: number }[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let before = 0
  return counts.map((count) => {
    const from = total === 0 ? 0 : before / total
    before += count
    return { from, width: total === 0 ? 0 : count / total }
  })
}
