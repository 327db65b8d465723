import { deflateSync } from 'node:zlib'
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib'
import { type PageMark, pageHeight, type TextMark, type TextStyle } from './page-mark.ts'
import type { FacePart, Typeface } from './typeface.ts'

/** Writes marks as text that can be searched and copied, with the letters used embedded. */
export async function createTextPageWriter(
  pdf: PDFDocument,
  typeface: Typeface,
  pages: readonly PageMark[][],
  height = pageHeight,
) {
  const fonts = await embedFontsOf(pdf, typeface, pages)
  const resources = pdf.context.register(
    pdf.context.obj({ Font: Object.fromEntries([...fonts].map(([name, { font }]) => [name, font.ref])) }),
  )

  function code(style: TextStyle, part: FacePart, character: string): string {
    const face = fonts.get(fontName(style, part))
    if (!face) throw new Error(`face not embedded: ${style} ${part}`)
    const known = face.codes.get(character)
    if (known) return known
    const made = face.font.encodeText(character).asString()
    face.codes.set(character, made)
    return made
  }

  /** One text object a line. Each space carries its share of the justification, so that words stay words when read back. */
  function textOperators(mark: TextMark): string {
    const stretch = (-1000 * mark.gap) / mark.size
    let operators = `BT 1 0 0 1 ${round(mark.x)} ${round(height - mark.y)} Tm`
    let part: FacePart | null = null
    for (const character of mark.text) {
      const next = typeface.letter(mark.style, character).part
      if (next !== part) operators += `${part ? ']TJ' : ''} /${fontName(mark.style, next)} ${mark.size} Tf [`
      part = next
      operators += `<${code(mark.style, next, character)}>`
      if (character === ' ' && mark.gap > 0) operators += round(stretch)
    }
    return `${operators.replaceAll('><', '')}${part ? ']TJ' : ''} ET`
  }

  return (marks: readonly PageMark[]) => {
    const operators = marks.map((mark) =>
      mark.kind === 'text'
        ? textOperators(mark)
        : `${mark.thickness} w ${point(mark.from, height)} m ${point(mark.to, height)} l S`,
    )
    const packed = deflateSync(Buffer.from(operators.join('\n'), 'latin1'))
    return {
      resources,
      contents: pdf.context.register(pdf.context.stream(packed, { Filter: 'FlateDecode' })),
    }
  }
}

type Face = { readonly font: PDFFont; readonly codes: Map<string, string> }

async function embedFontsOf(pdf: PDFDocument, typeface: Typeface, pages: readonly PageMark[][]) {
  const fonts = new Map<string, Face>()
  for (const mark of pages.flat()) {
    if (mark.kind !== 'text') continue
    for (const character of new Set(mark.text)) {
      const { part } = typeface.letter(mark.style, character)
      const name = fontName(mark.style, part)
      if (fonts.has(name)) continue
      const options = { subset: true, customName: `${subsetTag(fonts.size)}+${typeface.name}-${name}` }
      const font = await pdf.embedFont(typeface.bytes(mark.style, part), options)
      fonts.set(name, { font, codes: new Map() })
    }
  }
  return fonts
}

/** Six capitals before the name of a subset (ISO 32000-2, 9.9.2). */
const subsetTag = (at: number) => `VNDOC${String.fromCharCode(65 + at)}`

const fontName = (style: TextStyle, part: FacePart) => `${style}-${part}`
const round = (value: number) => String(Math.round(value * 100) / 100)
const point = ([x, y]: readonly [number, number], height: number) => `${round(x)} ${round(height - y)}`
