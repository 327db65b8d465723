import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'

/** Files over one narrow line: whoever asks, and by however many connections, has its share of the same bytes a second. */
export interface ShapedLine {
  origin: string
  /** All connections end as soon as so many more bytes have gone out; ascending. */
  cutAfter(bytes: readonly number[]): void
  /** What went out since this was last asked: all of it, and what of it had gone out before. */
  takeSent(): { bytes: number; again: number }
  close(): void
}

/** A few milliseconds of the line: small beside what is measured. */
const slice = 16_384
/** What a busy machine's timers may be late by and still make up for. */
const mostLateMs = 200

export async function serveShaped(
  files: ReadonlyMap<string, Uint8Array>,
  bytesPerSecond: number,
): Promise<ShapedLine> {
  let freeAt = 0
  let cuts: number[] = []
  let sent = 0
  let again = 0
  const gone = new Map<string, Uint8Array>()

  const turn = async (bytes: number) => {
    freeAt = Math.max(freeAt, performance.now() - mostLateMs) + (1000 * bytes) / bytesPerSecond
    await setTimeout(freeAt - performance.now())
  }
  const note = (path: string, from: number, to: number, size: number) => {
    const seen = gone.get(path) ?? new Uint8Array(size)
    gone.set(path, seen)
    for (let i = from; i < to; i++) {
      again += seen[i] ?? 0
      seen[i] = 1
    }
    sent += to - from
    const [cut] = cuts
    if (cut === undefined || sent < cut) return
    cuts = cuts.slice(1)
    server.closeAllConnections()
  }
  const send = async (
    response: ServerResponse,
    path: string,
    bytes: Uint8Array,
    first: number,
    end: number,
  ) => {
    for (let from = first; from < end && !response.destroyed; from += slice) {
      const to = Math.min(end, from + slice)
      await turn(to - from)
      if (response.destroyed) return
      const isOut = await new Promise<boolean>((resolve) =>
        response.write(bytes.subarray(from, to), (error) => resolve(!error)),
      )
      if (!isOut) return
      note(path, from, to, bytes.length)
    }
    response.end()
  }
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const bytes = files.get(path)
    const [, from, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (!bytes) return void response.writeHead(404).end()
    const [first, end] = [Number(from ?? 0), last === undefined ? bytes.length : Number(last) + 1]
    response.writeHead(from === undefined ? 200 : 206, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': end - first,
      'Content-Range': `bytes ${first}-${end - 1}/${bytes.length}`,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'content-range',
    })
    send(response, path, bytes, first, end).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    origin: `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`,
    cutAfter: (bytes) => {
      cuts = bytes.map((each) => sent + each)
    },
    takeSent: () => {
      const taken = { bytes: sent, again }
      gone.clear()
      ;[sent, again] = [0, 0]
      return taken
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
