import { useEffect, useMemo, useState } from 'react'
import type { Hash } from '../../../shared/domain/id.ts'
import type { AnnotationHandle, TextOf } from '../../app/annotation-handle.ts'
import { textsForMarks } from '../../app/mark-texts.ts'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useApp } from '../app-context.tsx'

const unknown: TextOf = () => null

/** By what marks of former versions are placed in the open one; until `isReady` it is not known where they stand. */
export function useTextOf(
  hash: Hash | null,
  handle: AnnotationHandle | null,
  { version, viewer }: { version: number; viewer: PdfViewer | null },
): { textOf: TextOf; isReady: boolean } {
  const { pageFiles } = useApp()
  const [found, setFound] = useState({ textOf: unknown, of: '' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says that the notes have changed
  const former = useMemo(
    () => handle?.list().filter((mark) => mark.version !== hash) ?? [],
    [handle, hash, version],
  )
  const key = former.length === 0 ? '' : [hash, ...former.map(({ id }) => id)].join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which marks they are
  useEffect(() => {
    if (hash === null || viewer === null || key === '') return
    let isGone = false
    void textsForMarks(hash, former, {
      text: pageFiles.text,
      // A page that cannot be read leaves its marks in the tray.
      runs: (page) => viewer.textRuns(page).catch(() => []),
      pages: viewer.pages,
    }).then((textOf) => {
      if (!isGone) setFound({ textOf, of: key })
    })
    return () => {
      isGone = true
    }
  }, [pageFiles, hash, viewer, key])
  return { textOf: found.textOf, isReady: key === '' || key === found.of }
}
