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
