/** A thread of npm run bench:meeting with some of its tablets: what a tablet is asked to do comes as a message. */
import { parentPort, workerData } from 'node:worker_threads'
import { leanTablet } from './meeting-lean-tablet.ts'
import { profileOf, type Seat } from './meeting-seat.ts'
import { type MeetingTablet, wholeTablet } from './meeting-tablet.ts'
import type { Order, Reply } from './meeting-threads.ts'

/** What happened bears its own hour; the word of it may come together with others. */
const gatherMs = 5

// Each tablet's outbox listens for the end of the process.
process.setMaxListeners(0)

const { port, whole, lean }: { port: number; whole: Seat[]; lean: Seat[] } = workerData
const tablets = new Map<string, MeetingTablet>()
for (const seat of whole) tablets.set(seat.label, wholeTablet(await profileOf(seat), port))
for (const seat of lean) tablets.set(seat.label, leanTablet(await profileOf(seat), port))

let replies: Reply[] = []

function reply(said: Reply): void {
  if (replies.length === 0) setTimeout(send, gatherMs)
  replies.push(said)
}

function send(): void {
  parentPort?.postMessage(replies)
  replies = []
}

async function obey(tablet: MeetingTablet, { asked }: Order): Promise<Reply['value']> {
  switch (asked.do) {
    case 'open':
      await tablet.open()
      return null
    case 'close':
      tablet.close()
      return null
    case 'set-line':
      tablet.setLine(asked.isUp)
      return null
    case 'join':
      await tablet.join(asked.meeting)
      return null
    case 'cast':
      return await tablet.cast(asked.name, asked.choice)
    case 'ask-waiting':
      return await tablet.isWaiting()
    case 'wait':
      return await tablet.until(asked.condition)
  }
}

parentPort?.on('message', (order: Order) => {
  const tablet = tablets.get(order.label)
  if (!tablet) throw new Error(`no tablet of ${order.label} in this thread`)
  obey(tablet, order).then(
    (value) => reply({ order: order.order, value, fault: null }),
    (error: unknown) => reply({ order: order.order, value: null, fault: String(error) }),
  )
})
