import type { Question } from '../../shared/domain/access.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { factsOf } from '../../shared/domain/scope.ts'
import type { IntakeProgress } from '../../shared/protocol/api.ts'
import type { DerivedStore, IntakeJobs } from './document-intake-port.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { BlobStore } from './ports.ts'

export type Documents = {
  /** One question for each ballot that holds the file or held it: any that is allowed opens it (D2). */
  questionsFor(hash: Hash): Promise<(Question & { action: 'read-document' })[]>
  /** Null where intake has not passed the file, and there is none that was made of one. */
  fileOf(hash: Hash): Promise<{ size: number; isOriginal: boolean } | null>
  /** Bytes [from, to). */
  read(hash: Hash, from: number, to: number, isOriginal: boolean): AsyncIterable<Uint8Array>
  /** How far intake is with a file that has passed. */
  intakeOf(hash: Hash): Promise<IntakeProgress | null>
}

export const createDocuments = (deps: {
  ledger: Pick<LedgerReads, 'ballotsOfFiles'>
  blobs: Pick<BlobStore, 'state' | 'read'>
  derived: Pick<DerivedStore, 'size' | 'read'>
  intakeJobs: Pick<IntakeJobs, 'state'>
}): Documents => ({
  questionsFor: async (hash) => {
    const rows = await deps.ledger.ballotsOfFiles([hash])
    return rows.flatMap(({ entity }) =>
      entity.kind === 'ballot' ? [{ action: 'read-document' as const, ballot: factsOf(entity) }] : [],
    )
  },
  fileOf: async (hash) => {
    const state = await deps.blobs.state(hash)
    if (state?.kind === 'ready') return { size: state.size, isOriginal: true }
    const size = await deps.derived.size(hash)
    return size === null ? null : { size, isOriginal: false }
  },
  read: (hash, from, to, isOriginal) => (isOriginal ? deps.blobs : deps.derived).read(hash, from, to),
  intakeOf: async (hash) => (await deps.intakeJobs.state(hash)) ?? null,
})
