import { Worker } from 'node:worker_threads'
import { ActId, type MeetingId } from '../../shared/domain/id.ts'
import type { VoteName } from '../../shared/domain/vote.ts'
import type { Condition } from './meeting-condition.ts'
import type { Seat } from './meeting-seat.ts'
import type { Choice, MeetingTablet } from './meeting-tablet.ts'

type Asked =
  | { do: 'open' | 'close' | 'ask-waiting' }
  | { do: 'set-line'; isUp: boolean }
  | { do: 'join'; meeting: MeetingId }
  | { do: 'cast'; name: VoteName; choice: Choice }
  | { do: 'wait'; condition: Condition }

export type Order = { order: number; label: string; asked: Asked }
export type Reply = { order: number; value: string | number | boolean | null; fault: string | null }

/** Tablets in threads of their own: real ones do not wait for one another's processors. */
export type TabletThreads = { whole: MeetingTablet[]; lean: MeetingTablet[]; end(): Promise<void> }

/** Seats are dealt to the threads in turn. */
export function startThreads(
  threads: number,
  { whole, lean, port }: { whole: readonly Seat[]; lean: readonly Seat[]; port: number },
): TabletThreads {
  const share = (seats: readonly Seat[], of: number) => seats.filter((_, i) => i % threads === of)
  const all = Array.from({ length: threads }, (_, of) =>
    startThread({ port, whole: share(whole, of), lean: share(lean, of) }),
  )
  const dealt = (seats: readonly Seat[]) =>
    seats.flatMap(({ label }, i) => all[i % threads]?.tablet(label) ?? [])
  return {
    whole: dealt(whole),
    lean: dealt(lean),
    end: async () => {
      for (const { worker } of all) await worker.terminate()
    },
  }
}

function startThread(workerData: { port: number; whole: Seat[]; lean: Seat[] }) {
  const worker = new Worker(new URL('./meeting-tablet-thread.ts', import.meta.url), { workerData })
  const open = new Map<number, { resolve(value: Reply['value']): void; reject(error: Error): void }>()
  let orders = 0
  worker.on('message', (replies: Reply[]) => {
    for (const { order, value, fault } of replies) {
      const waiting = open.get(order)
      open.delete(order)
      if (fault === null) waiting?.resolve(value)
      else waiting?.reject(new Error(fault))
    }
  })
  const ask = (label: string, asked: Asked) =>
    new Promise<Reply['value']>((resolve, reject) => {
      orders += 1
      open.set(orders, { resolve, reject })
      const order: Order = { order: orders, label, asked }
      worker.postMessage(order)
    })
  return { worker, tablet: (label: string) => farTablet(label, (asked) => ask(label, asked)) }
}

function farTablet(label: string, ask: (asked: Asked) => Promise<Reply['value']>): MeetingTablet {
  return {
    label,
    open: async () => void (await ask({ do: 'open' })),
    close: () => void ask({ do: 'close' }),
    setLine: (isUp) => void ask({ do: 'set-line', isUp }),
    join: async (meeting) => void (await ask({ do: 'join', meeting })),
    cast: async (name, choice) => ActId.parse(await ask({ do: 'cast', name, choice })),
    isWaiting: async () => (await ask({ do: 'ask-waiting' })) === true,
    until: async (condition) => Number(await ask({ do: 'wait', condition })),
  }
}
