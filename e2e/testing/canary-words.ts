import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { foldText } from '../../shared/lib/text.ts'

const letters = 'ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ'

/**
 * Three words that stand nowhere else, the same in every run. No line is broken inside a word of this length and no
 * index cuts it, so each is looked for alone.
 */
export function canaryWords(label: string): string[] {
  return [0, 1, 2].map((n) => {
    const hash = sha256Hex(utf8(`${label} ${n}`))
    const letter = (at: number) => letters[Number.parseInt(hash.slice(at, at + 6), 16) % letters.length] ?? ''
    return `${letter(0)}${letter(6)}${hash.slice(20, 28)}${letter(12)}${letter(40)}`
  })
}

/** Every form in which a program may have written a word down. */
export function formsOfText(text: string): Uint8Array[] {
  const spelt = [text, text.toLowerCase(), text.toUpperCase(), foldText(text)]
  const texts = new Set(spelt.flatMap((word) => [word.normalize('NFC'), word.normalize('NFD')]))
  return [...texts].flatMap((word) => [
    ...written(word),
    Buffer.from(word, 'utf16le').swap16(),
    ...written(encodeURIComponent(word)),
    ...base64Forms(Buffer.from(word, 'utf8')).flatMap(written),
  ])
}

/** A key as bytes, hexadecimal, base64 and base64url (so a JWK's `d`). */
export function formsOfKey(key: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(key)
  const url = base64Forms(bytes).map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  return [bytes, ...[bytes.toString('hex'), ...base64Forms(bytes), ...url].flatMap(written)]
}

const written = (text: string): Buffer[] => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]

/** As part of something longer, at each of the three alignments. */
const base64Forms = (bytes: Buffer): string[] =>
  [0, 1, 2].map((shift) =>
    bytes
      .subarray(shift)
      .toString('base64')
      .slice(0, 4 * Math.floor((bytes.length - shift) / 3)),
  )
