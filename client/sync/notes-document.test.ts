import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { wireCore } from '../../shared/domain/annotation.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { instant } from '../../shared/lib/time.ts'
import { createNotesDocument } from './notes-document.ts'
import { writeHeavyNotes } from './testing/heavy-notes.ts'
import { coreOf } from './testing/notes-world.ts'
import { createSeededRandom } from './testing/seeded-random.ts'

let seeds = 0
function openDocument() {
  const updates: Bytes[] = []
  const document = createNotesDocument({
    clock: { now: () => instant(1000) },
    random: createSeededRandom(++seeds),
    onUpdate: (update) => updates.push(update),
    onChange: () => {},
  })
  return { ...document, updates }
}
type Document = ReturnType<typeof openDocument>

/** As the server tells it. */
function exchange(...all: Document[]): void {
  for (const from of all)
    for (const to of all) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc), 'server')
}
const shown = ({ read }: Document) => read().annotations
const colourOf = (document: Document, id: string) => shown(document).find((each) => each.id === id)?.colour

describe('undo and redo', () => {
  it('[A3] take back one gesture each, and bring it again, with its words', () => {
    const document = openDocument()
    const first = document.add(coreOf(), {})
    const second = document.add(coreOf({ geometry: { kind: 'note', at: [1, 1] } }), { text: 'Xem lại' })
    document.change([first, second], { colour: '#000000' })
    document.erase([first])
    expect(shown(document).map(({ id }) => id)).toEqual([second])
    document.undo()
    expect(shown(document)).toHaveLength(2)
    document.undo()
    expect(colourOf(document, first)).not.toBe('#000000')
    document.undo()
    expect(shown(document).map(({ id }) => id)).toEqual([first])
    expect([document.redo(), document.redo(), document.redo(), document.redo()]).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(shown(document)).toMatchObject([{ id: second, text: 'Xem lại', colour: '#000000' }])
    expect([document.canUndo(), document.canRedo()]).toEqual([true, false])
  })

  it('[A3] leave alone what others did: on other marks, on the same mark, on the same colour', () => {
    const [mine, theirs] = [openDocument(), openDocument()]
    const id = mine.add(coreOf(), { text: 'một' })
    exchange(mine, theirs)
    mine.change([id], { colour: '#111111' })
    exchange(mine, theirs)
    theirs.change([id], { colour: '#222222', width: 7 })
    theirs.text(id)?.edit(3, 0, ' hai')
    const other = theirs.add(coreOf(), {})
    exchange(mine, theirs)
    mine.undo()
    expect(
      shown(mine)
        .map((each) => each.id)
        .sort(),
    ).toEqual(expect.arrayContaining([other]))
    const left = shown(mine).find((each) => each.id === id)
    // The colour is theirs now: taking mine back changes nothing that one sees.
    if (left) expect(left).toMatchObject({ colour: '#222222', width: 7, text: 'một hai' })
    exchange(mine, theirs)
    expect(mine.read()).toEqual(theirs.read())
    expect(theirs.canUndo()).toBe(true)
  })

  it('[A3] never take back what came from the server or from storage', () => {
    const [mine, theirs] = [openDocument(), openDocument()]
    theirs.add(coreOf(), {})
    exchange(mine, theirs)
    expect([mine.canUndo(), mine.undo()]).toEqual([false, false])
    const again = openDocument()
    again.restore(theirs.updates)
    expect([again.undo(), shown(again).length, again.updates.length]).toEqual([false, 1, 0])
  })

  it('[A3] whatever several tablets do, apart and together, in the end they show the same', () => {
    const gesture = fc.record({ who: fc.nat(2), what: fc.nat(7), at: fc.nat(20), meets: fc.boolean() })
    fc.assert(
      fc.property(fc.array(gesture, { maxLength: 40 }), (gestures) => {
        const all = [openDocument(), openDocument(), openDocument()]
        for (const { who, what, at, meets } of gestures) {
          const document = all[who]
          if (!document) continue
          const there = shown(document)
          const id = there[at % Math.max(1, there.length)]?.id ?? 'none'
          if (what === 0 || what === 1) document.add(coreOf({ page: at }), { text: 'x' })
          if (what === 2) document.change([id], { colour: `#0000${10 + at}` })
          if (what === 3) document.erase([id])
          if (what === 4) document.text(id)?.edit(at, 1, 'chữ')
          if (what === 5) document.undo()
          if (what === 6) document.redo()
          if (what === 7) document.change([id], { offset: { dx: at, dy: -at } })
          if (meets) exchange(...all)
        }
        exchange(...all)
        const [first, ...others] = all.map(({ read }) => read())
        for (const other of others) expect(other).toEqual(first)
        const fresh = openDocument()
        fresh.restore(all.slice(0, 1).map(({ snapshot }) => snapshot()))
        expect(fresh.read()).toEqual(first)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what another program wrote', () => {
  const wire = wireCore(coreOf())
  const foreign = (write: (notes: Y.Map<unknown>) => void) => {
    const doc = new Y.Doc()
    doc.transact(() => write(doc.getMap('notes')))
    const document = openDocument()
    const id = document.add(coreOf(), {})
    Y.applyUpdate(document.doc, Y.encodeStateAsUpdate(doc), 'server')
    return { document, id }
  }
  const entry = (core: unknown, more: Record<string, unknown> = {}) => {
    const map = new Y.Map<unknown>()
    map.set('core', core)
    for (const [name, value] of Object.entries(more)) map.set(name, value)
    return map
  }

  it('[O6] is passed over and counted, and stays in the document', () => {
    const { document, id } = foreign((notes) => {
      notes.set('text', 'no map')
      notes.set('kind', entry({ ...wire, g: { kind: 'hologram', at: [1, 2] } }))
      notes.set('bare', new Y.Map())
      notes.set('page', entry({ ...wire, p: -1 }))
      notes.set('hash', entry({ ...wire, v: 'x' }))
      notes.set('huge', entry({ ...wire, q: ['', 'x'.repeat(100_000), ''] }))
      notes.set('bytes', entry({ ...wire, g: { kind: 'ink', strokes: [new Uint8Array([1, 255])] } }))
      notes.set('nested', entry(new Y.Map([['page', 1]])))
      notes.set('x'.repeat(500), entry(wire))
      notes.set('constructor', entry({ ...wire, g: { kind: '__proto__' } }))
    })
    expect([document.read().annotations.map((each) => each.id), document.read().skipped]).toEqual([[id], 10])
    document.change(['text', 'bare', 'none'], { colour: '#000000' })
    document.erase(['kind', 'none'])
    expect(document.text('kind')).toBeNull()
    const copy = new Y.Doc()
    Y.applyUpdate(copy, document.snapshot())
    expect(copy.getMap('notes').size).toBe(11)
  })

  it('[O6] of marks that are no such values falls back to those of the kind; fields to spare are no harm', () => {
    const { document } = foreign((notes) => {
      const broken = {
        colour: 5,
        width: 'wide',
        offset: [1],
        modifiedAt: -1,
        placement: 'here',
        note: 'text',
        deleted: 1,
      }
      notes.set('other', entry({ ...wire, sparkle: true }, broken))
    })
    const found = shown(document).find(({ id }) => id === 'other')
    expect(found).toMatchObject({
      width: 1.5,
      offset: { dx: 0, dy: 0 },
      modifiedAt: null,
      placement: null,
      text: '',
    })
    expect(found).not.toHaveProperty('sparkle')
    document.text('other')?.edit(0, 0, 'chữ')
    expect(document.text('other')?.value()).toBe('chữ')
  })

  it('[O6] whatever it is: nothing throws', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.jsonValue(), fc.jsonValue())), (written) => {
        const { document } = foreign((notes) => {
          for (const [key, core, mark] of written)
            notes.set(`k${key}`, entry(core, { colour: mark, note: mark }))
        })
        expect(document.read().annotations).toHaveLength(1)
      }),
    )
  })

  it('[O6] a text longer than any screen shows is cut on reading, and takes no more', () => {
    const { document } = foreign((notes) => {
      notes.set('long', entry(wire, { note: new Y.Text('a'.repeat(50_000)) }))
    })
    const text = document.text('long')
    text?.edit(-5, 0, 'b')
    text?.edit(1e9, 1e9, 'c')
    expect(text?.value().length).toBe(20_000)
  })
})

describe('a heavy dossier', () => {
  it('[A1] of 300 strokes, 100 highlights and 50 notes is under 200 kB, as stored and as sent', () => {
    const document = openDocument()
    writeHeavyNotes(document)
    const snapshot = document.snapshot().length
    const sent = document.updates.reduce((sum, update) => sum + update.length, 0)
    expect([snapshot < 200_000, sent < 200_000]).toEqual([true, true])
    expect(snapshot).toBeGreaterThan(50_000)
  })
})
