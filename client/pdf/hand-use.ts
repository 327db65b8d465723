/** What writes: a finger until a pen has been seen, then the pen alone, or both where its holder wants it so. */
export type HandUse = 'finger' | 'pen' | 'both'

/** Of all documents, as long as the program runs: who has taken up a pen has it in the next one, too. */
let use: HandUse = 'finger'

export const handUse = (): HandUse => use
export const fingersWrite = (): boolean => use !== 'pen'

/** @returns whether that is new */
export function penIsSeen(): boolean {
  if (use !== 'finger') return false
  use = 'pen'
  return true
}

export function chooseHands(next: 'pen' | 'both'): void {
  use = next
}
