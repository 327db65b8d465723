import { utf8 } from '../../../shared/lib/bytes.ts'
import { cleanText } from '../../../shared/lib/text.ts'

/** Of a name without its ending; file systems take 255 in all. Bytes. */
const mostBytes = 180

/** Names that Windows keeps for itself. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A title as the name of a file, without its ending, on any system: NFC, with its diacritics, nothing that a file system
 * reads as something else.
 */
export function exportName(title: string): string {
  let name = ''
  for (const letter of cleanText(title)
    .replace(/[\\/]/g, '-')
    .replace(/[\s:*?"<>|]+/g, ' ')
    .trim()) {
    if (utf8(name + letter).length > mostBytes) break
    name += letter
  }
  name = name.replace(/^[. -]+|[. -]+$/g, '')
  if (name === '') return 'PDF'
  return reserved.test(name) ? `_${name}` : name
}

/** In their order and never twice, however alike the titles are: each begins with its number. */
export function exportNames(titles: readonly string[]): string[] {
  const digits = Math.max(2, String(titles.length).length)
  return titles.map((title, i) => `${String(i + 1).padStart(digits, '0')} ${exportName(title)}`)
}
