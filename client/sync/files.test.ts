import { afterEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../shared/lib/result.ts'
import { chunkBytes } from '../../shared/protocol/api.ts'
import { long, middle, pauseAll, setUp, short, unreachable } from './testing/files-world.ts'

afterEach(pauseAll)

describe('fetching', () => {
  it('[D4] everything wanted comes in order of need, three pieces at a time, and is checked as a whole', async () => {
    const { files, time, stores, asked, mostUnderWay } = setUp([short, long, middle])
    files.start()
    await time.advance(2000)
    expect(asked).toEqual(['s0', 'l0', 'l1', 'l2', 'l3', 'l4', 'l5', 'm0', 'm1'])
    expect(mostUnderWay()).toBe(3)
    expect((await stores.files.states()).map(({ isComplete }) => isComplete)).toEqual([true, true, true])
    const total = short.size + long.size + middle.size
    expect(files.state()).toEqual({ phase: 'idle', have: total, total, failed: [] })
  })

  it('[D4] progress never goes back and ends whole', async () => {
    const { files, time, states } = setUp([long, short])
    files.start()
    await time.advance(2000)
    const have = states.map((state) => state.have)
    expect(have).toEqual([...have].sort((a, b) => a - b))
    expect(have.at(-1)).toBe(long.size + short.size)
  })

  it('[D4] what is needed more urgently from now on comes next', async () => {
    const { files, time, asked, want } = setUp([long])
    files.start()
    await time.advance(50)
    want([middle, long])
    await time.advance(2000)
    expect(asked).toEqual(['l0', 'l1', 'l2', 'm0', 'm1', 'l3', 'l4', 'l5'])
  })

  it('[D4] what is here already is not fetched', async () => {
    const first = setUp([middle])
    first.files.start()
    await first.time.advance(1000)
    const second = setUp([middle], first.disk)
    second.files.start()
    await second.time.advance(1000)
    expect([second.asked, second.files.state().phase]).toEqual([[], 'idle'])
  })
})

describe('cuts', () => {
  it('[D4] after a cut it goes on by itself, and no piece that arrived is fetched again', async () => {
    const { files, time, asked, answerWith, stores } = setUp([long])
    let isCut = true
    answerWith((piece, bytes) => (isCut && piece === 'l1' ? fail(unreachable) : ok(bytes)))
    files.start()
    await time.advance(250)
    expect(files.state()).toMatchObject({ phase: 'offline', have: 3 * chunkBytes })
    isCut = false
    await time.advance(5000)
    expect(asked).toEqual(['l0', 'l1', 'l2', 'l3', 'l1', 'l4', 'l5'])
    expect(await stores.files.verify(long.hash)).toBe(true)
  })

  it('[D4] nor a byte of a piece that was cut in the middle, after ten cuts', async () => {
    const { files, time, asked, answerWith, stores } = setUp([middle])
    let cuts = 0
    answerWith((_piece, bytes, onBytes) => {
      if (cuts === 10) return ok(bytes)
      cuts++
      onBytes(bytes.slice(0, 60))
      onBytes(bytes.slice(60, 100))
      return fail(unreachable)
    })
    files.start()
    await time.advance(60_000)
    const begun = ['', '+100', '+200', '+300', '+400', '+500']
    expect(asked.filter((piece) => piece.startsWith('m0'))).toEqual(begun.map((at) => `m0${at}`))
    expect(asked.filter((piece) => piece.startsWith('m1'))).toEqual(begun.map((at) => `m1${at}`))
    expect(await stores.files.verify(middle.hash)).toBe(true)
  })

  it('[D4] what began is not believed where the server says otherwise afterwards', async () => {
    const { files, time, asked, answerWith, want } = setUp([short])
    const error = { kind: 'not-found' }
    let isFirst = true
    answerWith((_piece, bytes, onBytes) => {
      if (!isFirst) return ok(bytes)
      isFirst = false
      onBytes(bytes.slice(0, 60))
      return fail({ kind: 'refused', status: 404, error })
    })
    files.start()
    await time.advance(1000)
    want([short])
    await time.advance(1000)
    expect(asked).toEqual(['s0', 's0'])
    expect(files.state().phase).toBe('idle')
  })

  it('[D4] nor after a kill, not even what came before its turn', async () => {
    const first = setUp([long])
    first.answerWith((piece, bytes) => (piece === 'l0' ? fail(unreachable) : ok(bytes)))
    first.files.start()
    await first.time.advance(150)
    first.stores.life.kill()
    const second = setUp([long], first.disk)
    second.files.start()
    await second.time.advance(2000)
    expect(first.asked).toEqual(['l0', 'l1', 'l2'])
    expect(second.asked).toEqual(['l0', 'l3', 'l4', 'l5'])
    expect(await second.stores.files.verify(long.hash)).toBe(true)
  })

  it('[D4] waits grow while there is no network, and end at a kick', async () => {
    const { files, time, asked, answerWith } = setUp([short])
    answerWith(() => fail(unreachable))
    files.start()
    await time.advance(600_000)
    expect(asked.length).toBeLessThan(45)
    answerWith((_piece, bytes) => ok(bytes))
    files.kick()
    await time.advance(200)
    expect(files.state().phase).toBe('idle')
  })

  it('[D4] a pause keeps what is under way, and going on fetches only the rest', async () => {
    const { files, time, asked } = setUp([long])
    files.start()
    await time.advance(50)
    files.pause()
    await time.advance(60_000)
    expect([asked, files.state().phase]).toEqual([['l0', 'l1', 'l2'], 'paused'])
    files.start()
    await time.advance(2000)
    expect(asked).toEqual(['l0', 'l1', 'l2', 'l3', 'l4', 'l5'])
  })

  it('[O3] signed out: it waits, and goes on after signing in', async () => {
    const { files, time, answerWith } = setUp([short])
    answerWith(() => fail({ kind: 'signed-out' }))
    files.start()
    await time.advance(150)
    expect(files.state().phase).toBe('signed-out')
    answerWith((_piece, bytes) => ok(bytes))
    files.kick()
    await time.advance(200)
    expect(files.state().phase).toBe('idle')
  })
})
