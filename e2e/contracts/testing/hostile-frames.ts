import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Frames for rooms: honest ones, and what becomes of them in bad hands. */

export const message = (...parts: (number | Uint8Array)[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else encoding.writeVarUint8Array(encoder, part)
    }
  })

export const updateOf = (change: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  change(doc)
  return message(0, 2, Y.encodeStateAsUpdate(doc))
}

const document = (doc: Y.Doc) => {
  doc.getText('t').insert(0, 'Đồng ý với tờ trình')
  doc.getText('t').format(1, 3, { bold: true })
  doc.getMap('acts').set('x'.repeat(32), new Uint8Array(40).fill(7))
  doc.getArray('list').push([1, { a: [null, 'x'] }])
  doc.getArray('list').delete(0, 1)
}

const honest = [
  updateOf(document),
  message(0, 0, Uint8Array.of(0)),
  message(0, 1, Uint8Array.of(0, 0)),
  message(1, Uint8Array.of(1, 77, 1, 2, 0x7b, 0x7d)),
  message(3),
]

/** An outbox as nobody's client fills it: names that are no act ids, values that are no envelopes. */
export const strangeOutbox = updateOf((doc) => {
  const acts = doc.getMap<unknown>('acts')
  for (const name of ['', 'a', 'ệ'.repeat(40), '..', 'constructor', 'x'.repeat(64), 'y'.repeat(200)]) {
    acts.set(name, new Uint8Array(300).fill(1))
  }
  for (const [i, value] of [null, 'text', 1.5, [1], { a: 1 }, new Uint8Array()].entries()) {
    acts.set(`${'z'.repeat(30)}${i}`, value)
  }
  doc.getMap('others').set('x', 1)
})

const damaged = fc.oneof(
  fc.uint8Array({ maxLength: 80 }),
  fc.uint8Array({ maxLength: 80 }).map((bytes) => message(0, 2, bytes)),
  fc.uint8Array({ maxLength: 80 }).map((bytes) => message(0, 0, bytes)),
  fc.uint8Array({ maxLength: 80 }).map((bytes) => message(1, bytes)),
  fc
    .tuple(
      fc.constantFrom(...honest),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
    )
    .map(([base, changes]) => {
      const bytes = base.slice()
      for (const [at, value] of changes) bytes[at % bytes.length] = value
      return bytes
    }),
  fc.tuple(fc.constantFrom(...honest), fc.nat(200)).map(([base, length]) => base.slice(0, length)),
)

export const damagedFrames = (count: number, seed: number): Uint8Array[] =>
  fc.sample(damaged, { numRuns: count, seed })
