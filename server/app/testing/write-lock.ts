/** One holder at a time, in the order of asking; a holder that dies lets go without finishing. */
export type WriteLock = {
  /** @param work is told by `isMine` whether it still holds the lock. */
  hold<T>(work: (isMine: () => boolean) => Promise<T>): Promise<T>
}

export type LockHolders = {
  /** The lock as one process takes it; `die` ends all that this process holds or waits for. */
  join(undo: () => void): WriteLock & { die(): void }
}

export function createWriteLock(): LockHolders {
  let holder: symbol | null = null
  let waiting: { token: symbol; start: () => void }[] = []

  const release = (token: symbol) => {
    if (holder !== token) return
    const next = waiting.shift()
    holder = next?.token ?? null
    next?.start()
  }

  return {
    join: (undo) => {
      const own = new Set<symbol>()
      let isAlive = true
      return {
        hold: async (work) => {
          if (!isAlive) return await new Promise<never>(() => {})
          const token = Symbol('write')
          own.add(token)
          if (holder === null) holder = token
          else await new Promise<void>((start) => waiting.push({ token, start }))
          try {
            return await work(() => holder === token)
          } finally {
            own.delete(token)
            release(token)
          }
        },
        die: () => {
          isAlive = false
          waiting = waiting.filter(({ token }) => !own.has(token))
          for (const token of own) {
            if (holder !== token) continue
            undo()
            release(token)
          }
        },
      }
    },
  }
}
