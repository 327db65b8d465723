import { Hash } from '../../shared/domain/id.ts'
import type { FrontDesk } from '../app/front-desk.ts'
import { parseByteRange } from './byte-range.ts'
import { empty, notFound } from './reply.ts'
import { guarded, noBody, type Route } from './route.ts'

export function documentRoutes({ documents }: FrontDesk): Route[] {
  return [
    guarded({
      method: 'GET',
      path: '/api/documents/:hash',
      access: ['read-document', 'read-agenda-item', 'read-paper-vote', 'read-task'],
      device: 'needed',
      rate: { perMinute: 3000, burst: 1500 },
      body: noBody,
      ask: async ({ params }) => {
        const hash = Hash.safeParse(params['hash'])
        return hash.success ? await documents.questionsFor(hash.data) : []
      },
      handle: async (request) => {
        const hash = Hash.parse(request.params['hash'])
        const file = await documents.fileOf(hash)
        if (file === null) return notFound
        const { size, isOriginal, isPdf } = file
        const etag = `"${hash}"`
        const headers = { ETag: etag, 'Accept-Ranges': 'bytes' }
        if (request.header('if-none-match') === etag) return empty(304, headers)
        // A range of something that has changed since would not fit what the reader has; this never changes.
        const isSame = (request.header('if-range') ?? etag) === etag
        const range = isSame ? parseByteRange(request.header('range'), size) : null
        if (range === 'unsatisfiable') return empty(416, { ...headers, 'Content-Range': `bytes */${size}` })
        const { from, to } = range ?? { from: 0, to: size }
        return {
          kind: 'bytes',
          status: range ? 206 : 200,
          bytes: documents.read(hash, from, to, isOriginal),
          headers: {
            ...headers,
            // What was made of a document is for our own programs, and nothing that a browser should open.
            'Content-Type': isPdf ? 'application/pdf' : 'application/octet-stream',
            'Content-Disposition': `attachment; filename="document.${isPdf ? 'pdf' : 'bin'}"`,
            'Content-Length': String(to - from),
            ...(range ? { 'Content-Range': `bytes ${from}-${to - 1}/${size}` } : {}),
          },
        }
      },
    }),
  ]
}
