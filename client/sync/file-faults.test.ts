import { afterEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../shared/lib/result.ts'
import { long, middle, pauseAll, setUp, short } from './testing/files-world.ts'

afterEach(pauseAll)

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
