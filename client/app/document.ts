import { type Ballot, type BallotDocument, currentVersion } from '../../shared/domain/ballot.ts'
import type { BallotId, Hash } from '../../shared/domain/id.ts'
import { type Bytes, concat } from '../../shared/lib/bytes.ts'
import { chunkBytes } from '../../shared/protocol/api.ts'
import { allFiles, type Dossier, filesOf, inOrderOfNeed, type NamedFile } from './document-files.ts'
import { createFreedFiles } from './freed-files.ts'
import type { FileState, FileStore } from './ports.ts'
import { asStoreFault } from './store-fault.ts'
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
  wanted(): NamedFile[]
  readiness(ballot: BallotId): Readiness
  /** Whether its pages can be shown: the document itself is here, or its reading copy. */
  isReadable(document: Pick<BallotDocument, 'hash' | 'size'>): boolean
  states(): FileState[]
  isComplete(file: Pick<NamedFile, 'hash'>): boolean
  /** Every document of a ballot held here, once, in the order of need. */
  inBallots(): BallotDocument[]
  /** Everything that belongs to a document, itself included. */
  filesOf(document: Pick<BallotDocument, 'hash' | 'size'>): NamedFile[]
  /** Reads the states again and opens in full what is complete and not yet checked. */
  refresh(): Promise<void>
  /** Any bytes of a complete file. */
  source(file: NamedFile): DocumentSource
  /** The whole of it; null where it is not here, or does not open any more. */
  whole(file: NamedFile): Promise<Bytes | null>
  /** What is drawn for a document: its reading copy where that is here, else itself. */
  drawn(document: Pick<BallotDocument, 'hash' | 'size'>): DocumentSource
  /** Files that no ballot held here needs any more: closed ones and those taken away. */
  discardable(): Hash[]
  /** To make room: it does not come back by itself, unless an open ballot needs it. */
  remove(hash: Hash): Promise<void>
  /** Whether its owner removed a document to make room. */
  isFreed(document: Pick<BallotDocument, 'hash' | 'size'>): boolean
  /** A removed document is wanted again. */
  wantAgain(document: Pick<BallotDocument, 'hash' | 'size'>): Promise<void>
  subscribe(listener: () => void): () => void
  clear(): void
}

export function createDocumentShelf(deps: { copy: WorkingCopy; files: FileStore }): DocumentShelf {
  const { copy, files } = deps
  let states = new Map<Hash, FileState>()
  const checked = new Set<Hash>()
  const freed = createFreedFiles(copy)
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

  const dossierOf = (ballot: Ballot): Dossier => {
    const documents = documentsOf(ballot.id)
    const now = new Set(documents.map(({ hash }) => hash))
    const former = ballot.versions
      .slice(0, -1)
      .flatMap(({ hash }) => contentIn(copy, hash)?.documents ?? [])
      .filter(({ hash }) => !now.has(hash))
    const files = (document: BallotDocument) => filesOf(document, copy)
    return { documents: documents.map(files), former: former.map(files) }
  }

  /** What belongs to open ballots. */
  const neededNow = (): Set<Hash> => {
    const dossiers = ballots()
      .filter((b) => isOpen(b.phase.state))
      .map(dossierOf)
    const needed = [
      ...dossiers.flatMap(({ documents }) => documents.flatMap(allFiles)),
      ...dossiers.flatMap(({ former }) => former.flatMap(({ text }) => text ?? [])),
    ]
    return new Set(needed.map(({ hash }) => hash))
  }

  const isComplete = ({ hash }: Pick<NamedFile, 'hash'>) => states.get(hash)?.isComplete === true
  const haveOf = (file: NamedFile) => (isComplete(file) ? file.size : (states.get(file.hash)?.have ?? 0))
  /** What must be here before a document is ready: one of the two that can be drawn, and its list of pages. */
  const needOf = (document: BallotDocument): NamedFile[] => {
    const { original, readingCopy, pages } = filesOf(document, copy)
    const main = readingCopy && !isComplete(original) && isComplete(readingCopy) ? readingCopy : original
    return pages ? [pages, main] : [main]
  }

  let hasChanged = false
  let reading: Promise<void> | null = null
  const readStates = async () => {
    states = new Map((await files.states()).map((state) => [state.hash, state]))
    tell()
    for (const { hash, isComplete } of states.values()) {
      // What has changed meanwhile is shown before the next file is opened.
      if (hasChanged) return
      if (!isComplete || checked.has(hash)) continue
      if (await files.verify(hash)) checked.add(hash)
      else states.delete(hash)
      tell()
    }
  }
  /** Pieces come in faster than files are opened: one reading at a time. */
  const readAll = async () => {
    while (hasChanged) {
      hasChanged = false
      await readStates()
    }
  }
  const source = ({ hash, size }: NamedFile): DocumentSource => ({
    size,
    read: async (from, to) => {
      const first = Math.floor(from / chunkBytes)
      const count = Math.ceil(to / chunkBytes) - first
      const chunks = await Promise.all(Array.from({ length: count }, (_, i) => files.chunk(hash, first + i)))
      const start = first * chunkBytes
      return concat(...chunks).subarray(from - start, to - start)
    },
  })

  return {
    wanted: () => {
      const needed = neededNow()
      return inOrderOfNeed(ballots().map(dossierOf)).filter(
        ({ hash }) => needed.has(hash) || !freed.has(hash),
      )
    },
    readiness: (id) => {
      const needed = documentsOf(id).flatMap(needOf)
      if (needed.length === 0) return { kind: 'no-documents' }
      if (!needed.every(isComplete)) {
        const total = needed.reduce((sum, { size }) => sum + size, 0)
        return { kind: 'fetching', have: needed.reduce((sum, file) => sum + haveOf(file), 0), total }
      }
      return needed.every(({ hash }) => checked.has(hash)) ? { kind: 'ready' } : { kind: 'checking' }
    },
    isReadable: (document) => {
      const { original, readingCopy } = filesOf(document, copy)
      return isComplete(original) || (readingCopy !== null && isComplete(readingCopy))
    },
    states: () => [...states.values()],
    isComplete,
    inBallots: () => {
      const documents = ballots().flatMap(({ id }) => documentsOf(id))
      return [...new Map(documents.map((document) => [document.hash, document])).values()]
    },
    filesOf: (document) => allFiles(filesOf(document, copy)),
    refresh: () => {
      hasChanged = true
      reading ??= readAll().finally(() => {
        reading = null
      })
      return reading
    },
    source,
    whole: async (file) => {
      if (!isComplete(file)) return null
      try {
        return await source(file).read(0, file.size)
      } catch (error) {
        if (asStoreFault(error)) return null
        throw error
      }
    },
    drawn: (document) => {
      const { original, readingCopy } = filesOf(document, copy)
      return source(readingCopy && isComplete(readingCopy) ? readingCopy : original)
    },
    discardable: () => {
      const needed = neededNow()
      return [...states.keys()].filter((hash) => !needed.has(hash))
    },
    remove: async (hash) => {
      // Noted first: a fetch that comes in between would bring it back.
      await freed.add(hash)
      await files.remove(hash)
      states.delete(hash)
      checked.delete(hash)
      tell()
    },
    isFreed: ({ hash }) => freed.has(hash),
    wantAgain: async (document) => {
      await freed.forget(allFiles(filesOf(document, copy)).map(({ hash }) => hash))
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
