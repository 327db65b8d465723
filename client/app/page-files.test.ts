import { describe, expect, test } from 'vitest'
import type { ProcessedDocument } from '../../shared/domain/document.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import { hashOf } from '../../shared/domain/testing/cabinet.ts'
import { type Bytes, utf8 } from '../../shared/lib/bytes.ts'
import type { DocumentPages } from '../../shared/protocol/document-files.ts'
import { createPageFiles } from './page-files.ts'

const document = hashOf('a document')
const page = (thumb: DocumentPages['pages'][number]['thumb']) => ({
  width: 595,
  height: 842,
  turn: 0 as const,
  thumb,
  isBroken: thumb === null,
})
const pages: DocumentPages = {
  v: 1,
  pages: [
    page({ pack: 0, from: 0, to: 3 }),
    page({ pack: 0, from: 3, to: 5 }),
    page({ pack: 1, from: 0, to: 4 }),
    page(null),
    page({ pack: 0, from: 4, to: 99 }),
  ],
  labels: null,
  outline: [],
}
const bodies: Record<string, string> = {
  pages: JSON.stringify(pages),
  text: JSON.stringify({ v: 1, pages: ['Điều 1', null] }),
  first: 'aaabb',
  second: 'cccc',
}

function setUp(given: Record<string, string> = bodies) {
  const derivedOf = (kind: ProcessedDocument['derived'][number]['kind'], name: string) => ({
    kind,
    hash: hashOf(name),
    size: 1,
  })
  const row: ProcessedDocument = {
    kind: 'document',
    id: document,
    derived: [
      derivedOf('pages', 'pages'),
      derivedOf('text', 'text'),
      derivedOf('thumbs', 'first'),
      derivedOf('thumbs', 'second'),
    ],
    noText: [
      [2, 2],
      [4, 6],
    ],
    broken: [],
    faults: [],
  }
  const opened: string[] = []
  const whole = async ({ hash }: { hash: string }): Promise<Bytes | null> => {
    const [name, body] = Object.entries(given).find(([each]) => hashOf(each) === hash) ?? []
    if (name === undefined || body === undefined) return null
    opened.push(name)
    return utf8(body)
  }
  const reader = readerOver(new Map([[`document/${document}`, row]]))
  return { files: createPageFiles({ copy: { reader }, documents: { whole } }), opened }
}

describe('pages of a document', () => {
  test('have their pictures out of packs that are opened once', async () => {
    const { files, opened } = setUp()
    const picture = files.pictures(document)
    const found = await Promise.all([1, 2, 3].map(picture))
    expect(found).toEqual([utf8('aaa'), utf8('bb'), utf8('cccc')])
    expect(opened.sort()).toEqual(['first', 'pages', 'second'])
  })

  test('have none where there is none, and none that reaches beyond its pack', async () => {
    const { files } = setUp()
    const picture = files.pictures(document)
    expect(await Promise.all([4, 5, 6].map(picture))).toEqual([null, null, null])
    expect(await files.pictures(hashOf('another'))(1)).toBeNull()
  })

  test('have their text as far as it is here and can be read', async () => {
    expect(await setUp().files.text(document)).toEqual(['Điều 1', null])
    expect(await setUp({}).files.text(document)).toBeNull()
    expect(await setUp({ text: 'not json' }).files.text(document)).toBeNull()
    expect(await setUp({ text: '{"v":2}' }).files.text(document)).toBeNull()
    expect([setUp().files.textless(document), setUp().files.textless(hashOf('another'))]).toEqual([4, 0])
  })
})
