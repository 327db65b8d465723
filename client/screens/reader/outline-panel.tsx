import { useEffect, useState } from 'react'
import type { OutlineItem } from '../../pdf/outline.ts'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import { ThingSkeleton } from '../../ui/skeleton.tsx'

/** The document's own table of contents. */
export function OutlinePanel({ viewer }: { viewer: PdfViewer }) {
  const { t } = useWords()
  const [items, setItems] = useState<OutlineItem[] | null>(null)
  useEffect(() => {
    let isGone = false
    viewer.outline().then(
      (found) => !isGone && setItems(found),
      () => !isGone && setItems([]),
    )
    return () => {
      isGone = true
    }
  }, [viewer])
  if (items === null) return <ThingSkeleton />
  if (items.length === 0) return <p className="ec-quiet">{t('viewer.side.noOutline')}</p>
  return (
    <ul className="ec-reader-outline">
      {items.map(({ title, level, go }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headings may be alike, and their order never changes
        <li key={i}>
          <button
            type="button"
            className="ec-plain-button"
            style={{ paddingInlineStart: 8 + level * 16 }}
            disabled={go === null}
            onClick={() => go?.()}
          >
            {title}
          </button>
        </li>
      ))}
    </ul>
  )
}
