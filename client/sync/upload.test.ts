import { describe, expect, it } from 'vitest'
import { createManualTime } from '../../server/live/testing/manual-time.ts'
import { Hash } from '../../shared/domain/id.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { chunkBytes, type UploadState } from '../../shared/protocol/api.ts'
import type { NetworkFault } from '../app/ports.ts'
import type { UploadProgress, UploadSource } from '../app/upload-port.ts'
import { createSeededRandom } from './testing/seeded-random.ts'
import { uploadFile } from './upload.ts'

const size = 2 * chunkBytes + 5
const bytes: Bytes = new Uint8Array(size).fill(7)
const hash = Hash.parse(sha256Hex(bytes))
const source: UploadSource = { size, slice: async (from, to) => bytes.slice(from, to) }
const ready = { ok: true, value: { hash, size, pages: 3 } }

type Reply = Result<UploadState, NetworkFault>
/** What comes between the server and its answer. */
type Mishap = (call: string) => { before: NetworkFault } | { after: NetworkFault } | null

/** A server that takes a file as the real one does. */
function setUp(mishap: Mishap = () => null) {
  const time = createManualTime()
  const calls: string[] = []
  const progress: UploadProgress[] = []
  const stop = new AbortController()
  let received = 0
  let isReady = false
  let current = mishap

  const state = (): Reply =>
    ok(isReady ? { kind: 'ready', size, pages: 3 } : { kind: 'receiving', received, size })
  async function answer(call: string, work: () => Reply): Promise<Reply> {
    calls.push(call)
    const trouble = current(call)
    if (trouble && 'before' in trouble) return fail(trouble.before)
    const reply = work()
    return trouble ? fail(trouble.after) : reply
  }
  const api = {
    beginUpload: () => answer('begin', state),
    putUpload: (_hash: Hash, offset: number, piece: Bytes) =>
      answer(`put ${offset}+${piece.length}`, () => {
        if (offset !== received)
          return fail({ kind: 'refused', status: 409, error: { kind: 'wrong-offset' } })
        received += piece.length
        return state()
      }),
    finishUpload: () =>
      answer('finish', () => {
        isReady = true
        return state()
      }),
  }
  const run = (file = source) =>
    uploadFile({
      api,
      file,
      timers: time,
      random: createSeededRandom(),
      signal: stop.signal,
      onProgress: (step) => progress.push(step),
    })
  return {
    run,
    time,
    calls,
    progress,
    stop,
    mishapFromNow(next: Mishap) {
      current = next
    },
  }
}

const puts = [`put 0+${chunkBytes}`, `put ${chunkBytes}+${chunkBytes}`, `put ${2 * chunkBytes}+5`]
const refusal = (status: number, error: { kind: string; reason?: unknown }): NetworkFault => ({
  kind: 'refused',
  status,
  error,
})

describe('uploading', () => {
  it('[D1] a file is named by its hash, sent in pieces and checked', async () => {
    const { run, calls, progress } = setUp()
    expect(await run()).toEqual(ready)
    expect(calls).toEqual(['begin', ...puts, 'finish'])
    expect(progress.map(({ phase, done }) => [phase, done])).toEqual([
      ['hashing', 0],
      ['hashing', chunkBytes],
      ['hashing', 2 * chunkBytes],
      ['sending', 0],
      ['sending', chunkBytes],
      ['sending', 2 * chunkBytes],
      ['checking', size],
    ])
  })

  it('[D1] a file that the Office has already is not sent', async () => {
    const { run, calls } = setUp()
    await run()
    expect(await run()).toEqual(ready)
    expect(calls.slice(5)).toEqual(['begin'])
  })

  it.each<[string, Mishap, string[]]>([
    [
      'a piece that did not arrive is sent again',
      (call) => (call === puts[1] ? { before: { kind: 'unreachable' } } : null),
      ['begin', puts[0] ?? '', puts[1] ?? '', 'begin', puts[1] ?? '', puts[2] ?? '', 'finish'],
    ],
    [
      'a piece whose answer was lost is not',
      (call) => (call === puts[1] ? { after: { kind: 'unreachable' } } : null),
      ['begin', puts[0] ?? '', puts[1] ?? '', 'begin', puts[2] ?? '', 'finish'],
    ],
    [
      'nor is anything when the last answer was lost',
      (call) => (call === 'finish' ? { after: { kind: 'unreachable' } } : null),
      ['begin', ...puts, 'finish', 'begin'],
    ],
    [
      'a server that has trouble is asked again',
      (call) => (call === 'begin' ? { before: refusal(503, { kind: 'internal' }) } : null),
      ['begin', 'begin', ...puts, 'finish'],
    ],
  ])('[O2] %s', async (_what, mishap, expected) => {
    let isOver = false
    const { run, time, calls } = setUp((call) => {
      const trouble = isOver ? null : mishap(call)
      if (trouble) isOver = true
      return trouble
    })
    const outcome = run()
    await time.advance(60_000)
    expect([await outcome, calls]).toEqual([ready, expected])
  })

  it('[O2] without an answer for minutes a person is asked, and later it goes on where it was', async () => {
    const { run, time, calls, progress, mishapFromNow } = setUp((call) =>
      call === puts[1] ? { before: { kind: 'unreachable' } } : null,
    )
    const outcome = run()
    await time.advance(600_000)
    expect(await outcome).toEqual({ ok: false, error: { kind: 'unreachable' } })
    expect(progress).toContainEqual({ phase: 'waiting', done: chunkBytes, total: size })
    const before = calls.length
    mishapFromNow(() => null)
    expect(await run()).toEqual(ready)
    expect(calls.slice(before)).toEqual(['begin', puts[1], puts[2], 'finish'])
  })

  it('[O2] a stop while waiting ends at once', async () => {
    const { run, time, stop } = setUp(() => ({ before: { kind: 'unreachable' } }))
    const outcome = run()
    await time.rest()
    stop.abort()
    expect(await outcome).toEqual({ ok: false, error: { kind: 'stopped' } })
  })

  it('[O2] a stop while hashing sends nothing', async () => {
    const { run, calls, stop } = setUp()
    stop.abort()
    expect([await run(), calls]).toEqual([{ ok: false, error: { kind: 'stopped' } }, []])
  })
})

describe('refusals', () => {
  it.each<[string, NetworkFault, unknown]>([
    ['begin', refusal(404, { kind: 'not-found' }), refusal(404, { kind: 'not-found' })],
    ['begin', refusal(429, { kind: 'quota-exceeded' }), refusal(429, { kind: 'quota-exceeded' })],
    ['begin', { kind: 'signed-out' }, { kind: 'signed-out' }],
    ['finish', refusal(422, { kind: 'hash-mismatch' }), { kind: 'file-changed' }],
    [
      'finish',
      refusal(422, { kind: 'file-refused', reason: { kind: 'encrypted' } }),
      { kind: 'file-refused', reason: { kind: 'encrypted' } },
    ],
    ['finish', { kind: 'not-understood' }, { kind: 'not-understood' }],
  ])('[O6] at %s: %j ends it', async (at, fault, expected) => {
    const { run } = setUp((call) => (call === at ? { before: fault } : null))
    expect(await run()).toEqual({ ok: false, error: expected })
  })

  it('[O6] what is empty or too large is not even read', async () => {
    const { run, calls } = setUp()
    const unreadable = () => Promise.reject(new Error('read'))
    expect([
      await run({ size: 0, slice: unreadable }),
      await run({ size: 200 * 1024 * 1024, slice: unreadable }),
      calls,
    ]).toEqual([
      { ok: false, error: { kind: 'empty' } },
      { ok: false, error: { kind: 'file-too-large', size: 200 * 1024 * 1024, limit: 100 * 1024 * 1024 } },
      [],
    ])
  })

  it.each<[string, UploadSource['slice']]>([
    ['goes away', () => Promise.reject(new Error('not found'))],
    ['has become shorter', async () => new Uint8Array(1)],
  ])('[O6] a file that %s while it is read is said to be unreadable', async (_what, slice) => {
    const { run } = setUp()
    expect(await run({ size, slice })).toEqual({ ok: false, error: { kind: 'unreadable' } })
  })
})
