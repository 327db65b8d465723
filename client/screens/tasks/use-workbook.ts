import { useEffect, useRef, useState } from 'react'
import type { Hash } from '../../../shared/domain/id.ts'
import type { ImportChoices } from '../../../shared/domain/task-import.ts'
import type { ImportPreview } from '../../../shared/protocol/task-import.ts'
import type { NetworkFault } from '../../app/ports.ts'
import type { UploadFault, UploadProgress } from '../../app/upload-port.ts'
import { useApp } from '../app-context.tsx'

/** A workbook on its way: sent, checked and read by the server, then told row by row. */
export type WorkbookState =
  | { kind: 'none' }
  | { kind: 'sending'; name: string; size: number; progress: UploadProgress | null }
  | { kind: 'refused'; name: string; size: number; fault: UploadFault }
  | { kind: 'reading'; name: string; file: Hash }
  | { kind: 'failed'; name: string; file: Hash; fault: NetworkFault }
  | { kind: 'seen'; name: string; file: Hash; preview: ImportPreview }

export function useWorkbook(choices: ImportChoices | null) {
  const app = useApp()
  const [state, setState] = useState<WorkbookState>({ kind: 'none' })
  const abort = useRef<AbortController | null>(null)
  const file = 'file' in state ? state.file : null
  const [look, setLook] = useState(0)
  useEffect(() => () => abort.current?.abort(), [])

  const assign = choices?.assign ?? false
  const assigner = choices?.assigner ?? null
  const { taskImporting } = app
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` asks once more
  useEffect(() => {
    if (file === null || assigner === null) return
    let isOver = false
    setState((was) => ('file' in was ? { kind: 'reading', name: was.name, file } : was))
    void taskImporting.preview(file, { assign, assigner, withoutProblems: false }).then((reply) => {
      if (isOver) return
      setState((was) => {
        if (!('file' in was)) return was
        const { name } = was
        return reply.ok
          ? { kind: 'seen', name, file, preview: reply.value }
          : { kind: 'failed', name, file, fault: reply.error }
      })
    })
    return () => {
      isOver = true
    }
  }, [taskImporting, file, assign, assigner, look])

  const choose = async (chosen: File) => {
    abort.current?.abort()
    const own = new AbortController()
    abort.current = own
    const { name, size } = chosen
    setState({ kind: 'sending', name, size, progress: null })
    const sent = await app.upload({
      file: {
        size,
        slice: async (from, to) => new Uint8Array(await chosen.slice(from, to).arrayBuffer()),
      },
      use: 'workbook',
      onProgress: (progress) => {
        if (!own.signal.aborted) setState({ kind: 'sending', name, size, progress })
      },
      signal: own.signal,
    })
    if (own.signal.aborted) return setState({ kind: 'none' })
    setState(
      sent.ok
        ? { kind: 'reading', name, file: sent.value.hash }
        : { kind: 'refused', name, size, fault: sent.error },
    )
    return undefined
  }
  return {
    state,
    choose,
    stop: () => abort.current?.abort(),
    again: () => setLook((was) => was + 1),
    reset: () => setState({ kind: 'none' }),
  }
}
