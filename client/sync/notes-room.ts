import type { Bytes } from '../../shared/lib/bytes.ts'
import { secondMs } from '../../shared/lib/time.ts'
import type { NoteRoom, NoteSaved, NoteStore, NoteSync } from '../app/note-ports.ts'
import type { Clock, Random, StoreFault, Timers } from '../app/ports.ts'
import { asStoreFault } from '../app/store-fault.ts'
import { createNotesDocument } from './notes-document.ts'
import { type NotesLine, openNotesLine } from './notes-line.ts'
import { createRedial } from './redial.ts'

/** One room: its document, written to the sealed store as it changes, and exchanged with the server while there is a line. */
export type KeptRoom = NoteRoom & {
  /** Reads what is stored, then dials, and dials again until it is closed. */
  connect(): void
  disconnect(): void
  /** Dials at once where there is no line. */
  wake(): void
  /** Whether there may be something to exchange: a line was begun, or something was written. */
  isPending(): boolean
  /** Whether something written here, in this run or an earlier one, is not known to be on the server's disk (O1). */
  isUnsent(): boolean
  /** How many lines have ended so far. */
  endings(): number
  /** Everything ends; what was not saved by then is tried once more. */
  close(): void
}

type Update = { update: Bytes; isOwn: boolean }

export type RoomParts = {
  name: string
  isWritable: boolean
  store: NoteStore
  clock: Clock
  random: Random
  timers: Timers
  /** Rooms are addressed as `{serverUrl}/{room}`; `ws:` or `wss:`. */
  serverUrl: string
  WebSocket: typeof WebSocket
  /** Something was written here, or came from elsewhere; not what was stored. */
  onChange(): void
  /** Whether it is unsent, or how it stands with its line, may have changed. */
  onSync(): void
}

const notAllowedCode = 4403
const tooLargeCode = 4413
const dialMs = 20 * secondMs
const saveAgainMs = 3 * secondMs
/** Updates of a stored room after which it is written anew as one. */
const scattered = 100

export function keepRoom(parts: RoomParts): KeptRoom {
  const { name, store, timers } = parts
  const listeners = new Set<() => void>()
  const saving = new Set<Promise<void>>()
  let unsaved: Update[] = []
  let fault: StoreFault | null = null
  let cancelSave = () => {}
  let sync: NoteSync = { kind: 'offline', isSent: false }
  let line: NotesLine | null = null
  let isLoaded = false
  let isWanted = false
  /** Since it was opened there was a line, or something was written. */
  let isTouched = false
  let isUnsent = false
  /** What the store says of it. */
  let isStoredUnsent = false
  let endings = 0
  let isClosed = false
  let cancelDial = () => {}
  const redial = createRedial({ timers, random: parts.random, dial })

  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const show = (next: NoteSync) => {
    if (JSON.stringify(next) === JSON.stringify(sync)) return
    sync = next
    if (next.kind === 'synced') isUnsent = false
    storeSent()
    tell()
    parts.onSync()
  }

  const document = createNotesDocument({
    clock: parts.clock,
    random: parts.random,
    onUpdate: (update, isLocal) => {
      save({ update, isOwn: isLocal })
      isTouched = true
      if (isLocal) {
        isUnsent = true
        if (sync.kind === 'offline') show({ kind: 'offline', isSent: false })
        parts.onSync()
      }
      parts.onChange()
    },
    onChange: tell,
  })

  /** What comes after a write that failed goes with it, in its order: it builds on that, and would be seen by nobody. */
  function save(update: Update): void {
    unsaved.push(update)
    isStoredUnsent ||= update.isOwn
    saveAgain()
  }

  function write(given: Update): void {
    const append = () => store.append(name, given.update, given.isOwn)
    // Once the room is read sealing begins at once, so that a lock in the next moment loses nothing.
    const appended = isLoaded ? append() : loaded.then(append)
    const written = appended.then(
      () => {
        if (unsaved.length === 0) fault = null
      },
      (error: unknown) => {
        fault = asStoreFault(error)
        if (fault === null) throw error
        unsaved.push(given)
        cancelSave()
        cancelSave = timers.after(saveAgainMs, saveAgain)
      },
    )
    const watched = written.finally(() => {
      saving.delete(watched)
      storeSent()
      tell()
    })
    saving.add(watched)
  }

  function saveAgain(): void {
    cancelSave()
    const waiting = unsaved
    unsaved = []
    for (const update of waiting) write(update)
  }

  /** That the server has all of it on disk is remembered over a restart. */
  function storeSent(): void {
    if (isUnsent || !isStoredUnsent || !isLoaded || saving.size + unsaved.length > 0) return
    isStoredUnsent = false
    store.markSent(name).catch((error: unknown) => {
      // Then it counts as unsent for longer than it is.
      isStoredUnsent = true
      if (!asStoreFault(error)) throw error
    })
  }

  /** Read once, before anything is sent: a reader's room must have nothing of its own to say. */
  const loaded = (async () => {
    const stored = await store.load(name)
    if (isClosed) return
    const { updates, upTo } = stored
    document.restore(updates)
    isLoaded = true
    isUnsent ||= stored.isUnsent
    isStoredUnsent ||= stored.isUnsent
    if (!isUnsent && sync.kind === 'offline') show({ kind: 'offline', isSent: true })
    parts.onSync()
    if (updates.length >= scattered) await compact(upTo)
  })()
  // Whoever waits for it is told; nobody need wait.
  loaded.catch(() => {})

  async function compact(upTo: number): Promise<void> {
    try {
      await store.compact(name, document.snapshot(), upTo)
    } catch (error) {
      // The updates are still there; the next opening tries again.
      if (!asStoreFault(error)) throw error
    }
  }

  function dial(): void {
    if (!isWanted || isClosed) return
    cancelDial()
    line ??= openNotesLine({
      ...parts,
      room: name,
      doc: document.doc,
      onSynced: () => {
        cancelDial()
        redial.worked()
        show({ kind: 'synced' })
      },
      onSending: () => show({ kind: 'sending' }),
      onEnded: ended,
    })
    cancelDial = timers.after(dialMs, () => line?.hangUp())
    line.dial()
  }

  function ended(code: number | null): void {
    cancelDial()
    endings++
    if (code === tooLargeCode) show({ kind: 'too-large' })
    else if (code === notAllowedCode) show({ kind: 'refused' })
    else show({ kind: 'offline', isSent: isSent() })
    tell()
    if (isWanted) redial.ended(code)
  }

  function disconnect(): void {
    isWanted = false
    redial.cancel()
    cancelDial()
    line?.leave()
    line = null
    if (sync.kind === 'synced' || sync.kind === 'sending') show({ kind: 'offline', isSent: isSent() })
  }

  const isSent = (): boolean => sync.kind === 'synced' || (sync.kind === 'offline' && sync.isSent)

  return {
    ...document,
    ready: () => loaded,
    async whenStored() {
      await loaded
      if (unsaved.length > 0) saveAgain()
      while (saving.size > 0) await Promise.all(saving)
      if (unsaved.length > 0 && fault) throw Object.assign(new Error(`notes: ${fault.kind}`), fault)
    },
    saved: (): NoteSaved => {
      if (fault && unsaved.length > 0) return { kind: 'not-saved', fault }
      return saving.size > 0 ? { kind: 'saving' } : { kind: 'saved' }
    },
    sync: () => sync,
    isPending: () => isTouched && !isSent(),
    isUnsent: () => isUnsent,
    endings: () => endings,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    connect() {
      if (isWanted || isClosed) return
      isWanted = true
      isTouched = true
      void loaded.then(
        () => redial.now(),
        () => {
          isWanted = false
        },
      )
    },
    disconnect,
    wake() {
      if (isWanted && sync.kind !== 'synced' && sync.kind !== 'sending') redial.now()
    },
    close() {
      disconnect()
      isClosed = true
      if (unsaved.length > 0) saveAgain()
      cancelSave()
      listeners.clear()
      document.destroy()
    },
  }
}
