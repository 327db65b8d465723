import { describe, expect, test } from 'vitest'
import { documentKey } from '../../shared/domain/document.ts'
import type { Entity } from '../../shared/domain/entity.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import { BallotId, DocumentId, type Hash } from '../../shared/domain/id.ts'
import { logicalDocument } from '../../shared/domain/note-layer.ts'
import {
  ballotId,
  cabinetOf,
  contentHash,
  contentOf,
  hashOf,
  person,
} from '../../shared/domain/testing/cabinet.ts'
import { Office } from '../../shared/domain/testing/office.ts'
import { instant } from '../../shared/lib/time.ts'
import { createInProcessSearch } from '../search/testing/in-process-search.ts'
import type { ShownAnnotation } from './annotation-handle.ts'
import type { BallotView } from './ballot.ts'
import { createSearch } from './search.ts'

const documents = ['de-an', 'to-trinh', 'phu-luc'].map((id) => ({
  id: DocumentId.parse(id),
  title: `Tài liệu ${id}`,
  kind: 'draft' as const,
  hash: hashOf(id),
  size: 1,
  pages: 2,
}))
const textOf = (document: Hash) => hashOf(`text of ${document}`)

const otherBallot = BallotId.parse('b'.repeat(32))

/** Of the same dossier, unless told. */
function ballotView(id = ballotId, shown = documents): BallotView {
  const office = new Office({ people: cabinetOf(4) }).issue(contentOf('Nghị định'))
  const content = { ...contentOf('Nghị định về chữ ký số'), documents: shown }
  const [version] = office.ballot.versions
  if (!version) throw new Error('not issued')
  return {
    ballot: { ...office.ballot, id, number: '12/PLYK' },
    version: { ...version, hash: contentHash(content) },
    content,
    mine: { kind: 'none' },
    workingMsLeft: 0,
    tally: null,
    isOpened: false,
  } as unknown as BallotView
}

const nothing = { ballots: [], meetings: [], items: [], directives: [] }

/** A tablet whose files come as told. */
function setUp({ isMember = true, views = [ballotView()] } = {}) {
  const here = new Map<Hash, (string | null)[] | null>()
  const rows = new Map<string, Entity>(
    documents.map(({ hash }) => [
      documentKey(hash),
      {
        kind: 'document',
        id: hash,
        derived: [{ kind: 'text', hash: textOf(hash), size: 1 }],
        noText: [[1, 2]],
        broken: [],
        faults: [],
      },
    ]),
  )
  const listeners = new Set<() => void>()
  let shown = documents
  const own = new Map<string, ShownAnnotation[]>()
  const index = createInProcessSearch()
  const closed: string[] = []
  const search = createSearch({
    copy: { reader: readerOver(rows), opened: () => undefined },
    documents: {
      inDossiers: () => shown,
      isComplete: ({ hash }) => documents.some((each) => textOf(each.hash) === hash && here.has(each.hash)),
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    pageFiles: { text: async (hash) => here.get(hash) ?? null, textless: () => 2 },
    ballots: { list: () => views },
    meetings: { list: () => [] },
    directives: { list: () => [] },
    notes: { book: { own: () => own }, subscribe: () => () => {} },
    index: { ...index, close: () => closed.push('index') },
    idle: async () => {},
    isWanted: () => isMember,
  })
  const change = async () => {
    for (const listener of listeners) listener()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    search,
    own,
    closed,
    change,
    /** @param pages null: the file is here, and does not open */
    arrive: (name: number, pages: (string | null)[] | null) => {
      const document = documents[name]
      if (document) here.set(document.hash, pages)
      return change()
    },
    show: (next: typeof documents) => {
      shown = next
      return change()
    },
  }
}

describe('search', () => {
  test('finds the words of documents as their texts arrive, and says what is missing', async () => {
    const { search, arrive } = setUp()
    expect(search.state()).toEqual({ kind: 'ready', documents: 0, missing: 3, textless: 6 })
    await arrive(0, ['Hạ tầng khoá công khai', null])
    expect(search.state()).toMatchObject({ kind: 'ready', documents: 1, missing: 2 })
    const { ballots } = await search.find('khoa cong khai')
    const [found] = ballots
    expect(found?.documents).toMatchObject([
      {
        document: documents[0],
        name: null,
        found: { pages: 1, hits: [{ page: 1, match: 'khoá công khai' }] },
      },
    ])
    await arrive(1, ['khoá công khai', 'lại khoá công khai'])
    expect((await search.find('khoa cong khai')).ballots[0]?.documents).toHaveLength(2)
  })

  test('[T1] what is known of documents that are not here is found with what is, and gives way to it', async () => {
    const { search, arrive } = setUp()
    const hit = { page: 9, before: '', match: 'khoá', after: '', apart: null }
    const elsewhere = [0, 1].flatMap((at) =>
      documents.slice(at, at + 1).map(({ hash }) => ({ document: hash, pages: 1, phrases: 1, hits: [hit] })),
    )
    await arrive(0, ['Hạ tầng khoá công khai'])
    const [found] = (await search.find('khoá', null, elsewhere)).ballots
    expect(found?.documents.map((one) => one.found?.hits[0]?.page)).toEqual([1, 9])
    expect((await search.find('khoá')).ballots[0]?.documents).toHaveLength(1)
  })

  test('finds a ballot by its number, title and issues, and a document by its name', async () => {
    const { search } = setUp()
    const kinds = async (query: string) =>
      (await search.find(query)).ballots[0]?.words.map(({ kind }) => kind)
    expect(await kinds('12/plyk')).toEqual(['number'])
    expect(await kinds('chu ky')).toEqual(['title'])
    const issue = ballotView().content.issues[0]?.question ?? ''
    expect(await kinds(issue)).toContain('issue')
    expect((await search.find('phu-luc')).ballots[0]?.documents).toMatchObject([
      { found: null, name: { match: 'phu-luc' } },
    ])
    expect([await search.find('không có ở đâu'), await search.find('c')]).toEqual([nothing, nothing])
  })

  test('within one dossier: nothing of the others is found, counted or missed', async () => {
    const views = [ballotView(ballotId, documents.slice(0, 1)), ballotView(otherBallot, documents.slice(1))]
    const { search, arrive } = setUp({ views })
    await arrive(0, ['khoá công khai'])
    await arrive(1, ['khoá công khai'])
    const where = async (...asked: Parameters<typeof search.find>) =>
      (await search.find(...asked)).ballots.map(({ view }) => view.ballot.id)
    expect(await where('khoa cong')).toEqual([ballotId, otherBallot])
    expect(await where('khoa cong', otherBallot)).toEqual([otherBallot])
    expect(search.state(ballotId)).toMatchObject({ documents: 1, missing: 0, textless: 2 })
    expect(search.state(otherBallot)).toMatchObject({ documents: 1, missing: 1, textless: 4 })
    expect(search.state()).toMatchObject({ documents: 2, missing: 1, textless: 6 })
  })

  test('forgets documents of ballots that are gone, and everything when it closes', async () => {
    const { search, arrive, show, closed, change } = setUp()
    await arrive(0, ['khoá công khai'])
    await show(documents.slice(1))
    expect(search.state()).toMatchObject({ kind: 'ready', documents: 0 })
    expect(await search.find('khoa cong khai')).toEqual(nothing)
    search.close()
    await change()
    expect(closed).toEqual(['index'])
  })

  test('a text that does not open is left out, and read again when something has changed', async () => {
    const { search, arrive } = setUp()
    await arrive(2, null)
    expect(search.state()).toMatchObject({ kind: 'ready', documents: 0, missing: 3 })
    await arrive(2, ['chữ'])
    expect(search.state()).toMatchObject({ documents: 1, missing: 2 })
  })

  test('nothing is prepared for whom there is nothing to read', async () => {
    const { search, arrive } = setUp({ isMember: false })
    await arrive(0, ['khoá công khai'])
    expect(await search.find('khoa cong khai')).toEqual(nothing)
  })

  test('[A1] one’s own notes are found by their words and by those that they mark, until they are erased', () => {
    const { search, own } = setUp()
    const [document] = documents
    if (!document) throw new Error('no document')
    const note = (id: string, text: string, exact: string | null): ShownAnnotation => ({
      id,
      version: document.hash,
      page: 1,
      author: person('m2'),
      createdAt: instant(0),
      quote: exact === null ? null : { before: '', exact, after: '' },
      geometry: exact === null ? { kind: 'note', at: [0, 0] } : { kind: 'highlight', quads: [] },
      colour: '#ffcc00',
      width: 1,
      offset: { dx: 0, dy: 0 },
      modifiedAt: null,
      placement: null,
      text,
      layer: 'private',
      isMine: true,
    })
    const name = logicalDocument(ballotId, document.id)
    own.set(name, [note('said', 'Hỏi lại nguồn vốn', null), note('over', '', 'vốn đối ứng của địa phương')])
    const found = (query: string) => search.findNotes(query).map((each) => [each.note.id, each.words.match])
    expect(found('nguon von')).toEqual([['said', 'nguồn vốn']])
    expect(search.findNotes('nguon von', ballotId)).toHaveLength(1)
    expect(search.findNotes('nguon von', otherBallot)).toEqual([])
    expect(found('vốn')).toEqual([
      ['said', 'vốn'],
      ['over', 'vốn'],
    ])
    expect([found('vồn'), found('v'), found(' ')]).toEqual([[], [], []])
    own.set(name, [note('over', '', 'vốn đối ứng của địa phương')])
    expect(found('nguon von')).toEqual([])
  })

  test('what was looked for and what is to be opened is remembered, for its own ballot', () => {
    const { search } = setUp()
    search.setQuery('khoá')
    search.setTarget({ dossier: ballotId, document: hashOf('de-an'), page: 3, query: 'khoá', note: null })
    expect([search.query(), search.target(ballotId)?.page]).toEqual(['khoá', 3])
    search.setTarget(null)
    expect(search.target(ballotId)).toBeNull()
  })
})
