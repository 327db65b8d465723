import type { Question } from '../../shared/domain/access.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { factsOf } from '../../shared/domain/scope.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { BlobStore } from './ports.ts'

export type Documents = {
  /** One question for each ballot that holds the file or held it: any that is allowed opens it (D2). */
  questionsFor(hash: Hash): Promise<(Question & { action: 'read-document' })[]>
  /** Bytes of the file, or null where intake has not passed it. */
  sizeOf(hash: Hash): Promise<number | null>
  /** Bytes [from, to). */
  read(hash: Hash, from: number, to: number): AsyncIterable<Uint8Array>
}

export const createDocuments = (deps: {
  ledger: Pick<LedgerReads, 'ballotsOfFiles'>
  blobs: Pick<BlobStore, 'state' | 'read'>
}): Documents => ({
  questionsFor: async (hash) => {
    const rows = await deps.ledger.ballotsOfFiles([hash])
    return rows.flatMap(({ entity }) =>
      entity.kind === 'ballot' ? [{ action: 'read-document' as const, ballot: factsOf(entity) }] : [],
    )
  },
  sizeOf: async (hash) => {
    const state = await deps.blobs.state(hash)
    return state?.kind === 'ready' ? state.size : null
  },
  read: (hash, from, to) => deps.blobs.read(hash, from, to),
})
