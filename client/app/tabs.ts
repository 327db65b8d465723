/** Which of several tabs works: `waiting` for another to close, `leading`, or put `aside` by one that took over. */
export type TabState = 'waiting' | 'leading' | 'aside'

export type Tabs = {
  state(): TabState
  takeOver(): void
  subscribe(listener: () => void): () => void
}
