import { useEffect, useRef } from 'react'
import type { Quote } from '../../../shared/domain/annotation.ts'
import type { InkPoint } from '../../../shared/domain/ink-stroke.ts'
import type { TextRun } from '../../../shared/domain/page-text.ts'
import { besideStroke, quoteNear } from '../../../shared/domain/quote-near.ts'
import { secondMs } from '../../../shared/lib/time.ts'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'

type Place = readonly [number, number]
type Written = { page: number; at: Place; when: number; quote: Quote | null }

/** The strokes of one word, in points and milliseconds: they are not torn apart. */
const oneWord = { across: 60, down: 14, ms: 3 * secondMs }

/**
 * The words beside a place, by which what is put or written there follows them into a new version (A4). Read ahead, while
 * something is held: a touch does not wait for them.
 */
export function useNearbyWords(viewer: PdfViewer | null, isHeld: boolean, now: () => number) {
  const runs = useRef(new Map<number, readonly TextRun[]>())
  const last = useRef<Written | null>(null)
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
  const words = useRef({
    near: (page: number, at: Place): Quote | null => quoteNear(runs.current.get(page) ?? [], at),
    nearStroke: (page: number, points: readonly InkPoint[]): Quote | null => {
      const at = middleOf(points)
      const before = last.current
      const when = now()
      const goesOn =
        before !== null &&
        before.page === page &&
        when - before.when < oneWord.ms &&
        Math.abs(at[0] - before.at[0]) < oneWord.across &&
        Math.abs(at[1] - before.at[1]) < oneWord.down
      const quote = goesOn ? before.quote : quoteNear(runs.current.get(page) ?? [], at, besideStroke)
      last.current = { page, at, when, quote }
      return quote
    },
  })
  return words.current
}

function middleOf(points: readonly InkPoint[]): Place {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]
}
