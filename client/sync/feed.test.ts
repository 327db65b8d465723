import { describe, expect, it } from 'vitest'
import { createManualTime } from '../../server/live/testing/manual-time.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { instant } from '../../shared/lib/time.ts'
import type { FeedPage, FeedQuery } from '../../shared/protocol/feed.ts'
import type { FeedCursor, NetworkFault } from '../app/ports.ts'
import { storeFault } from '../app/store-fault.ts'
import { createFeedSync, type FeedState } from './feed.ts'
import { createSeededRandom } from './testing/seeded-random.ts'

type Fault = { kind: 'ledger-forked'; size: number }

const pageUpTo = (upTo: number, more: boolean): FeedPage => ({
  protocol: 1,
  epoch: 1,
  upTo,
  more,
  rows: [],
  gone: [],
  leaves: [],
  checkpoint: null,
  consistency: [],
})

/** A ledger that grows by hand, served two entries a page, and a tablet that keeps a cursor. */
function setUp() {
  const time = createManualTime()
  const asked: FeedQuery[] = []
  const states: string[] = []
  let newest = 3
  let cursor: FeedCursor = { epoch: 1, after: -1, tree: null, syncedAt: null }
  let answer: (page: FeedPage) => Result<FeedPage, NetworkFault> | Promise<never> = ok
  let take: (page: FeedPage) => Result<'more' | 'done', Fault> = (page) => {
    cursor = { ...cursor, after: page.upTo }
    return ok(page.more ? 'more' : 'done')
  }
  let isVisible = true
  const feed = createFeedSync<Fault>({
    clock: { now: () => instant(time.now()) },
    timers: time,
    random: createSeededRandom(),
    isVisible: () => isVisible,
    cursor: async () => cursor,
    api: {
      async feed(query) {
        asked.push(query)
        const upTo = Math.min(newest, query.after + 2)
        return await answer(pageUpTo(upTo, upTo < newest))
      },
    },
    takePage: async (page) => take(page),
    onState: ({ phase }: FeedState<Fault>) => states.push(phase),
  })
  return {
    time,
    asked,
    states,
    feed,
    grow: () => void newest++,
    upTo: () => cursor.after,
    answerWith(next: typeof answer) {
      answer = next
    },
    takeWith(next: typeof take) {
      take = next
    },
    takeAgain(page: FeedPage) {
      cursor = { ...cursor, after: page.upTo }
      return ok(page.more ? ('more' as const) : ('done' as const))
    },
    setVisible(next: boolean) {
      isVisible = next
    },
  }
}

describe('pulling', () => {
  it('[O2] page after page until there is no more, then at rest', async () => {
    const { feed, time, asked, states } = setUp()
    feed.start()
    await time.rest()
    expect(asked.map(({ after }) => after)).toEqual([-1, 1])
    expect(states).toEqual(['pulling', 'idle'])
    expect(feed.state()).toEqual({ phase: 'idle', since: 0, lastOkAt: 0 })
  })

  it('[O2] news is fetched when it comes; many pokes while pulling are one more pull', async () => {
    const { feed, time, asked, grow, upTo } = setUp()
    feed.start()
    await time.rest()
    grow()
    feed.kick()
    feed.kick()
    feed.kick()
    await time.rest()
    expect([asked.map((query) => query.after), upTo()]).toEqual([[-1, 1, 3, 4], 4])
  })

  it('[O2] without any poke it looks every minute, while somebody looks at it', async () => {
    const { feed, time, asked, setVisible } = setUp()
    feed.start()
    await time.advance(185_000)
    expect(asked).toHaveLength(2 + 3)
    setVisible(false)
    await time.advance(600_000)
    expect(asked).toHaveLength(2 + 3)
    setVisible(true)
    await time.advance(60_000)
    expect(asked).toHaveLength(2 + 4)
  })

  it('[O2] a page that comes again changes nothing and is no reason to stop', async () => {
    const { feed, time, upTo, asked } = setUp()
    feed.start()
    await time.rest()
    feed.kick()
    await time.rest()
    expect([upTo(), feed.state().phase, asked.length]).toEqual([3, 'idle', 3])
  })

  it('[O2] after a stop a reply under way is dropped, and a new start asks anew', async () => {
    const { feed, time, upTo, answerWith, asked } = setUp()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    answerWith((page) => held.then(() => ok(page)) as Promise<never>)
    feed.start()
    await time.rest()
    feed.stop()
    release()
    await time.advance(300_000)
    expect([upTo(), asked.length]).toEqual([-1, 1])
    feed.start()
    await time.rest()
    expect(upTo()).toBe(3)
  })

  it('[O2] a start while the reply of the last life is under way is not lost', async () => {
    const { feed, time, upTo, answerWith } = setUp()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    answerWith((page) => held.then(() => ok(page)) as Promise<never>)
    feed.start()
    await time.rest()
    feed.stop()
    feed.start()
    release()
    await time.rest()
    expect([upTo(), feed.state().phase]).toEqual([3, 'idle'])
  })
})

describe('faults', () => {
  it.each<[NetworkFault, string]>([
    [{ kind: 'unreachable' }, 'offline'],
    [{ kind: 'refused', status: 503, error: { kind: 'internal' } }, 'offline'],
    [{ kind: 'refused', status: 429, error: { kind: 'too-many-requests' } }, 'offline'],
    [{ kind: 'signed-out' }, 'signed-out'],
    [{ kind: 'refused', status: 403, error: { kind: 'device-needed' } }, 'signed-out'],
    [{ kind: 'refused', status: 404, error: { kind: 'not-found' } }, 'signed-out'],
    [{ kind: 'not-understood' }, 'not-understood'],
    [{ kind: 'refused', status: 400, error: { kind: 'malformed' } }, 'not-understood'],
  ])('[O2] %j is told as %s, and it goes on where it was when that is over', async (fault, phase) => {
    const { feed, time, answerWith, upTo } = setUp()
    answerWith((page) => (page.upTo > 1 ? fail(fault) : ok(page)))
    feed.start()
    await time.rest()
    expect([feed.state().phase, upTo()]).toEqual([phase, 1])
    answerWith(ok)
    await time.advance(2000)
    expect([feed.state().phase, upTo()]).toEqual(['idle', 3])
  })

  it('[O2] waits grow, and the hour since when is kept', async () => {
    const { feed, time, answerWith, asked } = setUp()
    feed.start()
    await time.advance(10_000)
    answerWith(() => fail({ kind: 'unreachable' }))
    await time.advance(600_000)
    expect(asked.length).toBeLessThan(45)
    expect(feed.state()).toMatchObject({ phase: 'offline', lastOkAt: 0 })
  })

  it('[O2] a server under load is left alone as long as it asks', async () => {
    const { feed, time, answerWith, asked } = setUp()
    const error = { kind: 'too-many-requests', retryAfterMs: 40_000 }
    answerWith(() => fail({ kind: 'refused', status: 429, error }))
    feed.start()
    await time.advance(39_000)
    expect(asked).toHaveLength(1)
    await time.advance(2000)
    expect(asked).toHaveLength(2)
  })

  it('[O4] a page that fails verification stops everything until the next start', async () => {
    const { feed, time, takeWith, takeAgain, asked } = setUp()
    takeWith(() => fail({ kind: 'ledger-forked', size: 9 }))
    feed.start()
    await time.rest()
    feed.kick()
    await time.advance(600_000)
    expect(asked).toHaveLength(1)
    expect(feed.state()).toEqual({
      phase: 'stopped',
      fault: { kind: 'ledger-forked', size: 9 },
      since: 0,
      lastOkAt: null,
    })
    takeWith(takeAgain)
    feed.stop()
    feed.start()
    await time.rest()
    expect(feed.state().phase).toBe('idle')
  })

  it('[O2] a page that cannot be kept is asked for again', async () => {
    const { feed, time, takeWith, takeAgain, upTo } = setUp()
    takeWith(() => {
      throw storeFault({ kind: 'storage-full' })
    })
    feed.start()
    await time.rest()
    expect(feed.state()).toMatchObject({ phase: 'not-stored', fault: { kind: 'storage-full' } })
    takeWith(takeAgain)
    await time.advance(2000)
    expect([feed.state().phase, upTo()]).toEqual(['idle', 3])
  })

  it('[O6] a server that promises more for ever and gives nothing is not asked in a circle', async () => {
    const { feed, time, takeWith, asked } = setUp()
    takeWith(() => ok('more'))
    feed.start()
    await time.advance(1000)
    expect([feed.state().phase, asked.length < 5]).toEqual(['not-understood', true])
  })
})
