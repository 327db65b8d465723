/**
 * Shares in whole per cent for people, by the largest remainders, so that they add up to 100. Some is never shown as 0, and
 * not all never as 100: a single objection among two hundred must not look like none.
 */
export function percentsOf(counts: readonly number[]): string[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => '0')
  const exact = counts.map((count) => (count * 100) / total)
  const short = 100 - exact.reduce((sum, share) => sum + Math.floor(share), 0)
  const raised = new Set(
    [...exact.keys()].sort((a, b) => rest(exact[b]) - rest(exact[a]) || a - b).slice(0, short),
  )
  return exact.map((share, index) => {
    const whole = Math.floor(share) + (raised.has(index) ? 1 : 0)
    if (whole === 0 && share > 0) return '<1'
    return whole === 100 && share < 100 ? '>99' : String(whole)
  })
}

const rest = (share = 0): number => share - Math.floor(share)

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
