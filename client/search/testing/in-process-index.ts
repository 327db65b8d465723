import type { SearchIndex } from '../../app/search-port.ts'
import { createPageIndex } from '../page-index.ts'

/** The same index without a worker. */
export function createInProcessIndex(): SearchIndex {
  const index = createPageIndex()
  return {
    put: async (document, pages) => index.put(document, pages),
    remove: (document) => index.remove(document),
    find: async (query) => index.find(query),
    close: () => {},
  }
}
