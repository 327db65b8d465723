import type { BallotDocument } from '../../shared/domain/ballot.ts'
import type { DossierId } from '../../shared/domain/dossier.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { type Bytes, concat } from '../../shared/lib/bytes.ts'
import { chunkBytes } from '../../shared/protocol/api.ts'
import { allFiles, filesOf, type NamedFile } from './document-files.ts'
import { createDossiers, filesIn } from './dossiers.ts'
import { createFetchPlan } from './fetch-plan.ts'
import { createFreedFiles } from './freed-files.ts'
import type { FileState, FileStore, StorageFacts } from './ports.ts'
import { asStoreFault } from './store-fault.ts'
import { unattended } from './unattended.ts'
import type { WorkingCopy } from './working-copy.ts'

/** A dossier's files on this device (D4): what is wanted, in order of need; what is ready, shown only once opened whole. */

/** `checking`: every byte is here, not yet opened in this session. */
export type Readiness =
  | { kind: 'ready' }
  | { kind: 'checking' }
  | { kind: 'fetching'; have: number; total: number }
  /** What is missing does not fit on this device. */
  | { kind: 'no-room'; missing: number }
  /** Every document is here, and what it is read with is not yet. */
  | { kind: 'no-program' }
  | { kind: 'no-documents' }

/** Bytes [from, to) of a file of `size` bytes. `read` rejects with a StoreFault. */
export type DocumentSource = { size: number; read(from: number, to: number): Promise<Bytes> }

export type DocumentShelf = {
  /** Files to have, of open ballots and meetings first, by the hour at which they are needed. */
  wanted(): NamedFile[]
  /** Those of them for which there is room, once what makes way for them has been removed. */
  planFetch(): Promise<NamedFile[]>
  /** The browser took no more; another plan then makes room, or does without. */
  roomRefused(): Promise<void>
  /** Its owner may have made room elsewhere. */
  tryRoomAgain(): void
  /** Whether there is no room for what a document is read by. */
  isLacking(document: Pick<BallotDocument, 'hash' | 'size'>): boolean
  /** Documents of open dossiers that have no room here, each once, and the bytes that are missing of them. */
  lacking(): { documents: number; bytes: number }
  /** Of several dossiers together: a meeting's items. */
  readiness(...dossiers: DossierId[]): Readiness
  /** Whether its pages can be shown: the document itself is here, or its reading copy. */
  isReadable(document: Pick<BallotDocument, 'hash' | 'size'>): boolean
  states(): FileState[]
  isComplete(file: Pick<NamedFile, 'hash'>): boolean
  /** Every document of what is held here, once, in the order of need. */
  inDossiers(): BallotDocument[]
  /** Everything that belongs to a document, itself included. */
  filesOf(document: Pick<BallotDocument, 'hash' | 'size'>): NamedFile[]
  /** Whoever opens a dossier has its files here from then on. */
  ask(dossier: DossierId): Promise<void>
  /** Reads the states again and opens in full what is complete and not yet checked. */
  refresh(): Promise<void>
  /** Any bytes of a complete file. */
  source(file: NamedFile): DocumentSource
  /** The whole of it; null where it is not here, or does not open any more. */
  whole(file: NamedFile): Promise<Bytes | null>
  /** What is drawn for a document: its reading copy where that is here, else itself. */
  drawn(document: Pick<BallotDocument, 'hash' | 'size'>): DocumentSource
  /** Files that no dossier held here needs any more: closed ones and those taken away. */
  discardable(): Hash[]
  /** Removes whatever no dossier held here names any more: the Office has withdrawn it. For when the rows are complete. */
  removeWithdrawn(): Promise<void>
  /** To make room: it does not come back by itself, unless an open dossier needs it. */
  remove(hash: Hash): Promise<void>
  /** Whether its owner removed a document to make room. */
  isFreed(document: Pick<BallotDocument, 'hash' | 'size'>): boolean
  /** A removed document is wanted again. */
  wantAgain(document: Pick<BallotDocument, 'hash' | 'size'>): Promise<void>
  subscribe(listener: () => void): () => void
  clear(): void
}

export function createDocumentShelf(deps: {
  copy: WorkingCopy
  files: FileStore
  storage: StorageFacts
  /** Files of this person's own, on their way to the Office: they stay, whatever dossiers name. */
  kept?(): ReadonlySet<Hash>
  /** A file that was whole is no longer: what is damaged is to be fetched again. */
  onDamaged?(): void
}): DocumentShelf {
  const { copy, files } = deps
  const { program } = deps.storage
  let states = new Map<Hash, FileState>()
  const checked = new Set<Hash>()
  const freed = createFreedFiles(copy)
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }

  const leaveProgram = program.subscribe(tell)

  const dossiers = createDossiers(copy)
  const { documentsOf } = dossiers
  const inUse = new Set<Hash>()

  /** What belongs to open dossiers. */
  const neededNow = (): Set<Hash> =>
    new Set(
      dossiers
        .open()
        .flatMap(filesIn)
        .map(({ hash }) => hash),
    )

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
      else {
        states.delete(hash)
        deps.onDamaged?.()
      }
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
  const refresh = (): Promise<void> => {
    hasChanged = true
    reading ??= readAll().finally(() => {
      reading = null
    })
    return reading
  }
  const piece = async (hash: Hash, index: number): Promise<Bytes> => {
    try {
      return await files.chunk(hash, index)
    } catch (error) {
      if (asStoreFault(error)?.kind === 'corrupt' && checked.delete(hash)) unattended(refresh())
      throw error
    }
  }
  const source = ({ hash, size }: NamedFile): DocumentSource => ({
    size,
    read: async (from, to) => {
      const first = Math.floor(from / chunkBytes)
      const count = Math.ceil(to / chunkBytes) - first
      const chunks = await Promise.all(Array.from({ length: count }, (_, i) => piece(hash, first + i)))
      const start = first * chunkBytes
      return concat(...chunks).subarray(from - start, to - start)
    },
  })

  const isReadable: DocumentShelf['isReadable'] = (document) => {
    const { original, readingCopy } = filesOf(document, copy)
    return isComplete(original) || (readingCopy !== null && isComplete(readingCopy))
  }
  const missingOf = (needed: readonly NamedFile[]) =>
    needed.reduce((sum, file) => sum + (plan.lacks(file.hash) ? file.size - haveOf(file) : 0), 0)
  const lackingOf = (document: BallotDocument) => missingOf(needOf(document))
  const readinessOf = (...ids: DossierId[]): Readiness => {
    const needed = ids.flatMap(documentsOf).flatMap(needOf)
    if (needed.length === 0) return { kind: 'no-documents' }
    if (!needed.every(isComplete)) {
      const missing = missingOf(needed)
      if (missing > 0) return { kind: 'no-room', missing }
      const total = needed.reduce((sum, { size }) => sum + size, 0)
      return { kind: 'fetching', have: needed.reduce((sum, file) => sum + haveOf(file), 0), total }
    }
    if (!needed.every(({ hash }) => checked.has(hash))) return { kind: 'checking' }
    return { kind: program.isHere() ? 'ready' : 'no-program' }
  }
  const remove = async (hash: Hash) => {
    await files.remove(hash)
    states.delete(hash)
    checked.delete(hash)
    tell()
  }
  const removeToMakeRoom = async (hash: Hash) => {
    // Noted first: a fetch that comes in between would bring it back.
    await freed.add(hash)
    await remove(hash)
  }
  const plan = createFetchPlan({
    ...deps,
    dossiers,
    freed,
    isInUse: (hash) => inUse.has(hash) || deps.kept?.().has(hash) === true,
    remove: removeToMakeRoom,
    onChange: tell,
  })

  return {
    wanted: plan.wanted,
    planFetch: plan.make,
    roomRefused: plan.refused,
    tryRoomAgain: plan.tryAgain,
    isLacking: (document) => !isReadable(document) && plan.lacks(document.hash),
    lacking: () => {
      const documents = dossiers
        .all()
        .filter(({ id, isOpen }) => isOpen && readinessOf(id).kind === 'no-room')
        .flatMap(({ id }) => documentsOf(id))
      const without = new Map(
        documents.flatMap((document) => {
          const bytes = lackingOf(document)
          return bytes > 0 ? [[document.hash, bytes] as const] : []
        }),
      )
      return { documents: without.size, bytes: [...without.values()].reduce((sum, bytes) => sum + bytes, 0) }
    },
    readiness: readinessOf,
    isReadable,
    states: () => [...states.values()],
    isComplete,
    inDossiers: () => {
      const documents = dossiers.all().flatMap((one) => one.documents)
      return [...new Map(documents.map((document) => [document.hash, document])).values()]
    },
    filesOf: (document) => allFiles(filesOf(document, copy)),
    ask: async (dossier) => {
      await dossiers.ask(dossier)
      tell()
    },
    refresh,
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
      for (const { hash } of allFiles(filesOf(document, copy))) inUse.add(hash)
      return source(readingCopy && isComplete(readingCopy) ? readingCopy : original)
    },
    discardable: () => {
      const needed = neededNow()
      const kept = deps.kept?.()
      return [...states.keys()].filter((hash) => !needed.has(hash) && !kept?.has(hash))
    },
    removeWithdrawn: async () => {
      const named = dossiers.named()
      const all = await files.states()
      const kept = deps.kept?.()
      for (const { hash } of all.filter((state) => !named.has(state.hash) && !kept?.has(state.hash))) {
        await remove(hash)
      }
    },
    remove: removeToMakeRoom,
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
      leaveProgram()
      states = new Map()
      checked.clear()
      inUse.clear()
      tell()
    },
  }
}
