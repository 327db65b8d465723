import { deflateSync } from 'node:zlib'
import type { PDFDocument } from '@cantoo/pdf-lib'
import {
  type PageMark,
  pageHeight,
  pageWidth,
  type RuleMark,
  type TextMark,
  type TextStyle,
} from '../../typeset/page-mark.ts'
import type { Typeface } from '../../typeset/typeface.ts'
import { type Bitmap, blacken, type Point, scanFill, whiteBitmap } from './bitmap.ts'
import { glyphOutline } from './glyph-outline.ts'
import { createDice, type Dice } from './seeded-dice.ts'

/** 150 dots an inch: small, and still read with ease. */
const dotsPerPoint = 150 / 72

/** Of the black dots, those the scanner missed. */
const missed = 0.03
const specks = 260

type Dots = readonly Point[]

/** Writes marks as a scanner would bring them: one image a page, a little askew, with specks; no text can be read back. */
export function createScannedPageWriter(pdf: PDFDocument, typeface: Typeface, seed: number) {
  const dice = createDice(seed)
  const dotsByLetter = new Map<string, Dots>()

  function dotsOf(style: TextStyle, size: number, character: string): Dots {
    const key = `${style}${size}${character}`
    const known = dotsByLetter.get(key)
    if (known) return known
    const { glyph } = typeface.letter(style, character)
    const dots: Point[] = []
    scanFill(glyphOutline(glyph, (size * dotsPerPoint) / unitsPerEm), (y, from, to) => {
      for (let x = from; x < to; x++) dots.push([x, y])
    })
    dotsByLetter.set(key, dots)
    return dots
  }

  function drawText(bitmap: Bitmap, mark: TextMark, turn: Turn): void {
    let x = mark.x
    for (const character of mark.text) {
      const [left, base] = turn([x, mark.y])
      for (const [dx, dy] of dotsOf(mark.style, mark.size, character))
        if (dice.next() >= missed) blacken(bitmap, Math.round(left) + dx, Math.round(base) + dy)
      x += typeface.letter(mark.style, character).advance * mark.size + (character === ' ' ? mark.gap : 0)
    }
  }

  return (marks: readonly PageMark[]) => {
    const bitmap = whiteBitmap(Math.round(pageWidth * dotsPerPoint), Math.round(pageHeight * dotsPerPoint))
    const turn = turnBy((dice.next() < 0.5 ? -1 : 1) * (0.004 + dice.next() * 0.006))
    for (const mark of marks) {
      if (mark.kind === 'text') drawText(bitmap, mark, turn)
      else drawRule(bitmap, mark, turn)
    }
    dirty(bitmap, dice)
    const image = pdf.context.stream(deflateSync(bitmap.bits), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: bitmap.width,
      Height: bitmap.height,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 1,
      Filter: 'FlateDecode',
    })
    const draw = pdf.context.stream(`q ${pageWidth} 0 0 ${pageHeight} 0 0 cm /Scan Do Q`)
    return {
      resources: pdf.context.register(pdf.context.obj({ XObject: { Scan: pdf.context.register(image) } })),
      contents: pdf.context.register(draw),
    }
  }
}

/** Of Be Vietnam Pro. */
const unitsPerEm = 1000

/** From points on the page to dots on the scan. */
type Turn = (point: Point) => Point

/** @param angle radians; a page laid on the glass by hand is off by a quarter to half a degree. */
function turnBy(angle: number): Turn {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return ([x, y]) => {
    const [dx, dy] = [x - pageWidth / 2, y - pageHeight / 2]
    return [
      (pageWidth / 2 + dx * cos - dy * sin) * dotsPerPoint,
      (pageHeight / 2 + dx * sin + dy * cos) * dotsPerPoint,
    ]
  }
}

function drawRule(bitmap: Bitmap, mark: RuleMark, turn: Turn): void {
  const half = Math.max(mark.thickness, 0.9) / 2
  const [[x1, y1], [x2, y2]] = [mark.from, mark.to]
  const length = Math.hypot(x2 - x1, y2 - y1)
  const [nx, ny] = [((y2 - y1) / length) * half, ((x2 - x1) / length) * half]
  const corners: Point[] = [
    [x1 + nx, y1 - ny],
    [x2 + nx, y2 - ny],
    [x2 - nx, y2 + ny],
    [x1 - nx, y1 + ny],
  ]
  scanFill([corners.map(turn)], (y, from, to) => {
    for (let x = from; x < to; x++) blacken(bitmap, x, y)
  })
}

/** Specks anywhere, and the shadow of the paper's left edge. */
function dirty(bitmap: Bitmap, dice: Dice): void {
  for (let speck = 0; speck < specks; speck++) {
    const [x, y] = [dice.between(0, bitmap.width - 1), dice.between(0, bitmap.height - 1)]
    for (let dot = dice.between(1, 3); dot > 0; dot--) blacken(bitmap, x + (dot & 1), y + (dot >> 1))
  }
  for (let y = 0; y < bitmap.height; y++)
    for (let x = dice.between(0, 3); x > 0; x--) blacken(bitmap, x - 1, y)
}
