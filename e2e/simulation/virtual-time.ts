/** One clock and one queue for everything that waits, in every process of a schedule. */
export type VirtualTime = {
  /** Milliseconds; never goes back. */
  now(): number
  after(delayMs: number, task: () => void): () => void
  /** Lets so much time pass; what falls due runs, and all that follows from it without waiting. */
  run(ms: number): Promise<void>
  /**
   * Everybody sleeps so long: what fell due meanwhile runs once at waking, in its order, as timers of a suspended machine do.
   */
  sleep(ms: number): void
  /** Lets what has begun come to where it waits, without time passing. */
  rest(): Promise<void>
  /** Lets as much time pass as something needs to end. */
  until<T>(doing: Promise<T>): Promise<T>
}

type Entry = { at: number; order: number; task: (() => void) | null }

const realImmediate = setImmediate
/** One turn of the event loop empties the queue of promises to the last. */
const rest = () => new Promise<void>((resolve) => realImmediate(resolve))

export function createVirtualTime(startMs: number): VirtualTime {
  const heap: Entry[] = []
  let now = startMs
  let order = 0

  const isBefore = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order)

  function push(entry: Entry): void {
    let at = heap.length
    heap.push(entry)
    while (at > 0) {
      const up = (at - 1) >> 1
      const parent = heap[up]
      if (!parent || !isBefore(entry, parent)) break
      heap[at] = parent
      at = up
    }
    heap[at] = entry
  }

  function pop(): void {
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let at = 0
    for (;;) {
      const left = heap[2 * at + 1]
      const right = heap[2 * at + 2]
      const isRight = left !== undefined && right !== undefined && isBefore(right, left)
      const child = isRight ? right : left
      if (!child || !isBefore(child, last)) break
      heap[at] = child
      at = 2 * at + (isRight ? 2 : 1)
    }
    heap[at] = last
  }

  async function run(ms: number): Promise<void> {
    const end = now + ms
    await rest()
    for (;;) {
      const next = heap[0]
      if (!next || next.at > end) break
      pop()
      const { task } = next
      if (task === null) continue
      next.task = null
      now = Math.max(now, next.at)
      task()
      await rest()
    }
    now = Math.max(now, end)
  }

  return {
    now: () => now,
    after(delayMs, task) {
      const entry: Entry = { at: now + Math.max(0, delayMs), order: order++, task }
      push(entry)
      return () => {
        entry.task = null
      }
    },
    run,
    async until(doing) {
      let isOver = false
      const over = () => {
        isOver = true
      }
      doing.then(over, over)
      await rest()
      while (!isOver) await run(10)
      return await doing
    },
    sleep: (ms) => {
      now += ms
    },
    rest,
  }
}

/** Resolves so much later. */
export const wait = (time: Pick<VirtualTime, 'after'>, ms: number): Promise<void> =>
  new Promise((resolve) => {
    time.after(ms, resolve)
  })

/** The timers of one process: with `end` all that it waits for is off, and nothing more is taken. */
export function createProcessTimers(time: VirtualTime, stretch = 1) {
  const pending = new Set<() => void>()
  let hasEnded = false
  return {
    after(delayMs: number, task: () => void): () => void {
      if (hasEnded) return () => {}
      const cancelTask = time.after(delayMs * stretch, () => {
        pending.delete(cancel)
        task()
      })
      const cancel = () => {
        pending.delete(cancel)
        cancelTask()
      }
      pending.add(cancel)
      return cancel
    },
    end(): void {
      hasEnded = true
      for (const cancel of [...pending]) cancel()
    },
  }
}
