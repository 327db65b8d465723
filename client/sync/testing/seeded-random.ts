import type { Random } from '../../app/ports.ts'

/** Dice that fall the same way each time (a linear congruential generator). */
export function createSeededRandom(seed = 1): Random {
  let state = seed
  return (length) => {
    const bytes = new Uint8Array(length)
    for (let i = 0; i < length; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      bytes[i] = state >>> 24
    }
    return bytes
  }
}
