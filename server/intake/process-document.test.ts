import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { fromUtf8 } from '../../shared/lib/bytes.ts'
import { DocumentPages } from '../../shared/protocol/document-files.ts'
import type { IntakeStep } from '../app/document-intake-port.ts'
import { openPdf } from './open-pdf.ts'
import { drawPage } from './page-thumbnail.ts'
import { createProcessDocument } from './process-document.ts'
import { defaultChildLimits } from './run-child.ts'
import { onePage, rawPdf, stream } from './testing/raw-pdf.ts'
import { slowScan } from './testing/slow-scan.ts'

const never = new AbortController().signal
const steps: IntakeStep[] = []
const process = (bytes: Uint8Array, limits = {}, stopping = never) =>
  createProcessDocument({ ...defaultChildLimits, priority: 0, ...limits })(bytes, {
    onProgress: (step) => steps.push(step),
    stopping,
  })

/** Forms that show the next ten times over: a page that would be drawn for years. */
function endlessPage(): Uint8Array {
  const levels = Array.from({ length: 12 }, (_, i) => {
    const next = `/Resources<</XObject<</N ${8 + i} 0 R>>>>`
    return stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]${next}`, Buffer.from('/N Do '.repeat(10)))
  })
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3/MediaBox[0 0 595 842]>>',
    '<</Type/Page/Parent 2 0 R>>',
    '<</Type/Page/Parent 2 0 R/Contents 6 0 R/Resources<</XObject<</N 7 0 R>>>>>>',
    '<</Type/Page/Parent 2 0 R>>',
    stream('', Buffer.from('/N Do')),
    ...levels,
    stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]', Buffer.from('0 0 9 9 re f')),
  ])
}

async function lookOf(bytes: Uint8Array) {
  const page = await (await openPdf(bytes)).getPage(1)
  const viewport = page.getViewport({ scale: 0.1 })
  const canvas = await drawPage(page, viewport)
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  const dark = data.filter((_, i) => i % 4 === 0).filter((red) => red < 128).length
  return {
    width: canvas.width,
    height: canvas.height,
    turn: page.rotate,
    dark: Math.round((20 * dark * 4) / data.length) / 20,
  }
}

// Processes take their time to start on a busy machine.
const patience = { timeout: 90_000 }

describe('a document in a process of its own', patience, () => {
  it.each(['CCITTFaxDecode', 'JBIG2Decode'] as const)(
    'a scan of %s gets a copy that looks the same and is drawn at once',
    async (filter) => {
      const scan = slowScan(filter)
      steps.length = 0
      const made = await process(scan.slice())
      expect(made.files.map(({ kind }) => kind)).toEqual(['pages', 'text', 'thumbs', 'copy'])
      expect([made.noText, made.broken, made.faults]).toEqual([[1], [], []])
      expect(steps).toContainEqual({ step: 'copy', done: 1, of: 1 })
      const copy = made.files.at(-1)?.bytes ?? scan
      expect(Buffer.from(copy).toString('latin1')).toContain('/DCTDecode')
      const look = await lookOf(scan.slice())
      expect(look).toEqual({ width: 84, height: 60, turn: 90, dark: 0.25 })
      expect(await lookOf(copy)).toEqual(look)
    },
  )

  it('with nothing slow in it gets no copy', async () => {
    const made = await process(rawPdf(onePage()))
    expect(made.files.map(({ kind }) => kind)).toEqual(['pages', 'text', 'thumbs'])
  })

  it('[O6] a page that never ends is passed over, and the others come', async () => {
    const made = await process(endlessPage(), { stepMs: 1500 })
    expect([made.broken, made.faults]).toEqual([[2], []])
    const pages = DocumentPages.parse(JSON.parse(fromUtf8(new Uint8Array(made.files[0]?.bytes ?? []))))
    expect(pages.pages.map(({ thumb }) => thumb !== null)).toEqual([true, false, true])
  })

  it('[O6] what cannot be opened, or takes too much, is a fault and no error', async () => {
    const faultOf = async (bytes: Uint8Array, limits = {}) => (await process(bytes, limits)).faults
    const png = createCanvas(9, 9).toBuffer('image/png')
    expect(await faultOf(new Uint8Array(png))).toEqual([{ kind: 'pages', fault: 'unreadable' }])
    expect(await faultOf(rawPdf(onePage()), { memoryMb: 40 })).toEqual([
      { kind: 'pages', fault: 'too-much-memory' },
    ])
    expect(await faultOf(rawPdf(onePage()), { timeMs: 10 })).toEqual([{ kind: 'pages', fault: 'too-long' }])
  })

  it('ends with the server', async () => {
    const stopping = new AbortController()
    const running = process(endlessPage(), {}, stopping.signal)
    stopping.abort(new Error('the server stops'))
    await expect(running).rejects.toThrow('the server stops')
  })
})

describe('a copy', patience, () => {
  it('[D1] keeps boxes, links and hidden words of the original', async () => {
    const pdf = await PDFDocument.load(slowScan('CCITTFaxDecode'))
    const page = pdf.getPage(0)
    page.setCropBox(10, 20, 500, 700)
    page.node.set(
      PDFName.of('Annots'),
      pdf.context.obj([{ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9] }]),
    )
    page.drawText('hidden', { x: 100, y: 100, size: 12 })
    const made = await process(await pdf.save())
    const copy = made.files.find(({ kind }) => kind === 'copy')?.bytes
    expect(made.noText).toEqual([])
    const opened = await openPdf(copy ?? new Uint8Array())
    const shown = await opened.getPage(1)
    expect(shown.view).toEqual([10, 20, 510, 720])
    expect(await shown.getAnnotations()).toHaveLength(1)
    expect((await shown.getTextContent()).items).toMatchObject([{ str: 'hidden' }])
  })
})
