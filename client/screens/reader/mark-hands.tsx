import { useSyncExternalStore } from 'react'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'

/** What writes and what pushes the paper: a pen changes it, and whoever wants to write with both says so here. */
export function MarkHands({ viewer }: { viewer: PdfViewer }) {
  const { t } = useWords()
  const hands = useSyncExternalStore(viewer.subscribe, viewer.marks.hands)
  const other = hands === 'pen' ? 'both' : 'pen'
  if (hands === 'finger' && navigator.maxTouchPoints === 0) return null
  return (
    <div className="ec-mark-hands">
      <span role="status">{t(`notes.hands.${hands}`)}</span>
      {hands !== 'finger' && (
        <button
          type="button"
          className="ec-plain-button ec-mark-layer"
          onClick={() => viewer.marks.chooseHands(other)}
        >
          {t(`notes.hands.choose.${other}`)}
        </button>
      )}
    </div>
  )
}
