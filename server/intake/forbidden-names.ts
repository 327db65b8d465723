import type { PdfRefusal } from './pdf-refusal.ts'

/**
 * First wall, without any parser: a name is found wherever its bytes are, in a comment, in an object that no table
 * mentions, in an older revision, so that no disagreement between two readers about what the file means can hide it.
 * Only names too long to arise by chance in compressed data are searched in the whole file; the short ones are read
 * where the bytes are known to be PDF syntax.
 */
const refusalByLongName = new Map<string, PdfRefusal>([
  ['Encrypt', { kind: 'encrypted' }],
  ['JavaScript', { kind: 'javascript' }],
  ['Rendition', { kind: 'javascript' }],
  ['OnInstantiate', { kind: 'javascript' }],
  ['Launch', { kind: 'launch-action' }],
  ['EmbeddedFile', { kind: 'embedded-files' }],
  ['EmbeddedFiles', { kind: 'embedded-files' }],
  ['RichMedia', { kind: 'embedded-files' }],
])

const refusalByShortName = new Map<string, PdfRefusal>([
  ['JS', { kind: 'javascript' }],
  ['EF', { kind: 'embedded-files' }],
  ['XFA', { kind: 'xfa-form' }],
])

/** @param name decoded, without the slash. */
export const refusalOfName = (name: string): PdfRefusal | null =>
  refusalByLongName.get(name) ?? refusalByShortName.get(name) ?? null

const slash = 0x2f
const numberSign = 0x23
const longest = 13

/**
 * The first forbidden name in raw bytes. An encrypted file is called encrypted, whatever else is in it.
 * @param syntaxOnly the bytes are known to hold nothing but PDF syntax, so short names count too.
 */
export function findForbiddenName(bytes: Uint8Array, syntaxOnly: boolean): PdfRefusal | null {
  let found: PdfRefusal | null = null
  for (let at = bytes.indexOf(slash); at >= 0; at = bytes.indexOf(slash, at + 1)) {
    const name = nameAt(bytes, at + 1)
    const refusal = refusalByLongName.get(name) ?? (syntaxOnly ? refusalByShortName.get(name) : undefined)
    if (refusal?.kind === 'encrypted') return refusal
    found ??= refusal ?? null
  }
  return found
}

/** ISO 32000-2, 7.3.5: regular characters up to white space or a delimiter, `#xx` standing for any byte. */
function nameAt(bytes: Uint8Array, start: number): string {
  let name = ''
  let at = start
  while (at < bytes.length && name.length <= longest) {
    const byte = bytes[at] ?? 0
    if (!isRegular(byte)) break
    const escaped = byte === numberSign ? hexPair(bytes[at + 1], bytes[at + 2]) : null
    name += String.fromCharCode(escaped ?? byte)
    at += escaped === null ? 1 : 3
  }
  return name
}

const isRegular = (byte: number) => byte > 0x20 && !delimiters.has(byte)
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))

function hexPair(high: number | undefined, low: number | undefined): number | null {
  const text = String.fromCharCode(high ?? 0, low ?? 0)
  return /^[0-9a-fA-F]{2}$/.test(text) ? Number.parseInt(text, 16) : null
}
