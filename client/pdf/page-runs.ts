import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Rect } from '../../shared/domain/annotation.ts'
import type { TextRun } from '../../shared/domain/page-text.ts'
import type { TextPiece } from './laid-text.ts'

/** How much of a line's height lies under the letters' feet. */
const underFeet = 0.2

/** The words of a page in the order of the file, each with its box in the page's own units. */
export async function pageRuns(page: Pick<PDFPageProxy, 'getTextContent'>): Promise<TextRun[]> {
  const { items } = await page.getTextContent()
  const runs: TextRun[] = []
  let isJoined = false
  for (const item of items) {
    if (!('str' in item)) continue
    const { str: text, hasEOL, width, height } = item
    if (text.trim() !== '') {
      const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = item.transform.map(Number)
      runs.push({ text, box: boxOf({ along: [a, b], up: [c, d], at: [x, y] }, width, height), isJoined })
    }
    // The library says where there is a gap by a piece of nothing but space.
    isJoined = !hasEOL && (text === '' ? isJoined : text.trim() !== '')
  }
  return runs
}

/** As the layer of text over the page is made of them. */
export async function textPieces(page: PDFPageProxy): Promise<TextPiece[]> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  return items.flatMap((item) => ('str' in item ? [item] : []))
}

type Direction = [number, number]

/** @param line where it begins, and which way it runs: pages hold turned lines, too */
function boxOf(
  { along, up, at: [x, y] }: { along: Direction; up: Direction; at: Direction },
  width: number,
  height: number,
): Rect {
  const [ax, ay] = unit(along)
  const [ux, uy] = unit(up)
  const corners = [0, width].flatMap((right) =>
    [-underFeet * height, (1 - underFeet) * height].map(
      (above): Direction => [x + ax * right + ux * above, y + ay * right + uy * above],
    ),
  )
  const xs = corners.map(([left]) => left)
  const ys = corners.map(([, bottom]) => bottom)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function unit([x, y]: Direction): Direction {
  const length = Math.hypot(x, y)
  return length === 0 ? [0, 0] : [x / length, y / length]
}
