import type { Hash } from '../../shared/domain/id.ts'
import { type Bytes, concat } from '../../shared/lib/bytes.ts'
import { ok } from '../../shared/lib/result.ts'
import type { Api } from '../app/ports.ts'

/**
 * The first bytes of pieces that a cut kept from becoming whole: only the rest of each is asked for again (D4). In memory,
 * a few at most: storage takes whole pieces alone.
 */
export type BegunPieces = {
  read(hash: Hash, from: number, to: number, api: Pick<Api, 'readDocument'>): ReturnType<Api['readDocument']>
  /** Forgets pieces of files that are not wanted any more. */
  keepOf(files: readonly { hash: Hash }[]): void
}

export function createBegunPieces(): BegunPieces {
  const begun = new Map<string, { hash: Hash; bytes: Bytes }>()
  return {
    async read(hash, from, to, api) {
      const key = `${hash}/${from}`
      const before = begun.get(key)?.bytes ?? new Uint8Array()
      begun.delete(key)
      const arrived = [before]
      const reply = await api.readDocument(hash, from + before.length, to, (bytes) => arrived.push(bytes))
      if (reply.ok) return ok(concat(before, reply.value))
      const bytes = concat(...arrived)
      if (reply.error.kind === 'unreachable' && bytes.length > 0 && bytes.length < to - from) {
        begun.set(key, { hash, bytes })
      }
      return reply
    },
    keepOf: (files) => {
      const wanted = new Set(files.map(({ hash }) => hash))
      for (const [key, { hash }] of begun) if (!wanted.has(hash)) begun.delete(key)
    },
  }
}
