import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { create, type Font, type Glyph } from '@cantoo/fontkit'
import type { TextStyle } from './page-mark.ts'

/** The face comes in two files: Latin letters, and those only Vietnamese has. */
export type FacePart = 'latin' | 'vietnamese'

export type Letter = {
  readonly part: FacePart
  readonly glyph: Glyph
  /** Of the type size. */
  readonly advance: number
}

export type Typeface = Awaited<ReturnType<typeof loadTypeface>>

const fileStyles: Record<TextStyle, string> = {
  regular: '400-normal',
  bold: '700-normal',
  italic: '400-italic',
}
const styles: readonly TextStyle[] = ['regular', 'bold', 'italic']
const parts: readonly FacePart[] = ['latin', 'vietnamese']

/** Be Vietnam Pro, from the package that the screens use too. */
export async function loadTypeface() {
  const faces = new Map<string, { bytes: Uint8Array; font: Font }>()
  for (const style of styles) {
    for (const part of parts) {
      const file = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${part}-${fileStyles[style]}.woff`
      const bytes = new Uint8Array(await readFile(fileURLToPath(import.meta.resolve(file))))
      const font = create(bytes)
      if (!('glyphForCodePoint' in font)) throw new Error(`not a single font: ${file}`)
      faces.set(style + part, { bytes, font })
    }
  }
  const face = (style: TextStyle, part: FacePart) => {
    const found = faces.get(style + part)
    if (!found) throw new Error(`no face ${style} ${part}`)
    return found
  }

  const letters = new Map<string, Letter>()
  function letter(style: TextStyle, character: string): Letter {
    const key = style + character
    const known = letters.get(key)
    if (known) return known
    const code = character.codePointAt(0) ?? 0
    const part = parts.find((each) => face(style, each).font.hasGlyphForCodePoint(code)) ?? 'latin'
    const { font } = face(style, part)
    const glyph = font.glyphForCodePoint(code)
    if (!glyph) throw new Error(`no glyph for ${character}`)
    const made = { part, glyph, advance: glyph.advanceWidth / font.unitsPerEm }
    letters.set(key, made)
    return made
  }

  /** In points; no kerning, as the text is written without. */
  function width(style: TextStyle, size: number, text: string): number {
    let sum = 0
    for (const character of text) sum += letter(style, character).advance
    return sum * size
  }

  return { bytes: (style: TextStyle, part: FacePart) => face(style, part).bytes, letter, width }
}
