import { useEffect, useMemo, useState } from 'react'
import type { Hash } from '../../../shared/domain/id.ts'
import type { AnnotationHandle, TextOf } from '../../app/annotation-handle.ts'
import { textsForMarks } from '../../app/mark-texts.ts'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useApp } from '../app-context.tsx'

const unknown: TextOf = () => null

/** By what marks of former versions are placed in the open one: nothing until the texts have been read, then those. */
export function useTextOf(
  hash: Hash | null,
  handle: AnnotationHandle | null,
  { version, viewer }: { version: number; viewer: PdfViewer | null },
): TextOf {
  const { pageFiles } = useApp()
  const [textOf, setTextOf] = useState<TextOf>(() => unknown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says that the notes have changed
  const former = useMemo(
    () => handle?.list().filter((mark) => mark.version !== hash) ?? [],
    [handle, hash, version],
  )
  const key = former.map(({ id }) => id).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which marks they are
  useEffect(() => {
    if (hash === null || viewer === null || key === '') return
    let isGone = false
    void textsForMarks(hash, former, {
      text: pageFiles.text,
      // A page that cannot be read leaves its marks in the tray.
      runs: (page) => viewer.textRuns(page).catch(() => []),
    }).then((found) => {
      if (!isGone) setTextOf(() => found)
    })
    return () => {
      isGone = true
    }
  }, [pageFiles, hash, viewer, key])
  return textOf
}
