import { type Instant, instant } from '../../shared/lib/time.ts'

/** The longest part of [from, to] that no span covers, or null where all is covered; of two as long, the earlier. */
export function longestGap(
  spans: readonly { from: Instant; to: Instant }[],
  from: Instant,
  to: Instant,
): { from: Instant; to: Instant } | null {
  let longest: { from: Instant; to: Instant } | null = null
  let coveredTo: number = from
  const consider = (until: number) => {
    const length = until - coveredTo
    if (length > 0 && length > (longest ? longest.to - longest.from : 0)) {
      longest = { from: instant(coveredTo), to: instant(until) }
    }
  }
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.from >= to) break
    consider(span.from)
    coveredTo = Math.max(coveredTo, span.to)
  }
  if (coveredTo < to) consider(to)
  return longest
}
