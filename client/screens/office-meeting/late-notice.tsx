import { isSentLate } from '../../../shared/domain/meeting.ts'
import type { Instant } from '../../../shared/lib/time.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'

/** What goes out now comes late (M1): said beforehand, never forbidden. */
export function LateNotice({ startsAt }: { startsAt: Instant | null }) {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const now = app.now()
  if (startsAt === null || startsAt <= now || !isSentLate(now, startsAt)) return null
  return (
    <Notice tone="waiting" title={t('agenda.late')}>
      {t('agenda.lateText')}
    </Notice>
  )
}
