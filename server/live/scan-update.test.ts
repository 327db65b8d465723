import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { isStateVector, scanUpdate } from './scan-update.ts'

/** A document that holds every kind of content and several clients' work, with deletions. */
function richDocument(seed: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1000 + seed
  const other = new Y.Doc()
  other.clientID = 1 + seed
  const text = doc.getText('t')
  text.insert(0, 'Ý kiến 😀 của thành viên')
  text.format(2, 4, { bold: true, colour: { r: [1, { deep: null }] } })
  text.insertEmbed(3, { image: 'x' })
  text.delete(5, 3)
  const map = doc.getMap<unknown>('m')
  map.set('any', { a: [1, -2.5, 2n, true, false, null, undefined, 'é'], b: new Uint8Array([1, 2]) })
  map.set('bytes', new Uint8Array(300).fill(seed))
  map.set('nested', new Y.Map([['list', new Y.Array()]]))
  map.set('any', seed)
  doc.getXmlFragment('x').insert(0, [new Y.XmlElement('p'), new Y.XmlText('chữ'), new Y.XmlElement('div')])
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  other.getText('t').insert(4, 'khác')
  other.getArray('list').push([1, 2, 3, 4, 5])
  other.getArray('list').delete(1, 2)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))
  return doc
}

describe('scan of updates', () => {
  it('[O6] every update that Yjs makes passes', () => {
    for (let seed = 0; seed < 20; seed++) {
      const doc = richDocument(seed)
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      doc.getText('t').insert(0, 'a')
      doc.getText('t').delete(0, 4)
      doc.getMap('m').delete('nested')
      updates.push(Y.encodeStateAsUpdate(doc))
      for (const update of updates) expect(scanUpdate(update)).toBe('content')
      expect(isStateVector(Y.encodeStateVector(doc))).toBe(true)
    }
    expect(scanUpdate(Y.encodeStateAsUpdate(new Y.Doc()))).toBe('empty')
    expect(isStateVector(Y.encodeStateVector(new Y.Doc()))).toBe(true)
  })

  it('[O6] an update with a gap, as Yjs hands on what still waits, passes', () => {
    const updates: Uint8Array[] = []
    const source = new Y.Doc()
    source.on('update', (update: Uint8Array) => updates.push(update))
    for (const letter of 'abc') source.getText('t').insert(0, letter)
    const doc = new Y.Doc()
    for (const update of [updates[0], updates[2]]) Y.applyUpdate(doc, update ?? new Uint8Array())
    expect(scanUpdate(Y.encodeStateAsUpdate(doc))).toBe('content')
  })

  it('[O6] a part of an update, or one with more behind it, is none', () => {
    const update = Y.encodeStateAsUpdate(richDocument(1))
    for (let length = 0; length < update.length; length++)
      expect(scanUpdate(update.subarray(0, length))).toBe('broken')
    expect(scanUpdate(Uint8Array.from([...update, 0]))).toBe('broken')
  })

  it.each([
    ['a count of structs that would allocate gigabytes', [1, 255, 255, 255, 255, 15, 1, 0]],
    ['a client twice', [2, 1, 7, 0, 4, 1, 1, 116, 1, 97, 1, 7, 1, 4, 1, 1, 116, 1, 98, 0]],
    ['a struct without length', [1, 1, 7, 0, 4, 1, 1, 116, 0, 0]],
    ['a reference to itself', [1, 1, 7, 0, 132, 7, 0, 1, 97, 0]],
    ['an unknown content', [1, 1, 7, 0, 11, 1, 1, 116, 1, 0]],
    ['a sub-document', [1, 1, 7, 0, 9, 1, 1, 116, 1, 120, 118, 0, 0]],
    ['an unknown type', [1, 1, 7, 0, 7, 1, 1, 116, 7, 0]],
    ['JSON that is none', [1, 1, 7, 0, 5, 1, 1, 116, 1, 123, 0]],
    ['a text that is not UTF-8', [1, 1, 7, 0, 4, 1, 1, 116, 1, 255, 0]],
    ['a value of an unknown tag', [1, 1, 7, 0, 8, 1, 1, 116, 1, 12, 0]],
    ['a deletion without length', [0, 1, 7, 1, 0, 0]],
    ['a clock beyond all work', [1, 1, 7, 255, 255, 255, 255, 255, 15, 4, 1, 1, 116, 1, 97, 0]],
    ['a gigantic gap', [1, 1, 7, 0, 0, 255, 255, 255, 255, 255, 255, 15, 0]],
  ])('[O6] %s is refused', (_what, bytes) => {
    expect(scanUpdate(Uint8Array.from(bytes))).toBe('broken')
  })

  it('[O6] nesting that would overflow a stack is refused', () => {
    const map = (depth: number): number[] => [118, 1, 1, 97].concat(depth > 0 ? map(depth - 1) : [126])
    const update = (depth: number) => Uint8Array.from([1, 1, 7, 0, 8, 1, 1, 116, 1, ...map(depth), 0])
    expect([scanUpdate(update(10)), scanUpdate(update(100))]).toEqual(['content', 'broken'])
    const json = new TextEncoder().encode(`${'['.repeat(100)}${']'.repeat(100)}`)
    expect(scanUpdate(Uint8Array.from([1, 1, 7, 0, 5, 1, 1, 116, 200, 1, ...json, 0]))).toBe('broken')
  })

  it('[O6] whatever passes after a mutation, Yjs takes or refuses at once, and can encode again what it took', () => {
    const base = Y.encodeStateAsUpdate(richDocument(2))
    const change = fc.tuple(fc.nat(base.length - 1), fc.nat(255))
    let passed = 0
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const update = base.slice()
        for (const [at, value] of changes) update[at] = value
        if (scanUpdate(update) !== 'content') return
        passed++
        const doc = new Y.Doc()
        try {
          Y.applyUpdate(doc, update)
        } catch {
          return
        }
        const copy = new Y.Doc()
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
        expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(doc))
      }),
      { numRuns: 3000, seed: 20261121 },
    )
    expect(passed).toBeGreaterThan(300)
  })
})
