import type { LeaderParts } from '../../client/store/leader.ts'

/** Web Locks and a BroadcastChannel of one browser profile, for tabs that come, freeze and die. */

type Callback = (lock: Lock | null) => unknown
type Request = { tab: object; start(): void; fail(error: unknown): void }

const aborted = () => new DOMException('the lock was taken away', 'AbortError')

export function createWebLocks() {
  let holder: Request | null = null
  let queue: Request[] = []

  function next(): void {
    holder = queue.shift() ?? null
    holder?.start()
  }

  function request(tab: object, options: LockOptions, callback: Callback): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const mine: Request = {
        tab,
        fail: reject,
        start() {
          void Promise.resolve(callback(null)).then((value) => {
            resolve(value)
            if (holder === mine) next()
          }, reject)
        },
      }
      options.signal?.addEventListener('abort', () => {
        if (!queue.includes(mine)) return
        queue = queue.filter((one) => one !== mine)
        reject(aborted())
      })
      if (options.steal && holder) {
        const before = holder
        holder = mine
        before.fail(aborted())
        mine.start()
      } else if (holder) queue.push(mine)
      else {
        holder = mine
        mine.start()
      }
    })
  }

  return {
    locksOf(tab: object): LeaderParts['locks'] {
      const locks = {
        request: (_name: string, options: LockOptions, callback: Callback) => request(tab, options, callback),
        query: async () => ({ held: [], pending: [] }),
      }
      return locks as unknown as LeaderParts['locks']
    },
    /** The tab is no more: what it holds or waits for is free. */
    forget(tab: object): void {
      queue = queue.filter((one) => one.tab !== tab)
      if (holder?.tab === tab) next()
    },
  }
}

export function createTabChannel() {
  const ears = new Map<object, (event: Event) => void>()
  return {
    channelOf(tab: object): LeaderParts['channel'] {
      const channel = {
        postMessage(data: unknown) {
          for (const [other, hear] of [...ears]) {
            if (other !== tab)
              queueMicrotask(() => ears.has(other) && hear(new MessageEvent('message', { data })))
          }
        },
        addEventListener: (_kind: string, hear: (event: Event) => void) => void ears.set(tab, hear),
        close: () => void ears.delete(tab),
      }
      return channel as unknown as LeaderParts['channel']
    },
    /** A tab that is frozen or gone hears nothing. */
    forget: (tab: object) => void ears.delete(tab),
  }
}
