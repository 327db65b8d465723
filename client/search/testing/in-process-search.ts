import type { Hash } from '../../../shared/domain/id.ts'
import { createPageScan } from '../../../shared/lib/page-scan.ts'
import type { SearchIndex } from '../../app/search-port.ts'

/** The same index without a worker. */
export function createInProcessSearch(): SearchIndex {
  const index = createPageScan<Hash>()
  return {
    put: async (document, pages) => index.put(document, pages),
    remove: (document) => index.remove(document),
    find: async (query) => index.find(query),
    close: () => {},
  }
}
