import { create } from '@cantoo/fontkit'
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import { lineHeight, wrapLines } from '../mark-shapes.ts'
import { number, type Point } from './operators.ts'

/** Writes words with letters embedded in the file, so that they look the same everywhere. */
export type TextWriter = {
  /**
   * Wrapped to a width, downward from the upper left corner.
   * @returns null where there is nothing to be seen
   */
  lines(text: string, size: number, width: number, corner: Point): Written | null
  /** Name in the resources, and the font. */
  fonts(): [string, PDFFont][]
}

type Written = { operators: string; width: number; height: number }
type Face = { name: string; font: PDFFont; codes: Map<string, string> }

/** Stands for a letter that no face has. */
const unknown = '?'

/**
 * @param files of one typeface, each with its part of the letters: earlier ones first
 * @param texts everything that will be written: only the faces that are needed go into the file
 */
export async function createTextWriter(
  pdf: PDFDocument,
  files: readonly Bytes[],
  texts: readonly string[],
): Promise<TextWriter> {
  const letters = [...new Set(texts.flatMap((text) => [...tidy(text)])), unknown, ' ']
  const places = new Map<string, { face: number; advance: number }>()
  for (const [face, file] of files.entries()) {
    const font = create(file)
    if (!('glyphForCodePoint' in font)) continue
    for (const letter of letters) {
      const code = letter.codePointAt(0) ?? 0
      if (places.has(letter) || !font.hasGlyphForCodePoint(code)) continue
      const glyph = font.glyphForCodePoint(code)
      if (glyph) places.set(letter, { face, advance: glyph.advanceWidth / font.unitsPerEm })
    }
  }
  const placeOf = (letter: string) => places.get(letter) ?? places.get(unknown)
  const needed = new Set(texts.length === 0 ? [] : letters.map((letter) => placeOf(letter)?.face))
  const faces = new Map<number, Face>()
  for (const [at, file] of files.entries()) {
    if (!needed.has(at)) continue
    const customName = `NOTES${String.fromCharCode(65 + at)}+BeVietnamPro-Medium`
    const font = await pdf.embedFont(file, { subset: true, customName })
    faces.set(at, { name: `F${at}`, font, codes: new Map() })
  }

  const widthOf = (text: string) =>
    [...text].reduce((sum, letter) => sum + (placeOf(letter)?.advance ?? 0), 0)

  function code({ font, codes }: Face, letter: string): string {
    const known = codes.get(letter)
    if (known) return known
    const made = font.encodeText(places.has(letter) ? letter : unknown).asString()
    codes.set(letter, made)
    return made
  }

  function line(text: string, size: number): string {
    let operators = ''
    let last: Face | null = null
    for (const letter of text) {
      const face = faces.get(placeOf(letter)?.face ?? -1)
      if (!face) continue
      if (face !== last) operators += `${last ? '> Tj ' : ''}/${face.name} ${number(size)} Tf <`
      operators += code(face, letter)
      last = face
    }
    return last ? `${operators}> Tj` : ''
  }

  return {
    lines(text, size, width, corner) {
      const words = tidy(text)
      if (words.trim() === '') return null
      const lines = wrapLines((part) => widthOf(part) * size, words, width)
      const operators = lines.map((each, i) => {
        const y = corner.y - size - i * size * lineHeight
        return `1 0 0 1 ${number(corner.x)} ${number(y)} Tm ${line(each, size)}`
      })
      return {
        operators: `BT\n${operators.join('\n')}\nET`,
        width: Math.max(...lines.map((each) => widthOf(each) * size)),
        height: size * (1 + lineHeight * (lines.length - 1)) + size * (lineHeight - 1),
      }
    },
    fonts: () => [...faces.values()].map(({ name, font }) => [name, font]),
  }
}

const tidy = (text: string) => cleanText(text).replace(/[^\S\n]/g, ' ')
