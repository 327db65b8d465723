import { degrees, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { makeDocument } from '../../../server/demo/documents/make-document.ts'
import { onePage, rawPdf } from '../../../server/intake/testing/raw-pdf.ts'
import { encodeStroke } from '../../../shared/domain/ink-stroke.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { instant, parseDay } from '../../../shared/lib/time.ts'
import {
  author,
  createdAt,
  flat,
  mark,
  means,
  near,
  needs,
  onDisk,
  readBack,
  run,
} from '../testing/read-back.ts'
import type { ExportMark } from './annotation-dict.ts'
import { exportPdf } from './export-pdf.ts'

const stroke = [
  { x: 100, y: 300, pressure: 0.1 },
  { x: 160, y: 340, pressure: 0.9 },
  { x: 220, y: 300, pressure: 0.4 },
]
const words = 'Đề nghị làm rõ nguồn kinh phí và thời hạn thực hiện ở Điều 5, khoản 2'
const every: ExportMark[] = [
  mark(
    'hi',
    {
      kind: 'highlight',
      quads: [
        [80, 712, 300, 712, 80, 700, 300, 700],
        [80, 690, 200, 690, 80, 678, 200, 678],
      ],
    },
    { colour: '#ffd84d', text: 'Cần hỏi lại' },
  ),
  mark('un', { kind: 'underline', quads: [[80, 652, 300, 652, 80, 640, 300, 640]] }, { colour: '#1f7a3d' }),
  mark('st', { kind: 'strike', quads: [[80, 622, 300, 622, 80, 610, 300, 610]] }, { colour: '#c62828' }),
  mark(
    'in',
    { kind: 'ink', strokes: [encodeStroke(stroke), encodeStroke([{ x: 250, y: 320, pressure: 1 }])] },
    { dx: 10, dy: -5 },
  ),
  mark('te', { kind: 'text', box: [320, 500, 520, 560], size: 14 }, { text: words }),
  mark(
    'no',
    { kind: 'note', at: [400, 700] },
    { colour: '#ffb300', text: 'Xin ý kiến Bộ Tài chính', modifiedAt: instant(createdAt + 1000) },
  ),
  mark('bo', { kind: 'bookmark' }, { colour: '#c62828' }),
]

const day = parseDay('2026-03-02')
const paper = async (pages = 2): Promise<Bytes> => {
  if (day === null) throw new Error('no day')
  const request = {
    kind: 'submission',
    title: 'Về dữ liệu',
    agency: 'Bộ Y tế',
    number: '1/TTr-BYT',
    day,
    pages,
    seed: 1,
  } as const
  return new Uint8Array(await makeDocument(request))
}

async function exported(original: Bytes, marks: readonly ExportMark[] = every) {
  const done = await exportPdf(original, marks, means)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  expect(Buffer.from(done.value.bytes.subarray(0, original.length)).equals(Buffer.from(original))).toBe(true)
  return done.value
}

/** pdf.js keeps the name of a sign to itself where the sign is drawn. */
async function namesOf(bytes: Bytes) {
  const pdf = await PDFDocument.load(bytes)
  const annots = pdf.getPage(0).node.Annots()?.asArray() ?? []
  return annots.flatMap((ref) => {
    const name = pdf.context.lookup(ref, PDFDict).lookupMaybe(PDFName.of('Name'), PDFName)
    return name ? [name.decodeText()] : []
  })
}

describe('[A5] notes leave as standard annotations', () => {
  test('each kind is read back by another reader: place, words, author, hour, colour', async () => {
    const { bytes, written, skipped } = await exported(await paper())
    expect({ written, skipped }).toEqual({ written: 7, skipped: 0 })
    const found = await readBack(bytes)
    const by = (subtype: string, at = 0) => found.filter((each) => each.subtype === subtype)[at]
    expect(found.map(({ subtype }) => subtype)).toEqual([
      'Highlight',
      'Underline',
      'StrikeOut',
      'Ink',
      'FreeText',
      'Text',
      'Text',
    ])
    for (const each of found) {
      expect(each.titleObj).toMatchObject({ str: author })
      expect(each.creationDate).toBe('D:20260302030405Z')
      expect(each.annotationFlags).toBe(4)
      expect(each.hasAppearance).toBe(true)
    }
    near(
      by('Highlight')?.quadPoints,
      [80, 712, 300, 712, 80, 700, 300, 700, 80, 690, 200, 690, 80, 678, 200, 678],
    )
    expect(by('Highlight')?.contentsObj).toMatchObject({ str: 'Cần hỏi lại' })
    expect(flat(by('Highlight')?.color)).toEqual([255, 216, 77])
    near(by('Underline')?.quadPoints, [80, 652, 300, 652, 80, 640, 300, 640])
    near(by('StrikeOut')?.quadPoints, [80, 622, 300, 622, 80, 610, 300, 610])
    near(by('Ink')?.inkLists, [110, 295, 170, 335, 230, 295, 260, 315])
    expect(by('FreeText')?.contentsObj).toMatchObject({ str: words })
    const [left, , right, top] = flat(by('FreeText')?.rect)
    near([left, right, top], [320, 520, 560])
    expect(by('Text')?.modificationDate).toBe('D:20260302030406Z')
    expect(by('Text')?.contentsObj).toMatchObject({ str: 'Xin ý kiến Bộ Tài chính' })
    near(by('Text')?.rect, [399.6, 679.6, 420.4, 700.4])
    expect(by('Text', 1)?.contentsObj).toMatchObject({ str: 'Đánh dấu trang' })
    expect(await namesOf(bytes)).toEqual(['Note', 'Bookmark'])
    expect(await readBack(bytes, 2)).toEqual([])
  })

  test.runIf(needs('qpdf'))('the file is sound (needs qpdf)', async () => {
    const withStreams = await (await PDFDocument.load(await paper())).save({ useObjectStreams: true })
    const withTable = await (await PDFDocument.load(await paper())).save({ useObjectStreams: false })
    for (const original of [withStreams, withTable]) {
      const { bytes } = await exported(new Uint8Array(original))
      const said = run('qpdf', '--check', onDisk(bytes)).toString()
      expect(said).toContain('No syntax or stream encoding errors')
    }
  })

  test.runIf(needs('pdftoppm'))('poppler draws the marks (needs poppler)', async () => {
    const original = await paper(1)
    const { bytes } = await exported(original)
    const picture = (pdf: Bytes) => run('pdftoppm', '-r', '36', '-f', '1', '-l', '1', onDisk(pdf))
    const [before, after] = [picture(original), picture(bytes)]
    expect(after.length).toBe(before.length)
    expect(after.filter((value, i) => value !== before[i]).length).toBeGreaterThan(500)
  })

  test('pages that are turned, cut elsewhere, with lists of their own or shared', async () => {
    const pdf = await PDFDocument.create()
    const shared = pdf.context.register(pdf.context.obj([]))
    for (const turn of [0, 90, 180, 270]) {
      const page = pdf.addPage([600, 800])
      page.setRotation(degrees(turn))
      page.setCropBox(100, 200, 400, 500)
      page.node.set(PDFName.of('Annots'), shared)
    }
    const original = new Uint8Array(await pdf.save())
    const marks = [0, 1, 2, 3].map((page) => mark(`b${page}`, { kind: 'bookmark' }, { page }))
    const { bytes } = await exported(original, marks)
    const corners = [
      [466, 675, 482, 700],
      [100, 666, 125, 682],
      [118, 200, 134, 225],
      [475, 218, 500, 234],
    ]
    for (const [i, corner] of corners.entries()) {
      const found = await readBack(bytes, i + 1)
      expect(found).toHaveLength(1)
      near(found[0]?.rect, corner)
    }
  })

  test('a file whose list of objects is lost goes out whole', async () => {
    const torn = Buffer.from(await paper(1))
    const at = torn.lastIndexOf('startxref')
    const original = new Uint8Array(
      Buffer.concat([torn.subarray(0, at), Buffer.from('startxref\n7\n%%EOF\n')]),
    )
    const done = await exportPdf(original, every, means)
    expect(await readBack(done.ok ? done.value.bytes : original)).toHaveLength(7)
  })

  test('annotations that were there stay', async () => {
    const first = (await exported(await paper(1), every.slice(0, 2))).bytes
    const both = await exported(first, every.slice(2, 4))
    expect(await readBack(both.bytes)).toHaveLength(4)
  })

  test('marks of which nothing would be seen are left out, and said', async () => {
    const original = await paper(1)
    const hostile = [
      mark('a', { kind: 'highlight', quads: [] }),
      mark('b', { kind: 'underline', quads: [[10, 10, 10, 10, 10, 10, 10, 10]] }),
      mark('c', { kind: 'ink', strokes: [] }),
      mark('d', { kind: 'ink', strokes: [new Uint8Array([9, 9])] }),
      mark('e', { kind: 'text', box: [0, 0, 10, 10], size: 12 }, { text: ' \n\u202e ' }),
      mark('f', { kind: 'note', at: [0, 0] }, { page: 7 }),
    ]
    const { bytes, written, skipped } = await exported(original, hostile)
    expect({ written, skipped }).toEqual({ written: 0, skipped: 6 })
    expect(bytes).toBe(original)
    const letters = mark(
      'g',
      { kind: 'text', box: [100, 100, 200, 200], size: 12 },
      { text: 'Ж 😀 \u0007ế\r\nwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww' },
    )
    const [found] = await readBack((await exported(original, [letters])).bytes)
    expect(flat(found?.rect)[2]).toBeGreaterThan(300)
  })

  test('a file that cannot be written is said to be one', async () => {
    const locked = rawPdf(
      onePage({ objects: ['<</Filter/Standard/V 1/R 2/O(x)/U(x)/P -4>>'] }),
      '/Encrypt 4 0 R/ID[<00><00>]',
    )
    expect(await exportPdf(new Uint8Array(locked), every, means)).toEqual({
      ok: false,
      error: { kind: 'encrypted' },
    })
    const torn = (await paper(1)).slice(0, 400)
    expect(await exportPdf(torn, every, means)).toMatchObject({ ok: false, error: { kind: 'unreadable' } })
    const empty = new Uint8Array(rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>']))
    expect(await exportPdf(empty, every, means)).toMatchObject({ ok: false, error: { kind: 'unreadable' } })
  })
})
