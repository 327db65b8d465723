/**
 * Which lines of two texts are the same, as pairs of their indices, ascending in both: first what both have at the ends, then
 * what each has exactly once (patience), then, between those, the longest common run where that is small enough to look for.
 */
export function commonLines(before: readonly string[], after: readonly string[]): [number, number][] {
  const found: [number, number][] = []
  const waiting: Stretch[] = [{ from: [0, 0], to: [before.length, after.length] }]
  for (let stretch = waiting.pop(); stretch; stretch = waiting.pop()) {
    const rest = trim(stretch, before, after, found)
    if (rest.from[0] === rest.to[0] || rest.from[1] === rest.to[1]) continue
    const anchors = uniqueInBoth(rest, before, after)
    if (anchors.length === 0) {
      found.push(...longestRun(rest, before, after))
      continue
    }
    let from = rest.from
    for (const [i, j] of anchors) {
      found.push([i, j])
      waiting.push({ from, to: [i, j] })
      from = [i + 1, j + 1]
    }
    waiting.push({ from, to: rest.to })
  }
  return found.sort((a, b) => a[0] - b[0])
}

/** Lines [from, to) of either text. */
type Stretch = { from: [number, number]; to: [number, number] }

function trim(
  { from, to }: Stretch,
  before: readonly string[],
  after: readonly string[],
  found: [number, number][],
): Stretch {
  let [i, j] = from
  let [iEnd, jEnd] = to
  while (i < iEnd && j < jEnd && before[i] === after[j]) found.push([i++, j++])
  while (i < iEnd && j < jEnd && before[iEnd - 1] === after[jEnd - 1]) found.push([--iEnd, --jEnd])
  return { from: [i, j], to: [iEnd, jEnd] }
}

/** The longest ascending row of lines that occur once here and once there. */
function uniqueInBoth(
  { from, to }: Stretch,
  before: readonly string[],
  after: readonly string[],
): [number, number][] {
  const here = onlyOnce(before, from[0], to[0])
  const there = onlyOnce(after, from[1], to[1])
  const pairs = [...here].flatMap(([line, i]): [number, number][] => {
    const j = there.get(line)
    return i === null || j === undefined || j === null ? [] : [[i, j]]
  })
  return longestAscending(pairs.sort((a, b) => a[0] - b[0]))
}

function onlyOnce(lines: readonly string[], from: number, to: number): Map<string, number | null> {
  const places = new Map<string, number | null>()
  for (let i = from; i < to; i++) {
    const line = lines[i] ?? ''
    places.set(line, places.has(line) ? null : i)
  }
  return places
}

type Pile = { pair: [number, number]; below: Pile | undefined }

function longestAscending(pairs: readonly [number, number][]): [number, number][] {
  const tops: Pile[] = []
  for (const pair of pairs) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tops[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1
      else high = middle
    }
    tops[low] = { pair, below: tops[low - 1] }
  }
  const row: [number, number][] = []
  for (let pile = tops.at(-1); pile; pile = pile.below) row.unshift(pile.pair)
  return row
}

/** Pairs of lines compared at most: beyond it, all between two anchors counts as changed. */
const mostPairs = 1_000_000

function longestRun(
  { from, to }: Stretch,
  before: readonly string[],
  after: readonly string[],
): [number, number][] {
  const [rows, columns] = [to[0] - from[0], to[1] - from[1]]
  if (rows * columns > mostPairs) return []
  const width = columns + 1
  const common = new Uint32Array((rows + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  const isSame = (i: number, j: number) => before[from[0] + i] === after[from[1] + j]
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      common[i * width + j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const run: [number, number][] = []
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (isSame(i, j)) run.push([from[0] + i++, from[1] + j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return run
}
