import { type RequestOptions, request } from 'node:http'
import { createTestOffice, type TestOffice } from '../../app/testing/test-office.ts'
import type { CheckFile } from '../../app/upload.ts'
import { createHttp } from '../create-http.ts'
import { listen } from '../listen.ts'

export type Asked = { status: number; headers: Headers; text: string; json: unknown }

export type Ask = (
  method: string,
  path: string,
  options?: { cookie?: string; json?: unknown; body?: string | Uint8Array; headers?: Record<string, string> },
) => Promise<Asked>

export type TestHttp = { office: TestOffice; ask: Ask; port: number; stop(): Promise<void> }

/** The whole interface over real HTTP on a free port. `ask` speaks as one of our own pages would. */
export async function createTestHttp(
  options: { checkFile?: CheckFile; clientDir?: string; proxies?: number } = {},
): Promise<TestHttp> {
  const office = await createTestOffice(options)
  const settings = { clientDir: options.clientDir ?? null, isTls: false, proxies: options.proxies ?? 0 }
  const listening = await listen({
    port: 0,
    tls: { kind: 'none' },
    app: createHttp(office.desk, settings),
    onServer: () => undefined,
    now: Date.now,
  })
  if (!listening.ok) throw new Error(listening.error.kind)
  const port = Number(new URL(listening.value.address).port)
  const ask: Ask = (method, path, { cookie, json, body, headers = {} } = {}) =>
    send(json === undefined ? body : JSON.stringify(json), {
      port,
      method,
      path,
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(cookie === undefined ? {} : { Cookie: cookie }),
        ...headers,
      },
    })
  return { office, ask, port, stop: () => listening.value.close(100) }
}

/** Not by fetch, which has a mind of its own about headers. */
const send = (body: string | Uint8Array | undefined, options: RequestOptions): Promise<Asked> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', ...options }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => {
        const headers = new Headers()
        for (const [name, values = []] of Object.entries(response.headersDistinct)) {
          for (const value of values) headers.append(name, value)
        }
        const text = Buffer.concat(pieces).toString()
        resolve({ status: response.statusCode ?? 0, headers, text, json: parsed(text) })
      })
    })
    sent.on('error', reject)
    if (body !== undefined) sent.setHeader('Content-Length', Buffer.byteLength(body))
    sent.end(body)
  })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The cookie of a `Set-Cookie`, as a browser would send it back. */
export const cookieIn = ({ headers }: Asked, name: string): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .find((pair) => pair.startsWith(`${name}=`)) ?? ''
