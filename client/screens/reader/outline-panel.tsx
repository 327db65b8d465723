import { useEffect, useState } from 'react'
import type { Outline } from '../../pdf/outline.ts'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import { ThingSkeleton } from '../../ui/skeleton.tsx'
import { useAppVersion } from '../app-context.tsx'

/** The document's own table of contents, or else the headings in its words. */
export function OutlinePanel({ viewer }: { viewer: PdfViewer }) {
  const { t } = useWords()
  const [outline, setOutline] = useState<Outline | null>(null)
  const now = useAppVersion()
  const version = outline?.from === 'unread' ? now : 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: as long as the words are missing, what comes may bring them
  useEffect(() => {
    let isGone = false
    viewer.outline().then(
      (found) => !isGone && setOutline(found),
      () => !isGone && setOutline({ items: [], from: 'file' }),
    )
    return () => {
      isGone = true
    }
  }, [viewer, version])
  if (outline === null) return <ThingSkeleton />
  const { items, from } = outline
  if (items.length === 0) {
    return (
      <p className="ec-quiet">
        {t(from === 'unread' ? 'viewer.side.unreadOutline' : 'viewer.side.noOutline')}
      </p>
    )
  }
  return (
    <>
      {from === 'words' && <p className="ec-reader-derived">{t('viewer.side.derivedOutline')}</p>}
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
    </>
  )
}
