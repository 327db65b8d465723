import type { IncomingMessage } from 'node:http'

/**
 * Where a request comes from. `proxies` trusted ones stand in front, and each has added the address that it saw to the
 * right of X-Forwarded-For; what stands further left anybody may have written.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const own = request.socket.remoteAddress ?? ''
  if (proxies === 0) return own
  const seen = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  return seen.at(-proxies)?.trim() || own
}

/** What limits count by: one subscriber holds a whole /64 of IPv6, and IPv4 has one form. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const left = head.split(':').filter((group) => group !== '')
  const right = (tail ?? '').split(':').filter((group) => group !== '')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array.from({ length: zeros }, () => '0'), ...right].slice(0, 4).join(':')
}
