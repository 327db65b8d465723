import { readFile } from 'node:fs/promises'
import { create, type Font, type Glyph } from '@cantoo/fontkit'
import type { TextStyle } from './page-mark.ts'

/** A face of a package that comes in several files: Latin letters, those only Vietnamese has, and so on. */
export type FaceFiles = {
  /** As it stands in the names of what is embedded: "Tinos". */
  readonly name: string
  /** A letter is taken from the first of them that has it. */
  readonly parts: readonly [FacePart, ...FacePart[]]
  readonly styles: readonly TextStyle[]
  /** @param style as files are named: "400-italic" */
  file(part: FacePart, style: string): URL
}

export type FacePart = 'latin' | 'latin-ext' | 'vietnamese' | 'greek' | 'cyrillic'

export type Letter = {
  readonly part: FacePart
  readonly glyph: Glyph
  /** Of the type size. */
  readonly advance: number
  /** None of the face's files has it. */
  readonly isMissing: boolean
}

/** Syllables come back thousands of times; what is counted, once each. */
const keptWords = 50_000
const keptLength = 24

export type Typeface = Awaited<ReturnType<typeof loadTypeface>>

const fileStyles: Record<TextStyle, string> = {
  regular: '400-normal',
  bold: '700-normal',
  italic: '400-italic',
  'bold-italic': '700-italic',
}

export async function loadTypeface({ name, parts, styles, file }: FaceFiles) {
  const faces = new Map<string, { bytes: Uint8Array; font: Font }>()
  for (const style of styles) {
    for (const part of parts) {
      const address = file(part, fileStyles[style])
      const bytes = new Uint8Array(await readFile(address))
      const font = create(bytes)
      if (!('glyphForCodePoint' in font)) throw new Error(`not a single font: ${address}`)
      faces.set(style + part, { bytes, font })
    }
  }
  const face = (style: TextStyle, part: FacePart) => {
    const found = faces.get(style + part)
    if (!found) throw new Error(`no face ${style} ${part}`)
    return found
  }
  const partWith = (style: TextStyle, code: number) =>
    parts.find((each) => face(style, each).font.hasGlyphForCodePoint(code))

  const letters: Record<TextStyle, Map<string, Letter>> = {
    ...{ regular: new Map(), bold: new Map(), italic: new Map(), 'bold-italic': new Map() },
  }
  function letter(style: TextStyle, character: string): Letter {
    const known = letters[style].get(character)
    if (known) return known
    const code = character.codePointAt(0) ?? 0
    const found = partWith(style, code)
    const part = found ?? parts[0]
    const { font } = face(style, part)
    const glyph = font.glyphForCodePoint(code)
    if (!glyph) throw new Error(`no glyph for ${character}`)
    const advance = glyph.advanceWidth / font.unitsPerEm
    const made = { part, glyph, advance, isMissing: found === undefined }
    letters[style].set(character, made)
    return made
  }

  const measured: Record<TextStyle, Map<string, number>> = {
    ...{ regular: new Map(), bold: new Map(), italic: new Map(), 'bold-italic': new Map() },
  }
  /** In points; no kerning, as the text is written without. */
  function width(style: TextStyle, size: number, text: string): number {
    const words = measured[style]
    const known = words.get(text)
    if (known !== undefined) return known * size
    let sum = 0
    for (const character of text) sum += letter(style, character).advance
    if (text.length <= keptLength && words.size < keptWords) words.set(text, sum)
    return sum * size
  }

  return {
    name,
    bytes: (style: TextStyle, part: FacePart) => face(style, part).bytes,
    has: (style: TextStyle, character: string) => !letter(style, character).isMissing,
    hasAll: (style: TextStyle, text: string): boolean => {
      for (const character of text) if (letter(style, character).isMissing) return false
      return true
    },
    letter,
    width,
  }
}
