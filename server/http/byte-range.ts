/** Bytes [from, to). */
export type ByteRange = { from: number; to: number }

/**
 * The one range that a request asks for (RFC 9110, 14.1.2).
 * @returns null where the whole is to be sent: no range, several, or none that can be read; 'unsatisfiable' where it lies
 * behind the end.
 */
export function parseByteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const parts = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!parts) return null
  const [, first = '', last = ''] = parts
  if (first === '' && last === '') return null
  if (first === '') {
    const from = Math.max(0, size - Number(last))
    return Number(last) === 0 ? 'unsatisfiable' : { from, to: size }
  }
  const from = Number(first)
  if (last !== '' && Number(last) < from) return null
  if (from >= size) return 'unsatisfiable'
  return { from, to: last === '' ? size : Math.min(size, Number(last) + 1) }
}
