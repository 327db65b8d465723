import { describe, expect, it } from 'vitest'
import { createLiveWorld } from '../../server/live/testing/live-world.ts'
import { DeviceId } from '../../shared/domain/id.ts'
import { createNews } from './news.ts'
import { createMemorySockets } from './testing/memory-sockets.ts'
import { createNetworkSwitch } from './testing/network-switch.ts'
import { createSeededRandom } from './testing/seeded-random.ts'

function setUp(query = 'person=an&device=tablet') {
  const world = createLiveWorld()
  const { live, time } = world
  const sockets = createMemorySockets({ live, timers: time, query })
  const network = createNetworkSwitch()
  const told: (number | 'connected' | { ended: number | null })[] = []
  const news = createNews({
    device: DeviceId.parse('tablet'),
    serverUrl: sockets.url,
    WebSocket: sockets.WebSocket,
    random: createSeededRandom(),
    timers: time,
    network,
    onNews: (number) => told.push(number),
    onConnected: () => told.push('connected'),
    onEnded: (code) => told.push({ ended: code }),
  })
  return { ...world, sockets, network, told, news }
}

describe('news', () => {
  it('[O2] a poke tells the ledger number, whatever its size, and signs of life tell nothing', async () => {
    const { news, live, time, told, sockets } = setUp()
    news.start()
    await time.advance(10)
    live.poke(['an'], 7)
    live.poke(['binh'], 8)
    live.poke('everyone', 70_000)
    await time.advance(120_000)
    expect(told).toEqual(['connected', 7, 70_000])
    expect(sockets.dialled).toEqual(['news/tablet'])
  })

  it('[O2] after a cut it comes back by itself, and says that something may have been missed', async () => {
    const { news, time, told, sockets } = setUp()
    news.start()
    await time.advance(25_000)
    sockets.cut()
    await time.advance(25_000)
    expect(told).toEqual(['connected', { ended: 1006 }, 'connected'])
  })

  it('[O2] a line that says nothing for long is dead', async () => {
    const { news, time, told, sockets } = setUp()
    news.start()
    await time.advance(25_000)
    sockets.muffle()
    await time.advance(50_000)
    expect(told.slice(1)).toEqual([{ ended: null }, 'connected'])
  })

  it('[O2] the machine says offline: given up at once; online: dialled at once', async () => {
    const { news, time, told, sockets, network } = setUp()
    news.start()
    await time.advance(10)
    sockets.setMood('refused')
    network.set(false)
    expect([told, sockets.openCount()]).toEqual([['connected', { ended: null }], 0])
    await time.advance(60_000)
    sockets.setMood('open')
    network.set(true)
    await time.advance(10)
    expect(told.at(-1)).toBe('connected')
  })

  it('[O3] who is not signed in asks rarely, and at once after signing in', async () => {
    const { news, time, sockets } = setUp('nobody')
    news.start()
    await time.advance(14_000)
    expect(sockets.dialled).toHaveLength(1)
    await time.advance(600_000)
    expect(sockets.dialled.length).toBeLessThan(8)
    const tries = sockets.dialled.length
    news.wake()
    await time.advance(10)
    expect(sockets.dialled).toHaveLength(tries + 1)
  })

  it('[O2] waits grow while the server is away', async () => {
    const { news, time, sockets } = setUp()
    sockets.setMood('refused')
    news.start()
    await time.advance(300_000)
    expect(sockets.dialled.length).toBeLessThan(25)
  })

  it.each([
    ['text', '101'],
    ['nothing', new ArrayBuffer(0)],
    ['a number cut short', Uint8Array.from([101, 0x80]).buffer],
    ['another message', Uint8Array.from([100, 5]).buffer],
  ])('[O6] %s is no news', async (_what, data) => {
    const { news, time, told, sockets } = setUp()
    news.start()
    await time.advance(10)
    sockets.say(data)
    sockets.say(Uint8Array.from([101, 5]).buffer)
    expect(told).toEqual(['connected', 5])
  })

  it('[O3] a session that ends while listening does not keep a later one waiting', async () => {
    const { news, time, told, sockets } = setUp()
    news.start()
    await time.advance(25_000)
    sockets.closeAll(4401)
    news.wake()
    await time.advance(10)
    expect(told.slice(1)).toEqual([{ ended: 4401 }, 'connected'])
  })

  it('[O5] after a stop nothing is open, planned or told', async () => {
    const { news, live, time, told, sockets, network } = setUp()
    news.start()
    await time.advance(10)
    news.stop()
    live.poke('everyone', 1)
    network.set(true)
    await time.advance(600_000)
    expect([told, sockets.openCount(), sockets.dialled.length]).toEqual([['connected'], 0, 1])
  })
})
