import { describe, expect, test } from 'vitest'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { instant } from '../../shared/lib/time.ts'
import type { RoomScreenReply } from '../../shared/protocol/room-screen.ts'
import type { NetworkFault } from './ports.ts'
import { createRoomDisplay } from './room-display.ts'

type Answer = Result<RoomScreenReply, NetworkFault>
const view = (title: string): RoomScreenReply['view'] => ({
  title,
  place: 'Phòng 1',
  chair: { name: 'Thủ tướng', post: '' },
  stage: { kind: 'between' },
})
const reply = (title: string, now: number): Answer =>
  ok({ now: instant(now), version: title.padEnd(16, '0'), view: view(title) })
const refused = (status: number): Answer =>
  fail({ kind: 'refused', status, error: { kind: status === 404 ? 'not-found' : 'too-many-requests' } })
const unreachable: Answer = fail({ kind: 'unreachable' })

/** A display whose questions are answered by hand, and whose count stands still until a test moves it. */
function hall() {
  let count = 1000
  const asked: (string | null)[] = []
  const answers: ((answer: Answer) => void)[] = []
  const due: { at: number; task: () => void }[] = []
  const display = createRoomDisplay({
    look: (seen) => {
      asked.push(seen)
      return new Promise((resolve) => answers.push(resolve))
    },
    count: () => count,
    timers: {
      after: (ms, task) => {
        const entry = { at: count + ms, task }
        due.push(entry)
        return () => due.splice(due.indexOf(entry), 1)
      },
    },
  })
  return {
    display,
    asked,
    answer: async (answer: Answer) => {
      answers.shift()?.(answer)
      await Promise.resolve()
      await Promise.resolve()
    },
    pass: (ms: number) => {
      count += ms
      for (const entry of due.filter(({ at }) => at <= count)) {
        due.splice(due.indexOf(entry), 1)
        entry.task()
      }
    },
  }
}

describe('the display in the hall', () => {
  test('[M5] asks again with what it has seen, and shows what comes', async () => {
    const { display, asked, answer, pass } = hall()
    display.start()
    expect(display.state()).toEqual({ kind: 'connecting' })
    await answer(reply('one', 50_000))
    expect(display.state()).toEqual({ kind: 'shown', view: view('one') })
    pass(150)
    await answer(reply('two', 51_000))
    pass(150)
    expect(asked).toEqual([null, 'one'.padEnd(16, '0'), 'two'.padEnd(16, '0')])
  })

  test('[O8][G4] its hours are the server’s, whatever the clock of the display', async () => {
    const { display, answer, pass } = hall()
    display.start()
    await answer(reply('one', 50_000))
    pass(2500)
    expect(display.now()).toBe(52_500)
  })

  test('[M8] says since when it is no longer current, keeps its picture, and comes back by itself', async () => {
    const { display, answer, pass } = hall()
    display.start()
    await answer(reply('one', 50_000))
    pass(150)
    await answer(unreachable)
    pass(1000)
    await answer(unreachable)
    expect(display.lostSince()).toBeNull()
    pass(5000)
    expect([display.lostSince(), display.state()]).toEqual([50_000, { kind: 'shown', view: view('one') }])
    await answer(reply('two', 60_000))
    expect([display.lostSince(), display.state()]).toEqual([null, { kind: 'shown', view: view('two') }])
  })

  test('[O5] a link that was switched off takes the picture away, and says nothing of the meeting', async () => {
    const { display, asked, answer, pass } = hall()
    display.start()
    await answer(reply('one', 50_000))
    pass(150)
    await answer(refused(404))
    expect([display.state(), display.lostSince()]).toEqual([{ kind: 'closed' }, null])
    pass(30_000)
    expect(asked.at(-1)).toBeNull()
  })

  test('[O6] one display too many waits its turn; one that shows something goes on showing it', async () => {
    const { display, answer, pass } = hall()
    display.start()
    await answer(refused(429))
    expect(display.state()).toEqual({ kind: 'too-many' })
    pass(5000)
    await answer(reply('one', 50_000))
    pass(150)
    await answer(refused(429))
    expect(display.state().kind).toBe('shown')
  })

  test('[O5] stopped, it asks no more', async () => {
    const { display, asked, answer, pass } = hall()
    display.start()
    await answer(reply('one', 50_000))
    display.stop()
    pass(60_000)
    expect(asked.length).toBe(1)
  })
})
