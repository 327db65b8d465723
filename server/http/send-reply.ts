import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Reply } from './reply.ts'

/** Nothing that the interface answers is kept by a browser: on a tablet only our own sealed store holds anything. */
export async function sendReply(response: ServerResponse, reply: Reply, isHead: boolean): Promise<void> {
  response.statusCode = reply.status
  response.setHeader('Cache-Control', 'no-store')
  for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value)
  if (reply.kind === 'json') {
    const text = Buffer.from(JSON.stringify(reply.body))
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    response.setHeader('Content-Length', text.length)
    response.end(isHead ? undefined : text)
  } else if (reply.kind === 'empty' || isHead) response.end()
  // A reader that goes away in the middle is no fault of anybody.
  else if (!response.destroyed) await pipeline(Readable.from(reply.bytes), response).catch(ignoreCut)
}

function ignoreCut(error: NodeJS.ErrnoException): void {
  const cut = [
    'ERR_STREAM_PREMATURE_CLOSE',
    'ECONNRESET',
    'EPIPE',
    'ERR_STREAM_DESTROYED',
    'ERR_STREAM_UNABLE_TO_PIPE',
  ]
  if (!cut.includes(error.code ?? '')) throw error
}
