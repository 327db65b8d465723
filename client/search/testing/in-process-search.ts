import type { SearchIndex } from '../../app/search-port.ts'
import { createPageScan } from '../page-scan.ts'

/** The same index without a worker. */
export function createInProcessSearch(): SearchIndex {
  const index = createPageScan()
  return {
    put: async (document, pages) => index.put(document, pages),
    remove: (document) => index.remove(document),
    find: async (query) => index.find(query),
    close: () => {},
  }
}
