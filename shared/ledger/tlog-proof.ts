import { base64, fromBase64 } from '../lib/base64.ts'
import type { Bytes } from '../lib/bytes.ts'
import { parseDecimal } from './decimal.ts'
import { hashLength } from './merkle.ts'

/**
 * C2SP tlog-proof@v1: an inclusion proof with its checkpoint, in one text that is checked without any server.
 * @property index zero-based place of the leaf
 * @property path sibling hashes from the leaf up, 32 bytes each
 * @property checkpoint the signed note, verbatim
 * @property extra bytes beside the proof that nobody signed; null, and so left out, in everything this ledger writes
 */
export type TlogProof = { index: number; path: Bytes[]; checkpoint: string; extra: Bytes | null }

const header = 'c2sp.org/tlog-proof@v1'
const extraPrefix = 'extra '
const indexPrefix = 'index '

/** A path in a tree of up to 2^53 leaves has no more. */
const maxPathLength = 53

export function formatTlogProof({ index, path, checkpoint, extra }: TlogProof): string {
  const lines = [header]
  if (extra) lines.push(`${extraPrefix}${base64(extra)}`)
  lines.push(`${indexPrefix}${index}`, ...path.map(base64), '', checkpoint)
  return lines.join('\n')
}

/** @returns the parts, not yet verified, or null where the text is not exactly what `formatTlogProof` writes for them. */
export function parseTlogProof(text: string): TlogProof | null {
  const blank = text.indexOf('\n\n')
  if (blank < 0) return null
  const [first, ...rest] = text.slice(0, blank).split('\n')
  const hasExtra = rest[0]?.startsWith(extraPrefix) === true
  const extra = hasExtra ? fromBase64(rest[0]?.slice(extraPrefix.length) ?? '') : null
  const [indexLine, ...lines] = hasExtra ? rest.slice(1) : rest
  if (first !== header || (hasExtra && !extra?.length)) return null
  if (!indexLine?.startsWith(indexPrefix) || lines.length > maxPathLength) return null
  const index = parseDecimal(indexLine.slice(indexPrefix.length))
  if (index === null) return null
  const path: Bytes[] = []
  for (const line of lines) {
    const hash = fromBase64(line)
    if (hash?.length !== hashLength) return null
    path.push(hash)
  }
  return { index, path, checkpoint: text.slice(blank + 2), extra }
}
