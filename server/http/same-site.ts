import type { IncomingMessage } from 'node:http'

/** Whether a page of this origin is one of ours; what a browser sends with sockets too. */
export const isOwnOrigin = (origin: string, host: string | undefined, isTls: boolean): boolean =>
  host !== undefined && origin === `${isTls ? 'https' : 'http'}://${host}`

/**
 * Whether the request comes from our own pages. Browsers say so by Sec-Fetch-Site; an older one at least names the Origin of
 * what changes something. A client that is no browser says neither, and then must not come with a cookie either.
 */
export function isOwnSite({ method = '', headers }: IncomingMessage, isTls: boolean): boolean {
  const site = headers['sec-fetch-site']
  const isReading = method === 'GET' || method === 'HEAD'
  if (site !== undefined) return site === 'same-origin' || (isReading && site === 'none')
  if (isReading) return true
  return headers.origin === undefined
    ? headers.cookie === undefined
    : isOwnOrigin(headers.origin, headers.host, isTls)
}
