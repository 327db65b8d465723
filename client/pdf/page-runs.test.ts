import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { pageText } from '../../shared/domain/page-text.ts'
import { pageRuns } from './page-runs.ts'

test('[A4] letters of one word from several fonts are one word; gaps and new lines part words', async () => {
  const pdf = await PDFDocument.create()
  const sheet = pdf.addPage([300, 300])
  const fonts = [
    await pdf.embedFont(StandardFonts.Helvetica),
    await pdf.embedFont(StandardFonts.HelveticaOblique),
  ]
  const lines = [
    ['Th', 'am ', 'dinh'],
    ['gia', '  tai', ' san'],
  ]
  for (const [row, pieces] of lines.entries()) {
    let x = 40
    for (const [at, piece] of pieces.entries()) {
      const font = fonts[at % 2]
      if (!font) continue
      sheet.drawText(piece, { x, y: 200 - row * 20, size: 12, font })
      x += font.widthOfTextAtSize(piece, 12)
    }
  }
  const task = getDocument({ data: await pdf.save(), verbosity: 0 })
  try {
    const runs = await pageRuns(await (await task.promise).getPage(1))
    expect(runs.length).toBeGreaterThan(lines.length)
    const { folded, quads } = pageText(runs)
    expect(folded.trim()).toBe('tham dinh gia tai san')
    const [over] = quads(0, 'tham'.length)
    expect(over?.[0]).toBeCloseTo(40, 0)
    expect(quads(0, 'tham dinh gia'.length)).toHaveLength(2)
  } finally {
    await task.destroy()
  }
})
