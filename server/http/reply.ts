import type { ApiErrorKind } from '../../shared/protocol/api-error.ts'

/** What a handler answers, before any library sees it. */
export type Reply =
  | { kind: 'json'; status: number; body: unknown; headers: Headers }
  | { kind: 'bytes'; status: 200 | 206; bytes: AsyncIterable<Uint8Array>; headers: Headers }
  | { kind: 'empty'; status: 204 | 304 | 416; headers: Headers }

type Headers = Readonly<Record<string, string | readonly string[]>>

export const json = (body: unknown, headers: Headers = {}): Reply => ({
  kind: 'json',
  status: 200,
  body,
  headers,
})

export const empty = (status: 204 | 304 | 416, headers: Headers = {}): Reply => ({
  kind: 'empty',
  status,
  headers,
})

/** `{error: {kind, ...facts}}`: what every error reply is. */
export const failure = (
  status: number,
  error: { kind: ApiErrorKind; [fact: string]: unknown },
  headers: Headers = {},
): Reply => ({ kind: 'json', status, body: { error }, headers })

/** Absent and forbidden, and nothing tells which (trust.md). */
export const notFound = failure(404, { kind: 'not-found' })
export const signedOut = failure(401, { kind: 'signed-out' })
export const malformed = failure(400, { kind: 'malformed' })

export const tooMany = (kind: ApiErrorKind, retryAfterMs: number): Reply =>
  failure(429, { kind, retryAfterMs }, { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) })

/** The request was good, and the machine is not: nothing has changed, and it may be sent again. */
export const databaseSilent = failure(503, { kind: 'database-silent' }, { 'Retry-After': '2' })
/** The request was good, and the server's clock is not: nothing is decided until it has caught up with the ledger. */
export const clockBehind = ({ behindMs, retryAfterMs }: { behindMs: number; retryAfterMs: number }): Reply =>
  failure(
    503,
    { kind: 'clock-behind-ledger', behindMs, retryAfterMs },
    { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) },
  )
/** The request was good; the ledger takes nothing in until its restore has ended. */
export const readOnly = failure(503, { kind: 'read-only' }, { 'Retry-After': '60' })
/** As of one's own share, so of everybody's: what is asked for is used up for now. */
export const storageFull = tooMany('storage-full', 60_000)
