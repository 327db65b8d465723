import type { FileStore, Timers } from '../../client/app/ports.ts'
import { random } from '../../client/store/webcrypto.ts'
import { createFileFetch } from '../../client/sync/files.ts'
import { createApi } from '../../client/sync/http.ts'
import { Hash } from '../../shared/domain/id.ts'

const timers: Timers = {
  after: (ms, run) => {
    const id = setTimeout(run, ms)
    return () => clearTimeout(id)
  },
}

/** In the page: the product's own fetch of a dossier into its sealed store. @returns ms until all is there, checked whole */
export function fetchInto(
  store: FileStore,
  origin: string,
  named: readonly { hash: string; size: number }[],
): Promise<number> {
  const wanted = named.map(({ hash, size }) => ({ hash: Hash.parse(hash), size }))
  const from = performance.now()
  return new Promise((resolve, reject) => {
    const files = createFileFetch({
      api: createApi({ fetch: (url, init) => fetch(url, init), baseUrl: origin, timers }),
      store,
      wanted: async () => wanted,
      timers,
      random,
      onProgress: ({ phase, have, total, failed }) => {
        if (failed.length > 0 || phase === 'not-stored' || phase === 'storage-full') {
          reject(new Error(`${phase}: ${JSON.stringify(failed)}`))
        }
        if (phase !== 'idle' || have < total) return
        files.pause()
        resolve(performance.now() - from)
      },
    })
    files.start()
  })
}
