import type { Hash } from '../../shared/domain/id.ts'
import { createPageScan } from '../../shared/lib/page-scan.ts'
import type { SearchReply, SearchRequest } from './search-message.ts'

/** Beside the page, so that neither folding thousands of pages nor looking through them holds up a finger. */

const index = createPageScan<Hash>()

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  postMessage({ no: data.no, found: answer(data) } satisfies SearchReply)
})

function answer(request: SearchRequest): SearchReply['found'] {
  switch (request.kind) {
    case 'put':
      index.put(request.document, request.pages)
      return []
    case 'remove':
      index.remove(request.document)
      return []
    case 'find':
      return index.find(request.query)
  }
}
