/** What the machine believes of its network; `true` is a hint to try at once, `false` proves nothing. */
export type NetworkEvents = {
  /** @returns ends it. */
  subscribe(listener: (isOnline: boolean) => void): () => void
}

/** @param page the window */
export const networkEventsOf = (page: EventTarget): NetworkEvents => ({
  subscribe(listener) {
    const online = () => listener(true)
    const offline = () => listener(false)
    page.addEventListener('online', online)
    page.addEventListener('offline', offline)
    return () => {
      page.removeEventListener('online', online)
      page.removeEventListener('offline', offline)
    }
  },
})
