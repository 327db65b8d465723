import type { Bytes } from '../../shared/lib/bytes.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256 } from '../../shared/lib/sha256.ts'

/** Chance that falls the same way for the same name: everything a schedule leaves to chance comes from here. */
export type Dice = {
  /** An integer in [0, n). */
  below(n: number): number
  /** An integer in [from, to]. */
  between(from: number, to: number): number
  chance(share: number): boolean
  /** @throws RangeError on an empty list. */
  pick<T>(list: readonly T[]): T
  bytes(length: number): Bytes
  /** Numbers of 32 bits. */
  words(length: number): Uint32Array
}

/** Chris Doty-Humphrey's sfc32 over a hash of the name: two names never fall alike, so no two devices make one id. */
export function createDice(name: string): Dice {
  const seed = new DataView(sha256(utf8(name)).buffer)
  let a = seed.getUint32(0)
  let b = seed.getUint32(4)
  let c = seed.getUint32(8)
  let counter = 1

  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  const below = (n: number) => Math.floor((next() / 2 ** 32) * n)

  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (share) => next() / 2 ** 32 < share,
    pick: (list) => {
      const index = below(list.length)
      const found = list.find((_, i) => i === index)
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
    words: (length) => Uint32Array.from({ length }, next),
    bytes: (length) => Uint8Array.from({ length }, () => next() >>> 24),
  }
}
