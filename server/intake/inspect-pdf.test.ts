import { deflateSync } from 'node:zlib'
import { degrees, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { inspectPdf } from './inspect-pdf.ts'
import { defaultPdfLimits } from './pdf-refusal.ts'
import { deflated, onePage, rawPdf, stream } from './testing/raw-pdf.ts'

const a4: [number, number] = [595, 842]

async function written(change: (pdf: PDFDocument) => unknown, options = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  await change(pdf)
  return pdf.save({ addDefaultPage: false, ...options })
}

const inspect = (bytes: Uint8Array) => inspectPdf(bytes, defaultPdfLimits)
const refused = async (bytes: Uint8Array) => {
  const result = await inspect(bytes)
  return result.ok ? 'taken in' : result.error
}
const text = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'))
const packedObjects = (objects: string, more = '') =>
  deflated(`/Type/ObjStm/N 1/First 4${more}`, Buffer.from(`9 0 ${objects}`, 'latin1'))

describe('[O6] what is taken in', () => {
  it('[O6] a plain document, with and without object streams', async () => {
    const facts = { ok: true, value: { pages: 2, pageSizes: [a4, a4] } }
    const twoPages = (pdf: PDFDocument) => [pdf.addPage(a4), pdf.addPage(a4)]
    expect(await inspect(await written(twoPages))).toEqual(facts)
    expect(await inspect(await written(twoPages, { useObjectStreams: false }))).toEqual(facts)
  })

  it('[O6] page sizes are those a reader shows: A0, turned, cropped, magnified', async () => {
    const bytes = await written((pdf) => {
      pdf.addPage([2384, 3370])
      pdf.addPage(a4).setRotation(degrees(90))
      pdf.addPage(a4).setCropBox(100, 100, 200, 300)
      pdf.addPage(a4).node.set(PDFName.of('UserUnit'), pdf.context.obj(2))
    })
    const pageSizes = [
      [2384, 3370],
      [842, 595],
      [200, 300],
      [1190, 1684],
    ]
    expect(await inspect(bytes)).toEqual({ ok: true, value: { pages: 4, pageSizes } })
  })

  it('[O6] an action that only opens a page, and a link to an address', async () => {
    const page = '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://chinhphu.vn)>>>>]'
    const bytes = rawPdf(onePage({ catalog: '/OpenAction[3 0 R/Fit]', page }))
    expect(await inspect(bytes)).toMatchObject({ ok: true })
  })

  it('[O6] a document signed or changed by an incremental update', async () => {
    const pdf = await PDFDocument.load(await written((made) => made.addPage(a4)), {
      forIncrementalUpdate: true,
    })
    pdf.addPage(a4)
    expect(await inspect(await pdf.save())).toMatchObject({ ok: true, value: { pages: 2 } })
  })

  it('[O6] the words of a forbidden thing in packed text are only text', async () => {
    const objects = [deflated('', Buffer.from('BT (/JavaScript /Launch /EF) Tj ET'))]
    expect(await inspect(rawPdf(onePage({ page: '/Contents 4 0 R', objects })))).toMatchObject({ ok: true })
  })
})

describe('[O6] JavaScript', () => {
  const javascript = { kind: 'javascript' }
  const action = '<</S/JavaScript/JS(app.alert(1))>>'

  it.each([
    ['opened with the document', onePage({ catalog: `/OpenAction ${action}` })],
    ['in an annotation', onePage({ page: `/Annots[<</Subtype/Link/Rect[0 0 9 9]/A ${action}>>]` })],
    ['as an additional action of a page', onePage({ page: `/AA<</O ${action}>>` })],
    [
      'in the outline',
      onePage({ catalog: '/Outlines 4 0 R', objects: [`<</First<</Title(a)/A ${action}>>>>`] }),
    ],
    ['with its name escaped', onePage({ catalog: '/OpenAction<</S/#4aava#53cript/J#53(app.alert(1))>>' })],
    ['as a key alone', onePage({ catalog: '/OpenAction 4 0 R', objects: ['<</S 5 0 R/JS(app.alert(1))>>'] })],
    ['in a rendition', onePage({ page: '/AA<</O<</S/Rendition/OP 0>>>>' })],
    ['in an object stream', onePage({ catalog: '/OpenAction 9 0 R', objects: [packedObjects(action)] })],
    [
      'in an object stream that does not say so',
      onePage({ objects: [deflated('/N 1/First 4', Buffer.from(`9 0 ${action}`))] }),
    ],
    [
      'in an object stream with a short filter name',
      onePage({
        objects: [stream('/Type/ObjStm/N 1/First 4/Filter/Fl', deflateSync(Buffer.from(`9 0 ${action}`)))],
      }),
    ],
    ['in a stream dictionary', onePage({ objects: [stream('/JS(app.alert(1))', Buffer.from('x'))] })],
  ])('[O6] %s', async (_, bodies) => {
    expect(await refused(rawPdf(bodies))).toEqual(javascript)
  })

  it('[O6] added by a library to the names of the document', async () => {
    expect(
      await refused(await written((pdf) => [pdf.addPage(a4), pdf.addJavaScript('a', 'app.alert(1)')])),
    ).toEqual(javascript)
  })

  it('[O6] in an object that a later one of the same number hides', async () => {
    const bytes = Buffer.from(
      rawPdf(onePage({ objects: ['<</S 5 0 R/JS(app.alert(1))>>', 'null'] })),
    ).toString('latin1')
    expect(await refused(text(bytes.replace('5 0 obj', '4 0 obj')))).toEqual(javascript)
  })

  it('[O6] in a comment between objects, which another reader may not take for one', async () => {
    const bytes = Buffer.from(rawPdf(onePage())).toString('latin1')
    expect(await refused(text(bytes.replace('%PDF-1.7\n', `%PDF-1.7\n%${action}`)))).toEqual(javascript)
  })
})

describe('[O6] other content that acts or hides', () => {
  it('[O6] an action that starts a program', async () => {
    const bytes = rawPdf(onePage({ catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' }))
    expect(await refused(bytes)).toEqual({ kind: 'launch-action' })
  })

  it.each([
    ['an attachment', (pdf: PDFDocument) => pdf.attach(text('x'), 'a.exe')],
    [
      'an annotation with a file',
      (pdf: PDFDocument) =>
        pdf.getPage(0).node.set(PDFName.of('Annots'), pdf.context.obj([{ FS: { EF: {} } }])),
    ],
    [
      'multimedia',
      (pdf: PDFDocument) => pdf.catalog.set(PDFName.of('Extra'), pdf.context.obj({ Subtype: 'RichMedia' })),
    ],
  ])('[O6] %s', async (_, change) => {
    const bytes = await written((pdf) => [pdf.addPage(a4), change(pdf)].at(1))
    expect(await refused(bytes)).toEqual({ kind: 'embedded-files' })
  })

  it('[O6] an XFA form', async () => {
    const bytes = await written((pdf) => {
      pdf.addPage(a4)
      pdf.catalog.set(PDFName.of('AcroForm'), pdf.context.obj({ Fields: [], XFA: PDFString.of('<xdp/>') }))
    })
    expect(await refused(bytes)).toEqual({ kind: 'xfa-form' })
  })

  it('[O6] encryption, whichever way it is written and whatever else is inside', async () => {
    const made = await PDFDocument.create()
    made.addPage(a4)
    made.addJavaScript('a', 'app.alert(1)')
    made.encrypt({ userPassword: 'mat-khau', ownerPassword: 'mat-khau' })
    expect(await refused(await made.save({ useObjectStreams: false }))).toEqual({ kind: 'encrypted' })
    const escaped = rawPdf(
      onePage({ catalog: '/OpenAction<</S/Launch>>' }),
      '/#45ncrypt<</Filter/Standard/V 2>>',
    )
    expect(await refused(escaped)).toEqual({ kind: 'encrypted' })
  })
})

describe('[O6] what is no document', () => {
  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><title>a.pdf</title>'],
    ['a web page with a PDF in it', `<html>%PDF-1.7\n`],
    ['an archive', 'PK\u0003\u0004%PDF-1.7'],
  ])('[O6] %s called .pdf', async (_, content) => {
    expect(await refused(text(content))).toEqual({ kind: 'not-a-pdf' })
  })

  it('[O6] garbage after a good beginning', async () => {
    const garbage = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) & 255)
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), garbage])
    expect(await refused(new Uint8Array(bytes))).toEqual({ kind: 'broken', part: 'end-of-file' })
  })

  it('[O6] a file cut short anywhere', async () => {
    const whole = await written((pdf) => Array.from({ length: 5 }, () => pdf.addPage(a4)))
    for (let length = 20; length < whole.length - 6; length += 37)
      expect(await refused(whole.subarray(0, length))).toEqual({ kind: 'broken', part: 'end-of-file' })
  })

  it('[O6] a cross-reference that is not where the end says', async () => {
    const bytes = Buffer.from(rawPdf(onePage())).toString('latin1')
    const moved = bytes.replace(/startxref\n\d+/, 'startxref\n20')
    expect(await refused(text(moved))).toEqual({ kind: 'broken', part: 'cross-reference' })
  })

  it('[O6] no page, and no tree of pages', async () => {
    const noPage = rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 7>>'])
    expect(await refused(noPage)).toEqual({ kind: 'no-pages' })
    expect(await refused(rawPdf(['<</Type/Catalog>>']))).toEqual({ kind: 'broken', part: 'page-tree' })
    const loop = rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>'])
    expect(await refused(loop)).toEqual({ kind: 'broken', part: 'page-tree' })
  })

  it.each(['[0 0 0 842]', '[0 0 99999 842]', '[0 0 1]', '(a4)'])('[O6] a page of size %s', async (box) => {
    expect(await refused(rawPdf(onePage({ page: `/MediaBox${box}` })))).toEqual({ kind: 'page-size' })
  })
})

describe('[O6] limits', () => {
  it('[O6] 2,000 pages are taken in and one more is not', async () => {
    const many = (count: number) =>
      rawPdf([
        '<</Type/Catalog/Pages 2 0 R>>',
        `<</Type/Pages/MediaBox[0 0 9 9]/Kids[${'<</Type/Page>>'.repeat(count)}]>>`,
      ])
    expect(await inspect(many(2000))).toMatchObject({ ok: true, value: { pages: 2000 } })
    expect(await refused(many(2001))).toEqual({ kind: 'too-many-pages', pages: 2001, limit: 2000 })
  })

  it('[O6] a file over the size allowed', async () => {
    const bytes = rawPdf(onePage())
    expect(await inspectPdf(bytes, { size: bytes.length - 1, pages: 1 })).toEqual({
      ok: false,
      error: { kind: 'too-large', size: bytes.length, limit: bytes.length - 1 },
    })
  })

  it('[O6] streams that unpack to more than any page holds', async () => {
    const unpackedSize = { kind: 'too-complex', limit: 'unpacked-size' }
    const zeros = deflateSync(Buffer.alloc(65 * 1024 * 1024))
    const objects = stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', zeros)
    expect(await refused(rawPdf(onePage({ objects: [objects] })))).toEqual(unpackedSize)
    const twice = stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(zeros))
    expect(await refused(rawPdf(onePage({ objects: [twice] })))).toEqual(unpackedSize)
  })

  it('[O6] a filter nobody uses for objects', async () => {
    const objects = [packedObjects('null', '/DecodeParms<</Predictor 12/Columns 4>>')]
    expect(await refused(rawPdf(onePage({ objects })))).toEqual({ kind: 'broken', part: 'object-stream' })
  })
})
