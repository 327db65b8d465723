/** A new version of the program, installed beside the running one and waiting to be let in (O7). */
export type Updates = {
  isWaiting(): boolean
  /** Lets it in; the page loads again. */
  activate(): void
  subscribe(listener: () => void): () => void
}
