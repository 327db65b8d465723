import { type BallotDocument, currentVersion } from '../../shared/domain/ballot.ts'
import type { BallotId, Hash } from '../../shared/domain/id.ts'
import { type Bytes, concat } from '../../shared/lib/bytes.ts'
import { chunkBytes } from '../../shared/protocol/api.ts'
import type { FileState, FileStore } from './ports.ts'
import { contentIn } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** A dossier's files on this device (D4): what is wanted, in order of need; what is ready, shown only once opened whole. */

/** `checking`: every byte is here, not yet opened in this session. */
export type Readiness =
  | { kind: 'ready' }
  | { kind: 'checking' }
  | { kind: 'fetching'; have: number; total: number }
  | { kind: 'no-documents' }

/** Bytes [from, to) of a file of `size` bytes. `read` rejects with a StoreFault. */
export type DocumentSource = { size: number; read(from: number, to: number): Promise<Bytes> }

export type DocumentShelf = {
  /** Files to fetch, open ballots by deadline first. */
  wanted(): { hash: Hash; size: number }[]
  readiness(ballot: BallotId): Readiness
  states(): FileState[]
  /** Reads the states again and opens in full what is complete and not yet checked. */
  refresh(): Promise<void>
  /** For the reader: any bytes of a complete file. */
  source(document: Pick<BallotDocument, 'hash' | 'size'>): DocumentSource
  /** Files that no ballot held here needs any more: closed ones and those taken away. */
  discardable(): Hash[]
  remove(hash: Hash): Promise<void>
  subscribe(listener: () => void): () => void
  clear(): void
}

export function createDocumentShelf(deps: { copy: WorkingCopy; files: FileStore }): DocumentShelf {
  const { copy, files } = deps
  let states = new Map<Hash, FileState>()
  const checked = new Set<Hash>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }

  const documentsOf = (id: BallotId): BallotDocument[] => {
    const ballot = copy.reader.get('ballot', `ballot/${id}`)
    const hash = ballot && (currentVersion(ballot)?.hash ?? ballot.draft?.hash)
    return (hash && contentIn(copy, hash)?.documents) || []
  }

  const isOpen = (state: string) => state === 'issued' || state === 'closing-waits'
  const ballots = () =>
    copy.reader
      .list('ballot')
      .filter((ballot) => ballot.phase.state !== 'recalled')
      .sort((a, b) => {
        const open = Number(isOpen(b.phase.state)) - Number(isOpen(a.phase.state))
        return open !== 0 ? open : a.deadlineAt - b.deadlineAt
      })

  const wanted = () => {
    const sizes = new Map<Hash, number>()
    for (const ballot of ballots()) {
      for (const { hash, size } of documentsOf(ballot.id)) sizes.set(hash, size)
    }
    return [...sizes].map(([hash, size]) => ({ hash, size }))
  }

  return {
    wanted,
    readiness: (id) => {
      const documents = documentsOf(id)
      if (documents.length === 0) return { kind: 'no-documents' }
      const total = documents.reduce((sum, { size }) => sum + size, 0)
      const have = documents.reduce((sum, { hash, size }) => {
        const state = states.get(hash)
        return sum + (state?.isComplete ? size : (state?.have ?? 0))
      }, 0)
      if (documents.some(({ hash }) => !states.get(hash)?.isComplete))
        return { kind: 'fetching', have, total }
      return documents.every(({ hash }) => checked.has(hash)) ? { kind: 'ready' } : { kind: 'checking' }
    },
    states: () => [...states.values()],
    refresh: async () => {
      states = new Map((await files.states()).map((state) => [state.hash, state]))
      tell()
      for (const { hash, isComplete } of states.values()) {
        if (!isComplete || checked.has(hash)) continue
        if (await files.verify(hash)) checked.add(hash)
        else states.delete(hash)
        tell()
      }
    },
    source: ({ hash, size }) => ({
      size,
      read: async (from, to) => {
        const first = Math.floor(from / chunkBytes)
        const count = Math.ceil(to / chunkBytes) - first
        const chunks = await Promise.all(
          Array.from({ length: count }, (_, i) => files.chunk(hash, first + i)),
        )
        const start = first * chunkBytes
        return concat(...chunks).subarray(from - start, to - start)
      },
    }),
    discardable: () => {
      const needed = new Set(
        ballots()
          .filter((b) => isOpen(b.phase.state))
          .flatMap((b) => documentsOf(b.id))
          .map((d) => d.hash),
      )
      return [...states.keys()].filter((hash) => !needed.has(hash))
    },
    remove: async (hash) => {
      await files.remove(hash)
      states.delete(hash)
      checked.delete(hash)
      tell()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear: () => {
      states = new Map()
      checked.clear()
      tell()
    },
  }
}
