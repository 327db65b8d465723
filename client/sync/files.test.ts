import { afterEach, describe, expect, it } from 'vitest'
import { createManualTime } from '../../server/live/testing/manual-time.ts'
import { Hash } from '../../shared/domain/id.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { chunkBytes } from '../../shared/protocol/api.ts'
import type { NetworkFault } from '../app/ports.ts'
import { createMemoryDisk, type MemoryDisk } from '../app/testing/memory-disk.ts'
import { createMemoryStores } from '../app/testing/memory-stores.ts'
import type { WantedFile } from './file-plan.ts'
import { createFileFetch, type FetchState, type FileFetch } from './files.ts'
import { createSeededRandom } from './testing/seeded-random.ts'

const running: FileFetch[] = []
afterEach(() => {
  for (const files of running.splice(0)) files.pause()
})

const fileOf = (letter: string, size: number) => {
  const bytes: Bytes = new Uint8Array(size).fill(letter.charCodeAt(0))
  return { letter, bytes, hash: Hash.parse(sha256Hex(bytes)), size }
}
const short = fileOf('s', 1000)
const middle = fileOf('m', 2 * chunkBytes)
const long = fileOf('l', 5 * chunkBytes + 7)
const library = [short, middle, long]

type Answer = (piece: string, bytes: Bytes, onBytes: (bytes: Bytes) => void) => Result<Bytes, NetworkFault>

/** A tablet on a disk, and a server that holds the library; each piece takes 100 ms. */
function setUp(wantedFiles: WantedFile[], disk: MemoryDisk = createMemoryDisk()) {
  const time = createManualTime()
  const stores = createMemoryStores(disk)
  const asked: string[] = []
  const states: FetchState[] = []
  let wanted = wantedFiles
  let underWay = 0
  let mostUnderWay = 0
  let answer: Answer = (_piece, bytes) => ok(bytes)
  const files = createFileFetch({
    store: stores.files,
    wanted: async () => wanted.map(({ hash, size }) => ({ hash, size })),
    timers: time,
    random: createSeededRandom(),
    onProgress: (state) => states.push(state),
    api: {
      async readDocument(hash, from, to, onBytes = () => {}) {
        const file = library.find((one) => one.hash === hash)
        const piece = `${file?.letter}${Math.floor(from / chunkBytes)}`
        asked.push(from % chunkBytes === 0 ? piece : `${piece}+${from % chunkBytes}`)
        underWay++
        mostUnderWay = Math.max(mostUnderWay, underWay)
        await new Promise<void>((resolve) => time.after(100, resolve))
        underWay--
        return answer(piece, file?.bytes.slice(from, to) ?? new Uint8Array(to - from), onBytes)
      },
    },
  })
  running.push(files)
  return {
    files,
    time,
    stores,
    disk,
    asked,
    states,
    mostUnderWay: () => mostUnderWay,
    want(next: WantedFile[]) {
      wanted = next
      files.kick()
    },
    answerWith(next: Answer) {
      answer = next
    },
  }
}

const unreachable: NetworkFault = { kind: 'unreachable' }

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

describe('what cannot be had', () => {
  it('[D4] bytes of another hash are fetched once more, then the file is named, and the others go on', async () => {
    const { files, time, asked, answerWith, stores } = setUp([middle, short])
    answerWith((piece, bytes) => ok(piece === 'm1' ? bytes.map((byte) => byte + 1) : bytes))
    files.start()
    await time.advance(5000)
    expect(asked.filter((piece) => piece.startsWith('m'))).toEqual(['m0', 'm1', 'm0', 'm1'])
    expect(files.state()).toEqual({
      phase: 'idle',
      have: short.size,
      total: middle.size + short.size,
      failed: [{ file: { hash: middle.hash, size: middle.size }, why: 'does-not-verify' }],
    })
    expect(await stores.files.state(middle.hash)).toBeUndefined()
    files.kick()
    await time.advance(1000)
    expect(asked.filter((piece) => piece.startsWith('m'))).toHaveLength(4)
  })

  it('[D4] a chunk that no longer opens is fetched again, and only that one', async () => {
    const { files, time, asked, answerWith, disk, stores } = setUp([middle])
    answerWith((piece, bytes) => {
      if (piece === 'm1') disk.damaged.add(`files/${middle.hash}/0`)
      return ok(bytes)
    })
    files.start()
    await time.advance(2000)
    expect(asked).toEqual(['m0', 'm1', 'm0'])
    expect(await stores.files.verify(middle.hash)).toBe(true)
  })

  it('[D4] a file that the server does not give is named and asked for again at the next kick', async () => {
    const { files, time, asked, answerWith } = setUp([middle, short])
    const error = { kind: 'not-found' }
    answerWith((piece, bytes) =>
      piece.startsWith('m') ? fail({ kind: 'refused', status: 404, error }) : ok(bytes),
    )
    files.start()
    await time.advance(60_000)
    expect(asked).toEqual(['m0', 'm1', 's0'])
    expect(files.state()).toMatchObject({ phase: 'idle', failed: [{ why: 'not-available' }] })
    answerWith((_piece, bytes) => ok(bytes))
    files.kick()
    await time.advance(1000)
    expect(files.state()).toMatchObject({ phase: 'idle', failed: [], have: middle.size + short.size })
  })

  it('[O6] a full tablet says which file does not fit, asks nothing meanwhile, and goes on when there is room', async () => {
    const { files, time, stores, asked } = setUp([middle, short])
    files.start()
    await time.advance(50)
    stores.life.failNextWrite({ kind: 'storage-full' })
    await time.advance(600_000)
    expect(files.state()).toMatchObject({
      phase: 'storage-full',
      file: { hash: middle.hash, size: middle.size },
    })
    const before = asked.length
    files.kick()
    await time.advance(1000)
    expect([files.state().phase, asked.length - before]).toEqual(['idle', 1])
  })

  it('[O6] a full tablet that cannot even begin a file says which one', async () => {
    const { files, time, stores, asked } = setUp([short])
    stores.life.failNextWrite({ kind: 'storage-full' })
    files.start()
    await time.advance(1000)
    expect([asked, files.state()]).toEqual([
      [],
      {
        phase: 'storage-full',
        file: { hash: short.hash, size: short.size },
        have: 0,
        total: short.size,
        failed: [],
      },
    ])
  })

  it('[O5] a lock while pieces are under way ends quietly', async () => {
    const { files, time, stores } = setUp([long])
    files.start()
    await time.advance(50)
    stores.life.lock()
    await time.advance(60_000)
    expect(files.state()).toMatchObject({ phase: 'not-stored', fault: { kind: 'locked' } })
    stores.life.unlock()
    files.kick()
    await time.advance(2000)
    expect(files.state().phase).toBe('idle')
  })

  it('[D2] a file taken away while it is on its way is not brought back', async () => {
    const { files, time, stores, want } = setUp([long])
    files.start()
    await time.advance(50)
    await stores.files.remove(long.hash)
    want([])
    await time.advance(2000)
    expect([await stores.files.states(), files.state().phase]).toEqual([[], 'idle'])
  })
})
