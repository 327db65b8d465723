import { useEffect, useRef, useState } from 'react'
import type { Hash } from '../../../shared/domain/id.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import type { UploadFault, UploadProgress, UploadSource } from '../../app/upload-port.ts'
import { useApp } from '../app-context.tsx'

export type UploadItem<To = unknown> = {
  id: string
  /** Whose dossier it goes to. */
  to: To
  name: string
  size: number
  state:
    | { kind: 'queued' }
    | { kind: 'running'; progress: UploadProgress | null }
    | { kind: 'failed'; fault: UploadFault | { kind: 'duplicate'; title: string } }
}

type Uploaded = { name: string; hash: Hash; size: number; pages: number }

export type Uploads<To = unknown> = {
  items: readonly UploadItem<To>[]
  isRunning: boolean
  stop(id: string): void
  again(id: string): void
  drop(id: string): void
}

/**
 * Files on their way to the Office, one after the other; each can be stopped, and tried again where it was.
 * @param onDone returns the paper that is the same file, where the dossier has it already
 */
export function useUploads<To>(
  onDone: (file: Uploaded, to: To) => { title: string } | null,
): Uploads<To> & { add(files: readonly File[], to: To): void } {
  const app = useApp()
  const [items, setItems] = useState<readonly UploadItem<To>[]>([])
  const files = useRef(new Map<string, { file: File; to: To; abort: AbortController }>())
  const line = useRef<Promise<void>>(Promise.resolve())
  const done = useRef(onDone)
  done.current = onDone

  useEffect(() => {
    const under = files.current
    return () => {
      for (const { abort } of under.values()) abort.abort()
    }
  }, [])

  const set = (id: string, state: UploadItem['state']) =>
    setItems((all) => all.map((item) => (item.id === id ? { ...item, state } : item)))
  const drop = (id: string) => {
    files.current.get(id)?.abort.abort()
    files.current.delete(id)
    setItems((all) => all.filter((item) => item.id !== id))
  }

  const send = async (id: string) => {
    const entry = files.current.get(id)
    if (!entry || entry.abort.signal.aborted) return
    const { file, to, abort } = entry
    set(id, { kind: 'running', progress: null })
    const fault = await firstFault(file)
    if (fault) return set(id, { kind: 'failed', fault })
    const sent = await app.upload({
      file: sourceOf(file),
      onProgress: (progress) => set(id, { kind: 'running', progress }),
      signal: abort.signal,
    })
    if (!files.current.has(id)) return
    if (!sent.ok) return set(id, { kind: 'failed', fault: sent.error })
    const known = done.current({ name: shownName(file), ...sent.value }, to)
    if (known) set(id, { kind: 'failed', fault: { kind: 'duplicate', title: known.title } })
    else drop(id)
  }
  const enqueue = (id: string) => {
    line.current = line.current.then(() => send(id))
  }

  return {
    items,
    isRunning: items.some(({ state }) => state.kind !== 'failed'),
    add: (added, to) => {
      const next = added.map((file) => ({ id: app.office.newId(), file }))
      for (const { id, file } of next) files.current.set(id, { file, to, abort: new AbortController() })
      setItems((all) => [
        ...all,
        ...next.map(({ id, file }): UploadItem<To> => {
          return { id, to, name: shownName(file), size: file.size, state: { kind: 'queued' } }
        }),
      ])
      for (const { id } of next) enqueue(id)
    },
    stop: (id) => files.current.get(id)?.abort.abort(),
    again: (id) => {
      const entry = files.current.get(id)
      if (!entry) return
      files.current.set(id, { ...entry, abort: new AbortController() })
      set(id, { kind: 'queued' })
      enqueue(id)
    },
    drop,
  }
}

/** A name may hold signs that turn round or hide what stands beside it. */
const shownName = ({ name }: File): string => cleanText(name)

const sourceOf = (file: File): UploadSource => ({
  size: file.size,
  slice: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
})

/** What can be told without sending a hundred megabytes first; the server's intake has the last word. */
async function firstFault(file: File): Promise<UploadFault | null> {
  if (file.size === 0) return { kind: 'empty' }
  try {
    const head = await file.slice(0, 5).text()
    return head === '%PDF-' ? null : { kind: 'file-refused', reason: { kind: 'not-a-pdf' } }
  } catch {
    return { kind: 'unreadable' }
  }
}
