import { type PDFContext, type PDFDict, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { AnnotationKind, Rect } from '../../../shared/domain/annotation.ts'
import type { Instant } from '../../../shared/lib/time.ts'
import type { ShownMark } from '../mark.ts'
import { strokePoints } from '../mark-hits.ts'
import { highlightAlpha } from '../mark-shapes.ts'
import { type Appearance, hasArea, movedQuad } from './appearance.ts'
import { channels } from './operators.ts'

/** A mark as it goes out: with whose it is, and since when. */
export type ExportMark = ShownMark & { author: string; createdAt: Instant; modifiedAt: Instant | null }

const subtypes: Readonly<Record<AnnotationKind, string>> = {
  highlight: 'Highlight',
  underline: 'Underline',
  strike: 'StrikeOut',
  ink: 'Ink',
  text: 'FreeText',
  note: 'Text',
  bookmark: 'Text',
}

/** To be seen on paper too (ISO 32000-2, 12.5.3). */
const printed = 4

type Parts = { mark: ExportMark; appearance: Appearance; form: PDFRef; page: PDFRef; words: string }

/** The annotation of ISO 32000-2, 12.5.6, that a mark is. */
export function annotationDict(context: PDFContext, parts: Parts): PDFDict {
  const { mark, appearance, form, page, words } = parts
  const { geometry, id, author, createdAt, modifiedAt } = mark
  const dict = context.obj({
    Type: 'Annot',
    Subtype: subtypes[geometry.kind],
    Rect: appearance.box.map(rounded),
    P: page,
    F: printed,
    NM: text(id),
    T: text(author),
    Contents: text(words),
    CreationDate: date(createdAt),
    M: date(modifiedAt ?? createdAt),
    CA: geometry.kind === 'highlight' ? highlightAlpha : 1,
    AP: { N: form },
    ...ownEntries(mark),
  })
  // In a FreeText it would be the colour of the ground.
  if (geometry.kind !== 'text') dict.set(PDFName.of('C'), context.obj(channels(mark.colour)))
  if (geometry.kind === 'text') {
    const [r, g, b] = channels(mark.colour)
    dict.set(PDFName.of('DA'), PDFString.of(`/Helv ${geometry.size} Tf ${r} ${g} ${b} rg`))
  }
  return dict
}

type Entry = string | number | number[] | number[][] | { W: number }

function ownEntries({ geometry, width, dx, dy }: ExportMark): Record<string, Entry> {
  switch (geometry.kind) {
    case 'highlight':
    case 'underline':
    case 'strike': {
      const quads = geometry.quads.map((quad) => movedQuad(quad, dx, dy)).filter(hasArea)
      return { QuadPoints: quads.flat().map(rounded) }
    }
    case 'ink':
      return {
        InkList: geometry.strokes
          .map((stroke) => strokePoints(stroke).flatMap(({ x, y }) => [rounded(x + dx), rounded(y + dy)]))
          .filter((points) => points.length > 0),
        BS: { W: rounded(width) },
      }
    case 'text':
      return { IT: 'FreeTextTypeWriter', BS: { W: 0 }, Q: 0 }
    case 'note':
      return { Name: 'Note' }
    case 'bookmark':
      return { Name: 'Bookmark' }
  }
}

/** The window with a mark's words that a reader opens beside it. */
export const popupDict = (context: PDFContext, parent: PDFRef, page: PDFRef, [, , right, top]: Rect) =>
  context.obj({
    Type: 'Annot',
    Subtype: 'Popup',
    Rect: [right, top - 120, right + 200, top].map(rounded),
    P: page,
    Parent: parent,
    Open: false,
  })

const rounded = (value: number) => Math.round(value * 1000) / 1000

/** UTF-16BE with a byte order mark: every reader knows it. */
const text = (value: string) => PDFHexString.fromText(value)

const date = (at: Instant) =>
  PDFString.of(`D:${new Date(at).toISOString().replace(/\..*$/, '').replace(/[-:T]/g, '')}Z`)
