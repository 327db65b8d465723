import { degrees, PDFDocument, PDFName, PDFRawStream, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import { loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../shared/lib/time.ts'
import { DocumentPages, DocumentText } from '../../shared/protocol/document-files.ts'
import { makeDocument } from '../demo/documents/make-document.ts'
import { type ReadPages, readPages } from './read-pages.ts'
import { onePage, rawPdf, stream } from './testing/raw-pdf.ts'

const read = (bytes: Uint8Array, skip: number[] = []) => readPages(bytes, new Set(skip), () => {})

async function written(change: (pdf: PDFDocument) => unknown): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  await change(pdf)
  return pdf.save({ addDefaultPage: false })
}

const a4: [number, number] = [595, 842]
const day = parseDay('2026-03-02')
const paper = (kind: 'submission' | 'scan', pages: number) => {
  if (day === null) throw new Error('no day')
  return makeDocument({
    kind,
    title: 'Về dữ liệu',
    agency: 'Bộ Y tế',
    number: '1/TTr-BYT',
    day,
    pages,
    seed: 1,
  })
}

/** Pictures of a document, opened again from its packs. */
const pictures = ({ pages, packs }: ReadPages) =>
  Promise.all(
    pages.pages.map(async ({ thumb }) => {
      const bytes = thumb && packs[thumb.pack]?.subarray(thumb.from, thumb.to)
      if (!bytes) return null
      const { width, height } = await loadImage(Buffer.from(bytes))
      return { width, height, bytes: bytes.length }
    }),
  )

const inFont = (font: string, text: Buffer) =>
  rawPdf(
    onePage({
      page: '/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R',
      objects: [
        `<</Type/Font/Subtype/TrueType/BaseFont/${font}/Encoding/WinAnsiEncoding>>`,
        stream('', Buffer.concat([Buffer.from('BT /F 12 Tf 50 700 Td ('), text, Buffer.from(') Tj ET')])),
      ],
    }),
  )

describe('a paper of a ministry', () => {
  it('[D1] has text with all its letters, and a small picture of every page', async () => {
    const found = await read(await paper('submission', 3))
    expect(DocumentPages.parse(found.pages)).toEqual(found.pages)
    expect(DocumentText.parse(found.text)).toEqual(found.text)
    expect(found.text.pages[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(found.text.pages[0]).toContain('Độc lập - Tự do - Hạnh phúc')
    for (const text of found.text.pages) expect(text).toBe(text?.normalize('NFC'))
    for (const picture of await pictures(found)) {
      expect(picture).toMatchObject({ width: 212, height: 300 })
      expect(picture?.bytes).toBeLessThanOrEqual(10_000)
    }
  })

  it('[D1] that was scanned has pictures and says that it has no text', async () => {
    const found = await read(await paper('scan', 1))
    expect(found.text.pages).toEqual([null])
    expect((await pictures(found))[0]?.bytes).toBeGreaterThan(500)
  })

  it('in fonts from before Unicode is read as Unicode', async () => {
    const tcvn3 = Buffer.from('4e67 68de 20 ae de 6e 68 20 74 ad ed 6e 67'.replaceAll(' ', ''), 'hex')
    expect((await read(inFont('ABCDEF+.VnTime', tcvn3))).text.pages).toEqual(['Nghị định tướng'])
    const vni = Buffer.from('Thuû töôùng Chính phuû', 'latin1')
    expect((await read(inFont('VNI-Times', vni))).text.pages).toEqual(['Thủ tướng Chính phủ'])
    expect((await read(inFont('Arial', vni))).text.pages).toEqual(['Thuû töôùng Chính phuû'])
  })
})

describe('pages and titles', () => {
  it('are told as a reader shows them: turned, cropped, A0', async () => {
    const found = await read(
      await written((pdf) => {
        pdf.addPage([2384, 3370])
        pdf.addPage(a4).setRotation(degrees(90))
        pdf.addPage(a4).setRotation(degrees(-90))
        pdf.addPage(a4).setCropBox(100, 100, 200, 300)
        pdf.addPage([14_000, 3])
      }),
    )
    expect(found.pages.pages.map(({ width, height, turn }) => [width, height, turn])).toEqual([
      [2384, 3370, 0],
      [842, 595, 90],
      [842, 595, 270],
      [200, 300, 0],
      [14_000, 3, 0],
    ])
    const sizes = (await pictures(found)).map((picture) => [picture?.width, picture?.height])
    expect(sizes).toEqual([
      [212, 300],
      [300, 212],
      [300, 212],
      [200, 300],
      [300, 1],
    ])
  })

  it('titles are composed, flat, and lead to their pages; labels are told where they differ', async () => {
    const bytes = await written((pdf) => {
      const pages = [pdf.addPage(a4), pdf.addPage(a4)]
      const { context } = pdf
      const [root, first, inner] = [context.nextRef(), context.nextRef(), context.nextRef()]
      const title = (text: string) => PDFString.of(text)
      context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: first, Count: 2 }))
      const dest = [pages[1]?.ref ?? null, 'Fit']
      context.assign(
        first,
        context.obj({ Title: title('Phan 1'), Parent: root, First: inner, Last: inner, Dest: dest }),
      )
      context.assign(inner, context.obj({ Title: title('nowhere'), Parent: first, Dest: title('none') }))
      pdf.catalog.set(PDFName.of('Outlines'), root)
      pdf.catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, { S: 'r' }] }))
    })
    const { pages } = await read(bytes)
    expect(pages.outline).toEqual([
      { level: 0, title: 'Phan 1', page: 2 },
      { level: 1, title: 'nowhere', page: null },
    ])
    expect(pages.labels).toEqual(['i', 'ii'])
  })

  it('words from right to left come in the order in which they are read', async () => {
    const bytes = rawPdf(
      onePage({
        page: '/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R',
        objects: [
          '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/afii57664/afii57665/afii57666]>>>>',
          stream('', Buffer.from('BT /F 12 Tf 50 700 Td (CBA) Tj ET')),
        ],
      }),
    )
    expect((await read(bytes)).text.pages).toEqual(['\u05d0\u05d1\u05d2'])
  })

  it('show what a form was filled with', async () => {
    const form = await written(async (pdf) => {
      const page = pdf.addPage(a4)
      const field = pdf.getForm().createTextField('name')
      field.setText('Nguyen Van A')
      field.addToPage(page, {
        x: 50,
        y: 700,
        width: 200,
        height: 30,
        font: await pdf.embedFont(StandardFonts.Helvetica),
      })
    })
    const found = await read(form)
    expect(found.pages.pages[0]).toMatchObject({ isBroken: false })
    const empty = await read(await written((pdf) => pdf.addPage(a4)))
    expect(found.packs[0]).not.toEqual(empty.packs[0])
  })
})

describe('[O6] what is broken', () => {
  it('is passed over where it is named', async () => {
    const found = await read(await written((pdf) => [pdf.addPage(a4), pdf.addPage(a4)]), [1])
    expect(found.pages.pages.map(({ isBroken }) => isBroken)).toEqual([true, false])
  })

  it('is mended where the library can, and else refused as a whole', async () => {
    const whole = await written((pdf) => [pdf.addPage(a4), pdf.addPage(a4)])
    const text = Buffer.from(whole).toString('latin1')
    const xrefBroken = Buffer.from(text.replace(/startxref\s+\d+/, 'startxref 7'), 'latin1')
    expect((await read(new Uint8Array(xrefBroken))).pages.pages).toHaveLength(2)
    await expect(read(whole.slice(0, 40))).rejects.toThrow()
    await expect(read(new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\n')))).rejects.toThrow()
    const none = rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'])
    await expect(read(none)).rejects.toThrow()
  })
})

describe('a page whose drawing is damaged in the file', () => {
  const damaged = async (spoil: (drawing: Uint8Array) => Uint8Array) => {
    const pdf = await PDFDocument.load(await paper('submission', 3))
    const { node } = pdf.getPage(1)
    const drawing = node.lookup(PDFName.of('Contents'))
    if (!(drawing instanceof PDFRawStream)) throw new Error('no drawing')
    node.set(
      PDFName.of('Contents'),
      pdf.context.register(PDFRawStream.of(drawing.dict, spoil(drawing.getContents().slice()))),
    )
    return await read(await pdf.save())
  }
  const broken = ({ pages }: ReadPages) => pages.pages.map(({ isBroken }) => isBroken)

  it('[D4] is told, whether all of it is lost or its second half; the others are read', async () => {
    const whole = await damaged((drawing) => drawing.fill(0x5a))
    expect(broken(whole)).toEqual([false, true, false])
    expect(whole.text.pages.map((text) => text === null)).toEqual([false, true, false])
    const half = await damaged((drawing) =>
      drawing.map((byte, at) => (at > drawing.length / 2 ? byte ^ 0x5a : byte)),
    )
    expect(broken(half)).toEqual([false, true, false])
  })

  it('[D4] is told of a scan whose image cannot be unpacked: nothing would be seen of it', async () => {
    const pdf = await PDFDocument.load(await paper('scan', 2))
    for (const [ref, image] of pdf.context.enumerateIndirectObjects()) {
      if (
        !(image instanceof PDFRawStream) ||
        image.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Image')
      )
        continue
      pdf.context.assign(ref, PDFRawStream.of(image.dict, image.getContents().slice().fill(0x5a)))
      break
    }
    expect(broken(await read(await pdf.save()))).toEqual([true, false])
  })

  it('[D4] is none where only the sum at its end is wrong, or that end is missing', async () => {
    expect(broken(await damaged((drawing) => drawing.fill(0, drawing.length - 4)))).toEqual([
      false,
      false,
      false,
    ])
    expect(broken(await damaged((drawing) => drawing.slice(0, -4)))).toEqual([false, false, false])
  })
})
