import { WebSocket as NodeWebSocket } from 'ws'

/** Fetch and sockets as a page of the Office has them: with one jar of cookies. */
export function createNodePage(fetch: (url: string, init: RequestInit) => Promise<Response>) {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const sockets = new Set<NodeWebSocket>()
  let isUp = true

  class PageSocket extends NodeWebSocket {
    constructor(url: string) {
      super(url, { headers: jar.size === 0 ? {} : { Cookie: cookie() }, perMessageDeflate: false })
      // It is told by `close` as well; in a browser nobody need listen.
      this.on('error', () => undefined)
      this.on('close', () => sockets.delete(this))
      sockets.add(this)
      if (!isUp) this.terminate()
    }
  }
  return {
    setLine(next: boolean) {
      isUp = next
      if (!isUp) for (const socket of [...sockets]) socket.terminate()
    },
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      if (!isUp) throw new TypeError('no line')
      const headers = new Headers(init.headers)
      headers.set('sec-fetch-site', 'same-origin')
      if (jar.size > 0) headers.set('cookie', cookie())
      const response = await fetch(url, { ...init, headers })
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const [name = '', value = ''] = pair.split('=')
        jar.set(name, value)
      }
      return response
    },
    WebSocket: PageSocket as unknown as typeof WebSocket,
  }
}
