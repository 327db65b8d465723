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

  const written = new Map<string, readonly Segment[]>()
  /** A word as its letters' codes, face by face; syllables come back thousands of times. */
  function segmentsOf(style: TextStyle, word: string): readonly Segment[] {
    const key = `${style}/${word}`
    const known = written.get(key)
    if (known) return known
    const segments: Segment[] = []
    for (const character of word) {
      const { part } = typeface.letter(style, character)
      const last = segments.at(-1)
      const codes = code(style, part, character)
      if (last?.part === part) last.codes += codes
      else segments.push({ part, codes })
    }
    if (written.size < keptWords) written.set(key, segments)
    return segments
  }

  /** One text object a line. Each space carries its share of the justification, so that words stay words when read back. */
  function textOperators(mark: TextMark): string {
    const stretch = (-1000 * mark.gap) / mark.size
    let operators = `BT 1 0 0 1 ${round(mark.x)} ${round(height - mark.y)} Tm`
    let part: FacePart | null = null
    const write = (word: string) => {
      for (const { part: next, codes } of segmentsOf(mark.style, word)) {
        if (next !== part)
          operators += `${part ? ']TJ' : ''} /${fontName(mark.style, next)} ${mark.size} Tf [`
        part = next
        operators += `<${codes}>`
      }
    }
    for (const [at, word] of mark.text.split(' ').entries()) {
      if (at > 0) {
        write(' ')
        if (mark.gap > 0) operators += round(stretch)
      }
      write(word)
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

/** Of one file of the face. */
type Segment = { readonly part: FacePart; codes: string }

const keptWords = 50_000

type Face = { readonly font: PDFFont; readonly codes: Map<string, string> }

async function embedFontsOf(pdf: PDFDocument, typeface: Typeface, pages: readonly PageMark[][]) {
  const fonts = new Map<string, Face>()
  for (const { style, character } of lettersOn(pages)) {
    const { part } = typeface.letter(style, character)
    const name = fontName(style, part)
    if (fonts.has(name)) continue
    const options = { subset: true, customName: `${subsetTag(fonts.size)}+${typeface.name}-${name}` }
    const font = await pdf.embedFont(typeface.bytes(style, part), options)
    fonts.set(name, { font, codes: new Map() })
  }
  return fonts
}

/** Each letter of each style once, in the order in which they come. */
function* lettersOn(pages: readonly PageMark[][]): Iterable<{ style: TextStyle; character: string }> {
  const seen = new Map<TextStyle, Set<string>>()
  for (const page of pages) {
    for (const mark of page) {
      if (mark.kind !== 'text') continue
      const { style, text } = mark
      const known = seen.get(style) ?? new Set()
      seen.set(style, known)
      for (const character of text) {
        if (known.has(character)) continue
        known.add(character)
        yield { style, character }
      }
    }
  }
}

/** Six capitals before the name of a subset (ISO 32000-2, 9.9.2). */
const subsetTag = (at: number) => `VNDOC${String.fromCharCode(65 + at)}`

const fontName = (style: TextStyle, part: FacePart) => `${style}-${part}`
const round = (value: number) => String(Math.round(value * 100) / 100)
const point = ([x, y]: readonly [number, number], height: number) => `${round(x)} ${round(height - y)}`
