import type { ReactNode } from 'react'
import { formatHour, type Instant } from '../../shared/lib/time.ts'
import { useWords } from './i18n.ts'
import { Notice } from './notice.tsx'

/** On a screen that shows less, or waits, because there is no network; `children` say what still works. */
export function OfflineNotice({ since, children }: { since?: Instant; children?: ReactNode }) {
  const { t } = useWords()
  return (
    <Notice tone="quiet" sign="offline" title={t('interface.offline.title')}>
      {since !== undefined && t('interface.offline.since', { hour: formatHour(since) })} {children}
    </Notice>
  )
}
