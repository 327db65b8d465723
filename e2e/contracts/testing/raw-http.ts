import { connect } from 'node:net'

/** What is sent over a bare connection, where no client library has a say. */
export type RawRequest = {
  text: string
  /** Cut the connection as soon as the text has gone out. */
  cut?: boolean
}

/** @returns everything that came back until the server closed; '' where it said nothing. */
export const sendRaw = (port: number, { text, cut = false }: RawRequest): Promise<string> =>
  new Promise((resolve) => {
    let got = ''
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(text, 'latin1', () => {
        if (cut) socket.destroy()
      }),
    )
    socket.setEncoding('latin1')
    socket.on('data', (piece: string) => {
      got += piece
    })
    // Reset by the server, for one: what matters is what it said before.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(got))
  })

const json = 'Content-Type: application/json\r\n'
const close = 'Connection: close\r\n'
const post = (headers: string, body = '') =>
  `POST /api/acts HTTP/1.1\r\nHost: x\r\n${json}${headers}\r\n${body}`
const get = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${close}${headers}\r\n`
const smuggled = 'GET /api/ledger HTTP/1.1\r\nHost: x\r\n\r\n'
const chunked = 'Transfer-Encoding: chunked\r\n'
const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n'

/** Each with the one status that it is answered with. */
export const shapes: readonly (readonly [name: string, text: string, status: number])[] = [
  ['length and chunks', post(`Content-Length: 6\r\n${chunked}`, `0\r\n\r\n${smuggled}`), 400],
  ['chunks twice', post(`${chunked}Transfer-Encoding: identity\r\n`, '0\r\n\r\n'), 400],
  ['a space before the colon', post('Transfer-Encoding : chunked\r\n', '0\r\n\r\n'), 400],
  ['chunks of another name', post('Transfer-Encoding: xchunked\r\n', '0\r\n\r\n'), 400],
  ['two lengths', post('Content-Length: 2\r\nContent-Length: 3\r\n', '{}'), 400],
  ['a length with a sign', post('Content-Length: +2\r\n', '{}'), 400],
  ['a length below nothing', post('Content-Length: -2\r\n', '{}'), 400],
  ['a length beyond numbers', post('Content-Length: 99999999999999999999\r\n', '{}'), 400],
  ['a length beyond the limit', post(`${close}Content-Length: 9999999\r\n`, '{}'), 413],
  ['a chunk that is no number', post(`${close}${chunked}`, 'zz\r\n{}\r\n0\r\n\r\n'), 400],
  ['an endless chunk extension', post(chunked, `2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`), 400],
  ['a trailer', post(`${close}${chunked}Trailer: Cookie\r\n`, '2\r\n{}\r\n0\r\nCookie: a=b\r\n\r\n'), 400],
  ['a body where none belongs', get('/api/keys', 'Content-Length: 4\r\n').concat('GET '), 400],
  ['line feeds alone', 'GET /api/keys HTTP/1.1\nHost: x\n\n', 400],
  ['two hosts', get('/api/keys', 'Host: y\r\n'), 400],
  ['five hundred headers', get('/api/keys', 'X: y\r\n'.repeat(5000)), 400],
  ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  ['nothing but zeros', '\0'.repeat(5000), 400],
  ['a long path', get(`/${'a'.repeat(12_000)}`), 404],
  ['a path with a zero', get('/%00'), 404],
  ['a way up', get('/assets/..%2f..%2f..%2fpackage.json'), 404],
  ['a path that is no UTF-8', get('/api/documents/%ff'), 400],
  [
    'another upgrade',
    'GET /api/keys HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
    404,
  ],
  ['a socket without a key', `GET /rooms/x HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`, 400],
  ['a socket by POST', `POST /rooms/x HTTP/1.1\r\nHost: x\r\n${upgrade}Content-Length: 0\r\n\r\n`, 400],
  ['a method of nobody', 'TRACE /api/keys HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
  ['a page that lies about its site', get('/api/keys', 'Sec-Fetch-Site: same-origin, cross-site\r\n'), 403],
]
