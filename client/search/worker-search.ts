import type { SearchIndex } from '../app/search-port.ts'
import type { SearchReply, SearchRequest } from './search-message.ts'

type Question = SearchRequest extends infer R ? (R extends { no: number } ? Omit<R, 'no'> : never) : never

/** The index in its worker, which begins with the first document and ends with the unlocked application. */
export function createWorkerSearch(): SearchIndex {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<number, (found: SearchReply['found']) => void>()

  const begin = () => {
    const begun = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' })
    begun.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      waiting.get(data.no)?.(data.found)
      waiting.delete(data.no)
    })
    return begun
  }
  const ask = (question: Question): Promise<SearchReply['found']> => {
    worker ??= begin()
    last += 1
    const no = last
    worker.postMessage({ ...question, no } satisfies SearchRequest)
    return new Promise((resolve) => waiting.set(no, resolve))
  }

  return {
    put: async (document, pages) => {
      await ask({ kind: 'put', document, pages })
    },
    remove: (document) => {
      if (worker) void ask({ kind: 'remove', document })
    },
    find: async (query) => (worker ? await ask({ kind: 'find', query }) : []),
    close: () => {
      worker?.terminate()
      worker = null
      for (const resolve of waiting.values()) resolve([])
      waiting.clear()
    },
  }
}
