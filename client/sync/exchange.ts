import { type Bytes, concat, fromUtf8, utf8 } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { type Instant, instant } from '../../shared/lib/time.ts'
import { ApiError } from '../../shared/protocol/api.ts'
import type { NetworkFault, Timers } from '../app/ports.ts'

/**
 * One request and its whole answer. Never throws: whatever goes wrong between two programs is a NetworkFault. The body is
 * read within the time limit too, so that a line that hangs in the middle is the same as none.
 */

export type Request = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** From `/api`. */
  path: string
  body?: { json: unknown } | { bytes: Bytes }
  headers?: Record<string, string>
  timeoutMs: number
  /** Gives this one request up, as `unreachable`. */
  signal?: AbortSignal | undefined
  /** The body of a good answer as it comes in: after a cut, what there was before it. */
  onBytes?(bytes: Bytes, headers: Headers): void
}

export type Answer = { status: number; headers: Headers; body: Bytes }

export type ExchangeParts = {
  fetch(url: string, init: RequestInit): Promise<Response>
  /** Origin of the server, without a slash at the end; empty for the page's own. */
  baseUrl: string
  timers: Timers
  /** The hour that an answer bears. */
  onHour?(at: Instant): void
  /** Ends what is under way: the app locks, signs out or is wiped. */
  signal?: AbortSignal
}

export type Exchange = (request: Request) => Promise<Result<Answer, NetworkFault>>

const unreachable: NetworkFault = { kind: 'unreachable' }
const notUnderstood: NetworkFault = { kind: 'not-understood' }

const unauthorized = 401
const upgradeRequired = 426

export function createExchange({ fetch, baseUrl, timers, signal, onHour }: ExchangeParts): Exchange {
  async function ask(request: Request, cut: AbortSignal): Promise<Answer> {
    const { method, path, headers = {}, body } = request
    const isJson = body !== undefined && 'json' in body
    const type = isJson ? 'application/json' : 'application/octet-stream'
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: body === undefined ? headers : { ...headers, 'content-type': type },
      ...(body === undefined ? {} : { body: isJson ? utf8(JSON.stringify(body.json)) : body.bytes }),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: cut,
    })
    const hour = Date.parse(response.headers.get('date') ?? '')
    if (!Number.isNaN(hour)) onHour?.(instant(hour))
    return {
      status: response.status,
      headers: response.headers,
      body:
        request.onBytes && response.ok ? await readAlong(response, request.onBytes) : await bytesOf(response),
    }
  }

  return async (request) => {
    const timeout = new AbortController()
    const ends = [signal, request.signal, timeout.signal].filter((one) => one !== undefined)
    const cut = AbortSignal.any(ends)
    const cancel = timers.after(request.timeoutMs, () => timeout.abort())
    try {
      const answer = await Promise.race([ask(request, cut), abortOf(cut)])
      if (answer.status >= 200 && answer.status < 300) return ok(answer)
      return fail(faultOf(answer))
    } catch {
      return fail(unreachable)
    } finally {
      cancel()
    }
  }
}

const bytesOf = async (response: Response): Promise<Bytes> => new Uint8Array(await response.arrayBuffer())

async function readAlong(response: Response, onBytes: NonNullable<Request['onBytes']>): Promise<Bytes> {
  const reader = response.body?.getReader()
  if (!reader) return new Uint8Array()
  const pieces: Bytes[] = []
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return concat(...pieces)
    pieces.push(value)
    onBytes(value, response.headers)
  }
}

const abortOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const give = () => reject(new Error('aborted'))
    if (signal.aborted) give()
    else signal.addEventListener('abort', give, { once: true })
  })

function faultOf({ status, body }: Answer): NetworkFault {
  if (status === unauthorized) return { kind: 'signed-out' }
  if (status === upgradeRequired) return notUnderstood
  const parsed = parseJson(ApiError, body)
  if (parsed) return { kind: 'refused', status, error: parsed.error }
  // Not this program's words: something in between answers for a server that is not there.
  return status >= 500 || status === 429 || status === 408 ? unreachable : notUnderstood
}

/** A schema of shared/protocol. */
export type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } }

function parseJson<T>(schema: Schema<T>, body: Bytes): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(fromUtf8(body)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function readJson<T>(
  schema: Schema<T>,
  answer: Result<Answer, NetworkFault>,
): Result<T, NetworkFault> {
  if (!answer.ok) return answer
  const value = parseJson(schema, answer.value.body)
  return value === null ? fail(notUnderstood) : ok(value)
}
