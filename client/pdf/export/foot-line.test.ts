import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { flat, mark, means, near, needs, onDisk, readBack, run } from '../testing/read-back.ts'
import { exportPdf } from './export-pdf.ts'

test('[A5] every page says who took it out and when, upright however it is turned, and is otherwise as it was', async () => {
  const foot = 'Bộ trưởng Bộ Y tế · xuất lúc 24/11/2026 10:32'
  const pdf = await PDFDocument.create()
  for (const turn of [0, 90, 180, 270]) pdf.addPage([400, 600]).setRotation(degrees(turn))
  pdf.addPage([60, 60])
  const original = new Uint8Array(await pdf.save())
  const done = await exportPdf(original, [mark('b', { kind: 'bookmark' })], { ...means, foot })
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  const { bytes } = done.value
  expect(Buffer.from(bytes.subarray(0, original.length)).equals(Buffer.from(original))).toBe(true)
  const lines = await Promise.all(
    [1, 2, 3, 4, 5].map(async (page) =>
      (await readBack(bytes, page)).find(({ subtype }) => subtype === 'Watermark'),
    ),
  )
  for (const line of lines) {
    expect(line).toMatchObject({ contentsObj: { str: foot }, hasAppearance: true, annotationFlags: 196 })
  }
  const rects = lines.map((line) => flat(line?.rect))
  const [long, high] = [(rects[0]?.[2] ?? 0) - 10, (rects[0]?.[3] ?? 0) - 10]
  expect(long).toBeGreaterThan(12 * high)
  near(rects[0], [10, 10, 10 + long, 10 + high])
  near(rects[1], [390 - high, 10, 390, 10 + long])
  near(rects[2], [390 - long, 590 - high, 390, 590])
  near(rects[3], [10, 590 - long, 10 + high, 590])
  expect(rects[4]?.[2]).toBeCloseTo(50)
  if (needs('pdftoppm')) {
    // Of a page that is turned the line lies at the foot too: the lowest dots that are not paper.
    for (const page of ['1', '2', '3', '4']) {
      const ppm = run('pdftoppm', '-r', '36', '-f', page, '-l', page, '-singlefile', onDisk(bytes))
      const [, width = 0, height = 0] = /^P6\s+(\d+)\s+(\d+)/.exec(ppm.toString('latin1'))?.map(Number) ?? []
      const dots = ppm.subarray(-3 * width * height)
      const dark = [...dots.keys()].filter((at) => at % 3 === 0 && (dots[at] ?? 255) < 200)
      const rows = dark.map((at) => Math.floor(at / 3 / width)).filter((row) => row > 40)
      expect(Math.min(...rows)).toBeGreaterThan(height - 16)
    }
  }
})
