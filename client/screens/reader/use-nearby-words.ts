import { useEffect, useRef } from 'react'
import type { Quote } from '../../../shared/domain/annotation.ts'
import type { TextRun } from '../../../shared/domain/page-text.ts'
import { quoteNear } from '../../../shared/domain/quote-near.ts'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'

/**
 * The words beside a place, by which what is put there follows them into a new version (A4). Read ahead, while something is
 * held that will be put down: a touch does not wait for them.
 */
export function useNearbyWords(viewer: PdfViewer | null, isHeld: boolean) {
  const runs = useRef(new Map<number, readonly TextRun[]>())
  useEffect(() => {
    const known = runs.current
    known.clear()
    if (!viewer || !isHeld) return
    const asked = new Set<number>()
    const look = () => {
      for (const page of [viewer.page(), viewer.page() - 1, viewer.page() + 1]) {
        if (page < 1 || page > viewer.pages || asked.has(page)) continue
        asked.add(page)
        // A page that cannot be read has no words to stand by.
        void viewer.textRuns(page).then(
          (found) => known.set(page - 1, found),
          () => {},
        )
      }
    }
    look()
    return viewer.subscribe(look)
  }, [viewer, isHeld])
  return useRef((page: number, at: readonly [number, number]): Quote | null =>
    quoteNear(runs.current.get(page) ?? [], at),
  ).current
}
