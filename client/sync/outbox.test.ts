import { afterEach, describe, expect, it } from 'vitest'
import type { LiveLimits } from '../../server/live/limits.ts'
import type { OutboxSync } from './outbox.ts'
import { createOutboxWorld, idOf } from './testing/outbox-world.ts'

const started: OutboxSync[] = []
afterEach(() => {
  for (const outbox of started.splice(0)) outbox.stop()
})

function setUp(limits: Partial<LiveLimits> = {}) {
  const world = createOutboxWorld(limits)
  started.push(world.outbox)
  return world
}

describe('by socket', () => {
  it('[O2] what waits arrives, and later acts too, each once, in the room of this device', async () => {
    const { outbox, add, time, received, roomNames, storedCount, posted } = setUp()
    add('a')
    add('b')
    outbox.start()
    await time.advance(100)
    add('c')
    await time.advance(100)
    expect(received()).toEqual(['a', 'b', 'c'])
    expect(roomNames()).toEqual([expect.stringMatching(/^acts\/tablet\/[0-9a-f]{32}$/)])
    expect(outbox.status()).toEqual({ connected: true, lastError: null })
    expect([storedCount() > 0, posted]).toEqual([true, []])
  })

  it('[O2] a settled act leaves the room, and the room is forgotten when it is empty', async () => {
    const { outbox, add, settle, time, store, sockets } = setUp()
    add('a')
    outbox.start()
    await time.advance(100)
    settle('a')
    await time.advance(100)
    const [room = ''] = sockets.dialled
    expect(store.rowCount(room)).toBe(2)
    outbox.stop()
    await time.advance(60_000)
    expect(store.rowCount(room)).toBe(0)
  })

  it('[O2] what has been settled meanwhile is not sent again by POST, even where nobody said so', async () => {
    const { outbox, add, settleQuietly, time, posted, store, sockets } = setUp()
    add('a')
    outbox.start()
    await time.advance(100)
    settleQuietly('a')
    await time.advance(60_000)
    expect([posted, store.rowCount(sockets.dialled[0] ?? '')]).toEqual([[], 2])
  })

  it('[O2] after a cut only what is missing is sent', async () => {
    const { outbox, add, time, received, sockets } = setUp()
    add('a')
    outbox.start()
    await time.advance(100)
    sockets.cut()
    add('b')
    expect(outbox.status().connected).toBe(false)
    await time.advance(2000)
    expect(received()).toEqual(['a', 'b'])
    expect(new Set(sockets.dialled).size).toBe(1)
    expect(outbox.status()).toEqual({ connected: true, lastError: null })
  })

  it('[O2] a server that failed to store gets the same again', async () => {
    const { outbox, add, time, received, store } = setUp()
    outbox.start()
    await time.advance(100)
    store.failNextWrite()
    add('a')
    await time.advance(50)
    expect([received(), outbox.status().lastError]).toEqual([[], { kind: 'socket-closed', code: 4503 }])
    await time.advance(2000)
    expect(received()).toEqual(['a'])
  })

  it('[O2] a document that the server cannot apply is rebuilt from storage in a room of its own', async () => {
    const { outbox, add, time, received, roomNames, sockets } = setUp()
    add('a')
    outbox.start()
    await time.advance(100)
    sockets.closeAll(4422)
    await time.advance(2000)
    expect([received(), roomNames().length]).toEqual([['a', 'a'], 2])
  })

  it('[O2] each start has a room of its own, and after a stop nothing is open or planned', async () => {
    const { outbox, add, time, sockets } = setUp()
    outbox.start()
    add('a')
    await time.advance(100)
    outbox.stop()
    await time.advance(600_000)
    expect([sockets.openCount(), sockets.dialled.length]).toEqual([0, 1])
    outbox.start()
    await time.advance(100)
    expect(new Set(sockets.dialled).size).toBe(2)
  })

  it('[O2] what does not fit one frame goes in turns', async () => {
    const { outbox, add, settle, time, received } = setUp({ frameBytes: 2.5 * 1024 * 1024 })
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) add(name, 500_000)
    outbox.start()
    await time.advance(100)
    expect(received()).toEqual(['a', 'b', 'c', 'd'])
    settle('a')
    settle('b')
    await time.advance(100)
    expect(received()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('[O2] waits grow while the server is away and end at once when the network is back', async () => {
    const { outbox, time, sockets, network } = setUp()
    sockets.setMood('refused')
    outbox.start()
    await time.advance(300_000)
    const tries = sockets.dialled.length
    expect(tries).toBeLessThan(25)
    sockets.setMood('open')
    network.set(true)
    await time.advance(10)
    expect([sockets.dialled.length, outbox.status().connected]).toEqual([tries + 1, true])
  })

  it('[O2] a line that never opens is given up and dialled again', async () => {
    const { outbox, time, sockets } = setUp()
    sockets.setMood('hanging')
    outbox.start()
    await time.advance(20_000)
    sockets.setMood('open')
    await time.advance(2000)
    expect(outbox.status().connected).toBe(true)
  })
})

describe('by POST', () => {
  it('[O2] where sockets are blocked, what waits goes by POST after a while, what is new at once', async () => {
    const { outbox, add, time, sockets, posted, outcomes, settle } = setUp()
    sockets.setMood('refused')
    add('a')
    outbox.start()
    await time.advance(16_000)
    expect(posted).toEqual([['a']])
    expect(outcomes).toEqual([{ kind: 'recorded', id: idOf('a'), leaf: '', proof: '' }])
    settle('a')
    add('b')
    await time.advance(16_000)
    add('c')
    await time.advance(10)
    expect(posted.at(-1)).toEqual(['b', 'c'])
  })

  it.each([4401, 4403, 4413])(
    '[O2] turned away with %i, acts go by POST at once and the socket is tried much later',
    async (code) => {
      const { outbox, add, time, sockets, posted } = setUp()
      add('a')
      outbox.start()
      await time.advance(100)
      sockets.closeAll(code)
      await time.advance(10)
      expect([posted, sockets.dialled.length]).toEqual([[['a']], 1])
      await time.advance(14_000)
      expect(sockets.dialled.length).toBe(1)
      await time.advance(60_000)
      expect(sockets.dialled.length).toBe(2)
    },
  )

  it('[O2] cut for a message too big, acts go by POST and no socket is tried until somebody wakes it', async () => {
    const { outbox, add, time, sockets, posted } = setUp()
    add('a')
    outbox.start()
    await time.advance(100)
    sockets.closeAll(1009)
    await time.advance(10)
    expect([posted, outbox.status()]).toEqual([
      [['a']],
      { connected: false, lastError: { kind: 'too-large-for-room' } },
    ])
    add('b')
    await time.advance(600_000)
    expect([posted.at(-1), sockets.dialled.length]).toEqual([['a', 'b'], 1])
    outbox.wake()
    await time.advance(10)
    expect(sockets.dialled.length).toBe(2)
  })

  it('[O2] signing in lets the socket in at once', async () => {
    const { outbox, time, sockets } = setUp()
    outbox.start()
    await time.advance(100)
    sockets.closeAll(4401)
    outbox.wake()
    await time.advance(10)
    expect(outbox.status()).toEqual({ connected: true, lastError: null })
  })

  it('[O2] an act that lies in the room and is never answered is asked about', async () => {
    const { outbox, add, time, posted, outcomes, reject, received } = setUp()
    reject('a', 'malformed')
    reject('b', 'read-only')
    add('a')
    add('b')
    outbox.start()
    await time.advance(16_000)
    expect(received()).toEqual(['a', 'b'])
    expect(outcomes).toEqual([
      { kind: 'rejected', id: idOf('a'), reason: 'malformed' },
      { kind: 'rejected', id: idOf('b'), reason: 'read-only' },
    ])
    await time.advance(60_000)
    expect(posted[0]).toEqual(['a', 'b'])
    expect(new Set(posted.slice(1).flat())).toEqual(new Set(['b']))
  })

  it('[O2] an outcome for an act that was not asked about is nobody’s', async () => {
    const { outbox, add, time, sockets, outcomes, posted, answerUnasked } = setUp()
    sockets.setMood('refused')
    answerUnasked('b')
    add('a')
    outbox.start()
    await time.advance(16_000)
    expect(outcomes.map(({ id }) => id)).toEqual([idOf('a')])
    add('b')
    await time.advance(10)
    expect(posted.at(-1)).toEqual(['a', 'b'])
  })

  it('[O2] without any network it goes on asking, ever more slowly, and says why', async () => {
    const { outbox, add, time, sockets, posted, failPosts } = setUp()
    sockets.setMood('refused')
    failPosts({ kind: 'unreachable' })
    add('a')
    outbox.start()
    await time.advance(3_600_000)
    expect(posted.length).toBeGreaterThan(60)
    expect(posted.length).toBeLessThan(130)
    failPosts(null)
    await time.advance(60_000)
    expect(posted.at(-1)).toEqual(['a'])
  })

  it('[O2] where storage no longer reads, what was last seen is sent all the same', async () => {
    const { outbox, add, time, sockets, posted, breakStore, statuses } = setUp()
    outbox.start()
    add('a')
    await time.advance(100)
    breakStore(true)
    sockets.setMood('refused')
    sockets.cut()
    outbox.kick()
    await time.advance(20_000)
    expect(posted[0]).toEqual(['a'])
    expect(statuses.map(({ lastError }) => lastError)).toContainEqual({
      kind: 'not-read',
      fault: { kind: 'storage-refused', detail: 'connection lost' },
    })
  })

  it('[O2] large loads are posted in parts that a request can hold', async () => {
    const { outbox, add, time, sockets, posted } = setUp()
    sockets.setMood('refused')
    for (const name of ['a', 'b', 'c', 'd', 'e']) add(name, 500_000)
    outbox.start()
    await time.advance(16_000)
    expect(posted).toEqual([['a', 'b', 'c', 'd'], ['e']])
  })
})
