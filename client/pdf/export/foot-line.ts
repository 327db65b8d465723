import { type PDFDocument, PDFHexString, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'
import type { Rect } from '../../../shared/domain/annotation.ts'
import type { PageShape } from './appearance.ts'
import { number, operator } from './operators.ts'
import type { TextWriter } from './text-writer.ts'

const footSize = 7.5
const margin = 10
const colour = '#4a4a4a'
/** Printed, and neither changed nor moved by who opens the file (ISO 32000-2, 12.5.3). */
const flags = 4 + 64 + 128

/** By how much the page is turned when it is shown: how its own points are turned so that the line is read upright. */
const matrices: Readonly<Record<PageShape['turn'], readonly number[]>> = {
  0: [1, 0, 0, 1, 0, 0],
  90: [0, 1, -1, 0, 0, 0],
  180: [-1, 0, 0, -1, 0, 0],
  270: [0, -1, 1, 0, 0, 0],
}

/**
 * Who took the file out, and when, at the foot of a page as it is shown. An annotation: the page itself stays as it was.
 * @returns null where there is nothing to say
 */
export function createFootLine(
  { context }: PDFDocument,
  words: string,
  writer: TextWriter,
  resources: PDFRef,
): ((page: PDFPage, shape: PageShape) => PDFRef) | null {
  const height = footSize * 1.4
  const written = writer.lines(words, footSize, Number.MAX_SAFE_INTEGER, { x: 0, y: height })
  if (written === null) return null
  const { width } = written
  const forms = new Map<PageShape['turn'], PDFRef>()
  const formFor = (turn: PageShape['turn']): PDFRef => {
    const made =
      forms.get(turn) ??
      context.register(
        context.flateStream(`${operator(colour, 'rg')}\n${written.operators}`, {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [0, 0, Number(number(width)), Number(number(height))],
          Matrix: [...matrices[turn]],
          Resources: resources,
        }),
      )
    forms.set(turn, made)
    return made
  }
  return (page, shape) =>
    context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Watermark',
        Rect: placeOf(shape, width, height),
        P: page.ref,
        F: flags,
        Contents: PDFHexString.fromText(words),
        AP: { N: formFor(shape.turn) },
      }),
    )
}

/** At the lower left as it is shown; smaller where the page is narrow. */
function placeOf({ crop: [left, bottom, right, top], turn }: PageShape, wide: number, high: number): Rect {
  const isUpright = turn === 0 || turn === 180
  const scale = Math.min(1, Math.max(0.1, (isUpright ? right - left : top - bottom) - 2 * margin) / wide)
  const [w, h] = [wide * scale, high * scale]
  switch (turn) {
    case 0:
      return [left + margin, bottom + margin, left + margin + w, bottom + margin + h]
    case 90:
      return [right - margin - h, bottom + margin, right - margin, bottom + margin + w]
    case 180:
      return [right - margin - w, top - margin - h, right - margin, top - margin]
    case 270:
      return [left + margin, top - margin - w, left + margin + h, top - margin]
  }
}
