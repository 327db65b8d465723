import type { ExchangeParts } from '../exchange.ts'

/** Fetch as one of the Office's own pages would do it: with its cookies, and saying whose page it is. */
export function createPageFetch(cookies: string[] = []): ExchangeParts['fetch'] {
  const jar = new Map(cookies.map((pair) => [pair.split('=')[0], pair]))
  return async (url, init) => {
    const headers = new Headers(init.headers)
    headers.set('sec-fetch-site', 'same-origin')
    if (jar.size > 0) headers.set('cookie', [...jar.values()].join('; '))
    const response = await fetch(url, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.split('=')[0], pair)
    }
    return response
  }
}
