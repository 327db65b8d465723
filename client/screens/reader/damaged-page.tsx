import { useSyncExternalStore } from 'react'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'

/** An empty page looks as if it were meant so: where its file is damaged, or nothing came to be seen, that is said over it. */
export function DamagedPage({
  viewer,
  isDamaged,
}: {
  viewer: PdfViewer
  isDamaged: (page: number) => boolean
}) {
  const { t } = useWords()
  const page = useSyncExternalStore(viewer.subscribe, viewer.page)
  const isEmpty = useSyncExternalStore(viewer.subscribe, () => viewer.isEmpty(page))
  const isLost = isDamaged(page)
  return (
    <div className="ec-reader-damaged ec-no-print" role="status">
      {isLost && (
        <Notice tone="waiting" sign="warning" title={t('viewer.damagedPage', { page })}>
          {t('viewer.damagedPageText')}
        </Notice>
      )}
      {isEmpty && !isLost && (
        <Notice tone="quiet" title={t('viewer.emptyPage', { page })}>
          {t('viewer.emptyPageText')}
        </Notice>
      )}
    </div>
  )
}
