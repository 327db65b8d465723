import { type FaceFiles, loadTypeface, type Typeface } from '../typeset/typeface.ts'

/** Letters as wide as those of Times New Roman, which a DOCX names, and free to be put into a file. */
const tinos: FaceFiles = {
  name: 'Tinos',
  parts: ['latin', 'vietnamese', 'latin-ext', 'greek', 'cyrillic'],
  styles: ['regular', 'bold', 'italic', 'bold-italic'],
  file: (part, style) =>
    new URL(`files/tinos-${part}-${style}.woff`, import.meta.resolve('@fontsource/tinos/LICENSE')),
}

let typeface: Promise<Typeface> | null = null

export const serifTypeface = (): Promise<Typeface> => {
  typeface ??= loadTypeface(tinos)
  return typeface
}
