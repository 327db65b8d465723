export type Dice = ReturnType<typeof createDice>

/** Repeatable chance (mulberry32): the same seed throws the same dice, on every machine. */
export function createDice(seed: number) {
  let state = seed >>> 0
  /** In [0, 1). */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  function shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, key: next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)
  }
  /** Endless, each item once before any comes again. */
  function* inTurn<T>(items: readonly T[]): Generator<T, never> {
    for (;;) yield* shuffled(items)
  }
  return { next, between, shuffled, inTurn }
}
