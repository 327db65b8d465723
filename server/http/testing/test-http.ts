import { createTestOffice, type TestOffice } from '../../app/testing/test-office.ts'
import type { CheckFile } from '../../app/upload.ts'
import { createHttp } from '../create-http.ts'
import { listen } from '../listen.ts'

export type Asked = { status: number; headers: Headers; text: string; json: unknown }

export type Ask = (
  method: string,
  path: string,
  options?: { cookie?: string; json?: unknown; body?: BodyInit; headers?: Record<string, string> },
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
  const { address, close } = listening.value
  const ask: Ask = async (method, path, { cookie, json, body, headers = {} } = {}) => {
    const sent = json === undefined ? body : JSON.stringify(json)
    const response = await fetch(`${address.replace('localhost', '127.0.0.1')}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(cookie === undefined ? {} : { Cookie: cookie }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: parsed(text) }
  }
  return { office, ask, port: Number(new URL(address).port), stop: () => close(100) }
}

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
