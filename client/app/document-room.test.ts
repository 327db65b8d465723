import { describe, expect, test } from 'vitest'
import { Hash } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { createRoomLeft, planRoom } from './document-room.ts'

const mega = 1024 * 1024
const hashOf = (name: string) => Hash.parse(sha256Hex(utf8(name)))
const names = ['a', 'b', 'c', 'old', 'older'] as const
const nameOf = (hash: Hash) => names.find((name) => hashOf(name) === hash) ?? '?'
const file = (name: (typeof names)[number], size: number, isNeeded = true, have = 0) => ({
  ...{ hash: hashOf(name), size, isNeeded, have },
})

function planned(...given: Parameters<typeof planRoom>) {
  const { fetch, lacking, free } = planRoom(...given)
  const of = (files: { hash: Hash }[]) => files.map(({ hash }) => nameOf(hash)).join(' ')
  return { fetch: of(fetch), lacking: of(lacking), free: free.map(nameOf).join(' ') }
}

describe('[D4] where room is short', () => {
  test('what is most needed comes, then whatever of the rest fits', () => {
    const wanted = [file('a', 6), file('b', 5), file('c', 4)]
    expect(planned(wanted, [], 10)).toEqual({ fetch: 'a c', lacking: 'b', free: '' })
    expect(planned(wanted, [], null)).toEqual({ fetch: 'a b c', lacking: '', free: '' })
    expect(planned(wanted, [], -3)).toEqual({ fetch: '', lacking: 'a b c', free: '' })
  })

  test('what is here already needs none, and of a part only the rest', () => {
    const wanted = [file('a', 6, true, 6), file('b', 5, true, 3), file('c', 4)]
    expect(planned(wanted, [], 2)).toEqual({ fetch: 'a b', lacking: 'c', free: '' })
  })

  test('the oldest makes way, and no more of it than is needed', () => {
    const freeable = [file('older', 3), file('old', 3)]
    expect(planned([file('a', 4)], freeable, 2)).toEqual({ fetch: 'a', lacking: '', free: 'older' })
    expect(planned([file('a', 7)], freeable, 2)).toEqual({ fetch: 'a', lacking: '', free: 'older old' })
  })

  test('nothing makes way in vain, nor for what can be done without', () => {
    const freeable = [file('older', 3), file('old', 3)]
    expect(planned([file('a', 9)], freeable, 2)).toEqual({ fetch: '', lacking: 'a', free: '' })
    expect(planned([file('a', 4, false)], freeable, 2)).toEqual({ fetch: '', lacking: 'a', free: '' })
  })

  test('what makes way is not fetched again in the same breath', () => {
    const wanted = [file('a', 4), file('older', 3, false, 3)]
    expect(planned(wanted, [file('older', 3)], 2)).toEqual({ fetch: 'a', lacking: '', free: 'older' })
  })
})

describe('[O2] room that is left for documents', () => {
  const storage = (usedBytes: number | null, quotaBytes: number | null) => ({
    program: { isHere: () => true, subscribe: () => () => undefined },
    isPersisted: async () => true,
    persist: async () => true,
    estimate: async () => ({ usedBytes, quotaBytes }),
  })

  test('never touches the reserve for what is signed and written', async () => {
    expect(await createRoomLeft(storage(100 * mega, 1000 * mega)).left(50 * mega)).toBe(836 * mega)
    expect(await createRoomLeft(storage(100 * mega, 200 * mega)).left(0)).toBe(80 * mega)
    expect(await createRoomLeft(storage(195 * mega, 200 * mega)).left(0)).toBe(-15 * mega)
  })

  test('is not known where the browser does not say, until it has refused a write', async () => {
    const room = createRoomLeft(storage(null, null))
    expect(await room.left(5)).toBeNull()
    await room.refused(100)
    expect(await room.left(100)).toBe(-10)
    expect(await room.left(40)).toBe(50)
    room.forgetRefusal()
    expect(await room.left(40)).toBeNull()
  })

  test('is what lay here when a write was refused, whatever the browser says of its quota', async () => {
    const room = createRoomLeft(storage(100 * mega, 10_000 * mega))
    expect(await room.left(50 * mega)).toBe(9836 * mega)
    await room.refused(50 * mega)
    expect(await room.left(50 * mega)).toBe(-10 * mega)
  })

  test('counts what was removed at once, though the browser says later that it is gone', async () => {
    let used = 150
    const room = createRoomLeft({
      ...storage(null, null),
      estimate: async () => ({ usedBytes: used * mega, quotaBytes: 200 * mega }),
    })
    expect(await room.left(140 * mega)).toBe(30 * mega)
    await room.removing(140 * mega)
    expect(await room.left(100 * mega)).toBe(70 * mega)
    used = 110
    expect(await room.left(100 * mega)).toBe(70 * mega)
    expect(await room.left(120 * mega)).toBe(70 * mega)
  })
})
