import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { ThingSkeleton } from '../../ui/skeleton.tsx'

/** Longer than any honest document takes on an old tablet. */
const longMs = 8000

/** Until the first page is there; what takes long says so, and leaves nobody before an empty place. */
export function Opening({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), longMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="ec-reader-opening">
      {isLong ? (
        <Notice
          tone="waiting"
          title={t('viewer.slow')}
          action={
            <Button variant="default" onClick={onRetry}>
              {t('interface.retry')}
            </Button>
          }
        >
          {t('viewer.slowText')}
        </Notice>
      ) : (
        <p>{t('viewer.opening')}</p>
      )}
      <ThingSkeleton />
    </div>
  )
}
