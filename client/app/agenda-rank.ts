/** Places in an agenda as texts: between any two there is another, so that moving one item touches no other. */

/** In the order of their code units. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const most = 60

const base = digits.length
const valueAt = (rank: string, i: number): number => Math.max(0, digits.indexOf(rank.charAt(i)))

/** @returns a text that stands between both, a short one; null where there is none. Null for an end that is open. */
export function rankBetween(before: string | null, after: string | null): string | null {
  let made = ''
  // As soon as what is made so far is less than the beginning of `after`, whatever follows is.
  let isBelow = after === null
  for (let i = 0; i < most; i++) {
    if (!isBelow && after !== null && i >= after.length) return null
    const low = before === null ? 0 : valueAt(before, i)
    const high = isBelow || after === null ? base : valueAt(after, i)
    if (high < low) return null
    if (high - low > 1) return made + digits.charAt(Math.floor((low + high) / 2))
    if (high - low === 1) isBelow = true
    made += digits.charAt(low)
  }
  return null
}

/** Ranks for so many items with room between them. */
export function evenRanks(count: number): string[] {
  const step = base ** 2 / (count + 1)
  return Array.from({ length: count }, (_, i) => {
    const at = Math.floor(step * (i + 1))
    // Never ends in the first digit: nothing stands directly before such a text.
    const last = Math.max(1, at % base)
    return digits.charAt(Math.floor(at / base)) + digits.charAt(last)
  })
}

/**
 * The same items, one of them at another place. Only its own rank changes, unless there is no room left between its new
 * neighbours: then all are given new ones.
 */
export function withMoved<T extends { rank: string }>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from]
  if (item === undefined || from === to) return [...items]
  const rest = items.filter((_, i) => i !== from)
  const rank = rankBetween(rest[to - 1]?.rank ?? null, rest[to]?.rank ?? null)
  const order = [...rest.slice(0, to), rank === null ? item : { ...item, rank }, ...rest.slice(to)]
  if (rank !== null) return order
  const ranks = evenRanks(order.length)
  return order.map((each, i) => ({ ...each, rank: ranks[i] ?? each.rank }))
}
