import { afterEach, describe, expect, test } from 'vitest'
import { createLiveWorld, type LiveWorld } from '../../server/live/testing/live-world.ts'
import type { Act } from '../../shared/domain/act.ts'
import type { Geometry } from '../../shared/domain/annotation.ts'
import type { BallotContent } from '../../shared/domain/ballot.ts'
import type { Entity } from '../../shared/domain/entity.ts'
import { DocumentId, type PersonId } from '../../shared/domain/id.ts'
import { layerKey, logicalDocument } from '../../shared/domain/note-layer.ts'
import type { TextRun } from '../../shared/domain/page-text.ts'
import {
  ballotId,
  cabinetOf,
  contentHash,
  contentOf,
  device,
  hashOf,
  person,
} from '../../shared/domain/testing/cabinet.ts'
import { Office } from '../../shared/domain/testing/office.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { instant } from '../../shared/lib/time.ts'
import { createNotesTablet } from '../sync/testing/notes-world.ts'
import type { AnnotationDraft, AnnotationHandle } from './annotation-handle.ts'
import { createAnnotations } from './annotations.ts'
import { createMakeAct, hashOpening, noAnchor } from './make-act.ts'
import type { OutboxItem } from './ports.ts'
import { createMemoryDisk } from './testing/memory-disk.ts'
import { createMemoryStores } from './testing/memory-stores.ts'
import { createWorkingCopy } from './working-copy.ts'

const document = DocumentId.parse('to-trinh')
const [former, next] = [hashOf('former'), hashOf('next')]
const logical = logicalDocument(ballotId, document)
const content: BallotContent = {
  ...contentOf('Nghị định'),
  documents: [{ id: document, title: 'Tờ trình', kind: 'submission', hash: former, size: 1, pages: 1 }],
}
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A member's tablet that holds an issued ballot of one document, on sockets to the room server of the world. */
async function tabletOf(world: LiveWorld, who: string, seed: number, disk = createMemoryDisk()) {
  const office = new Office({ people: cabinetOf(4) }).issue(contentOf('Nghị định'))
  const [version] = office.ballot.versions
  if (!version) throw new Error('not issued')
  const ballot = { ...office.ballot, versions: [{ ...version, hash: contentHash(content) }] }
  const put = (key: string, entity: Entity) =>
    disk.rows.set(key, { key, n: 0, entity, openings: [], leaves: [], proofs: [] })
  for (const one of cabinetOf(4)) put(`person/${one.id}`, one)
  disk.rows.set(`ballot/${ballot.id}`, {
    key: `ballot/${ballot.id}`,
    n: 1,
    entity: ballot,
    openings: [hashOpening(canonicalJson(content))],
    leaves: [],
    proofs: [],
  })
  disk.cursor = {
    epoch: 0,
    after: 9,
    tree: { epoch: 0, size: 10, root: hashOf('root') },
    syncedAt: instant(0),
  }
  const notes = createNotesTablet(world, seed, { who, disk })
  const { life: _, ...stores } = createMemoryStores(disk)
  const copy = createWorkingCopy(stores)
  await copy.refresh('all')
  const me = { person: person(who), device: device(`${who}-${seed}`) }
  const clock = { now: () => instant(office.now + world.time.now()) }
  const random = (length: number) =>
    Uint8Array.from({ length }, (_, i) => (seed * 37 + i + world.time.now()) % 256)
  const makeAct = createMakeAct({
    ...me,
    clock,
    random,
    sign: async () => new Uint8Array(64),
    seal: async () => new Uint8Array(8),
    anchor: () => noAnchor,
  })
  const annotations = createAnnotations({
    copy,
    me,
    makeAct,
    outbox: stores.outbox,
    clock,
    onQueued: () => {},
    store: notes.store,
    hub: notes.hub,
  })
  closing.push(annotations.close)
  const setLayer = async (author: PersonId, readers: PersonId[] | null) => {
    const key = layerKey(logical, author)
    if (readers) put(key, { kind: 'layer', document: logical, ballot: ballot.id, person: author, readers })
    else disk.rows.delete(key)
    await copy.refresh('rows')
  }
  return {
    annotations,
    copy,
    setLayer,
    ...notes,
    open: (hash = former) => annotations.open({ dossier: ballot.id, document, hash }),
  }
}

const note: Geometry = { kind: 'note', at: [100, 200] }
const draft = (given: Partial<AnnotationDraft> = {}): AnnotationDraft => ({
  page: 0,
  quote: null,
  geometry: note,
  layer: 'private',
  style: {},
  ...given,
})
const seen = (handle: AnnotationHandle) =>
  handle.list().map(({ author, layer, isMine, text }) => [author, layer, isMine, text].join(' '))
const sharesIn = (outbox: ReadonlyMap<string, OutboxItem>) =>
  [...outbox.values()].flatMap(({ act }: { act: Act }) =>
    act.kind === 'share-layer' ? [act.body.readers] : [],
  )

describe('one’s own marks', () => {
  test('[A1][A3] written offline, saved, closed; there again, and on the second tablet when there is a line', async () => {
    const world = createLiveWorld()
    const one = await tabletOf(world, 'm2', 1)
    one.sockets.setMood('refused')
    const handle = one.open()
    await handle.ready()
    handle.add(draft({ text: 'Xem lại khoản 2' }))
    expect(handle.saved().kind).toBe('saving')
    await handle.whenStored()
    expect([handle.saved().kind, handle.sync().kind]).toEqual(['saved', 'offline'])
    handle.close()
    expect(one.annotations.countDocuments()).toBe(1)
    expect(one.annotations.unsent()).toEqual({ documents: 1, waiting: 1 })
    one.sockets.setMood('open')
    one.network.set(true)
    await world.time.advance(3000)
    expect(one.annotations.unsent()).toEqual({ documents: 0, waiting: 0 })
    const two = await tabletOf(world, 'm2', 2)
    await world.time.advance(3000)
    two.sockets.setMood('refused')
    const read = two.open()
    await read.ready()
    expect(seen(read)).toEqual(['m2 private true Xem lại khoản 2'])
  })

  test('[A3] undo goes back over gestures in both layers, in their order', async () => {
    const { open } = await tabletOf(createLiveWorld(), 'm2', 1)
    const handle = open()
    await handle.ready()
    const first = handle.add(draft({ text: 'một' }))
    handle.add(draft({ layer: 'shared', text: 'hai' }))
    handle.noteText(first)?.edit(3, 0, ' và')
    handle.move([first], 'shared')
    expect(seen(handle).sort()).toEqual(['m2 shared true hai', 'm2 shared true một và'])
    const states: string[][] = []
    while (handle.undo()) states.push(seen(handle).sort())
    expect(states).toEqual([
      ['m2 private true một và', 'm2 shared true hai'],
      ['m2 private true một', 'm2 shared true hai'],
      ['m2 private true một'],
      [],
    ])
    while (handle.redo());
    expect([seen(handle).sort(), handle.canRedo()]).toEqual([
      ['m2 shared true hai', 'm2 shared true một và'],
      false,
    ])
  })

  test('[A4] of a former version follow their words, go where they were put by hand, or wait in the tray', async () => {
    const { open } = await tabletOf(createLiveWorld(), 'm2', 1)
    const before = open()
    await before.ready()
    const over: Geometry = { kind: 'highlight', quads: [[0, 1, 1, 1, 0, 0, 1, 0]] }
    const quote = { before: '', exact: 'quy định về dữ liệu của nhà nước', after: '' }
    const followed = before.add(draft({ geometry: over, quote }))
    const lost = before.add(draft({ geometry: over, quote: { ...quote, exact: 'câu này đã bị bỏ hẳn' } }))
    const put = before.add(draft())
    before.close()
    const handle = open(next)
    await handle.ready()
    const line = (text: string): TextRun => ({ text, box: [0, 700, text.length * 6, 712] })
    const pages = [[line('Trang bìa')], [line('Nghị định này quy định về dữ liệu của nhà nước')]]
    const textOf = (version: string) => (version === next ? pages : null)
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort()
    const placed = handle.place(textOf)
    expect([ids(placed.shown), ids(placed.tray)]).toEqual([[followed], [lost, put].sort()])
    expect(placed.shown[0]).toMatchObject({ page: 1, version: former })
    handle.change([put], { placement: { version: next, page: 1, dx: 5, dy: 6 } })
    const again = handle.place(textOf)
    expect([ids(again.shown), ids(again.tray)]).toEqual([[followed, put].sort(), [lost]])
    const offsets = () =>
      [put, followed].map((id) => handle.place(textOf).shown.find((mark) => mark.id === id)?.offset)
    const [, stood] = offsets()
    handle.shift(put, 2, -1)
    handle.shift(followed, 3, 4)
    expect(offsets()).toEqual([
      { dx: 7, dy: 5 },
      { dx: (stood?.dx ?? 0) + 3, dy: (stood?.dy ?? 0) + 4 },
    ])
    expect(handle.place(() => null).tray).toHaveLength(2)
  })
})

describe('a shared layer', () => {
  test('[A2] is granted by an act that may wait, and shown as granted at once; colleagues are who may read', async () => {
    const { annotations, disk } = await tabletOf(createLiveWorld(), 'm2', 1)
    expect(annotations.colleagues(ballotId).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['pm', 'm3', 'sec', 'head']),
    )
    expect(annotations.colleagues(ballotId).map(({ id }) => id)).not.toContain('sec2')
    expect((await annotations.share(ballotId, document, [person('m3')])).ok).toBe(true)
    expect([annotations.readers(ballotId, document), sharesIn(disk.outbox)]).toEqual([['m3'], [['m3']]])
  })

  test('[A1][A2] its reader sees who wrote what, never the private marks; taken off the list the copy goes', async () => {
    const world = createLiveWorld()
    world.gate.readOnly('m3')
    const author = await tabletOf(world, 'm2', 1)
    const reader = await tabletOf(world, 'm3', 2)
    await author.setLayer(person('m2'), [person('m3')])
    await reader.setLayer(person('m2'), [person('m3')])
    const mine = author.open()
    const theirs = reader.open()
    await world.time.advance(500)
    mine.add(draft({ text: 'riêng' }))
    const shared = mine.add(draft({ layer: 'shared', text: 'chung' }))
    theirs.add(draft({ text: 'của tôi' }))
    await world.time.advance(500)
    expect(seen(theirs).sort()).toEqual(['m2 shared false chung', 'm3 private true của tôi'])
    expect(theirs.noteText(shared)).toBeNull()
    theirs.erase([shared])
    expect(seen(theirs)).toHaveLength(2)
    await reader.setLayer(person('m2'), null)
    await world.time.advance(500)
    expect(seen(theirs)).toEqual(['m3 private true của tôi'])
    expect([...reader.disk.notes.values()].some(({ room }) => room.startsWith('shared/'))).toBe(false)
  })

  test('[O6] shows nothing that bears another name than its author’s', async () => {
    const world = createLiveWorld()
    const author = await tabletOf(world, 'm2', 1)
    await author.setLayer(person('m4'), [person('m2')])
    const handle = author.open()
    await world.time.advance(500)
    const forger = createNotesTablet(world, 7, { who: 'm4' })
    closing.push(() => forger.hub.stop())
    const room = { name: `shared/${logical}/m4`, isWritable: true }
    forger.hub.exchange([room])
    const forged = forger.hub.open(room.name, true).room
    await world.time.advance(500)
    const core = { version: former, page: 0, createdAt: instant(1), quote: null, geometry: note }
    forged.add({ ...core, author: person('pm') }, { text: 'giả' })
    forged.add({ ...core, author: person('m4') }, { text: 'thật' })
    await world.time.advance(500)
    expect([seen(handle), handle.skipped()]).toEqual([['m4 shared false thật'], 1])
  })
})

test('[O3] who may keep no notes exchanges none', async () => {
  const world = createLiveWorld()
  const tablet = await tabletOf(world, 'm2', 1)
  await world.time.advance(1000)
  expect(tablet.sockets.dialled).toEqual([`notes/m2/${logical}`])
})
