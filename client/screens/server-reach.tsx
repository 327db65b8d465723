import type { Status } from '../app/status.ts'
import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import { OfflineNotice } from '../ui/offline-notice.tsx'
import { useApp, useAppVersion } from './app-context.tsx'

const outOfReach: ReadonlySet<Status['kind']> = new Set([
  'offline',
  'server-silent',
  'signed-out',
  'update-required',
])

/** Whether an act of authority has a chance at this moment (O9). */
export function useServerReach(): boolean {
  const app = useApp()
  useAppVersion()
  return !outOfReach.has(app.status().kind)
}

/** Says why buttons of authority rest; nothing while the server is there. */
export function ServerReachNotice() {
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  if (canReach) return null
  const status = app.status()
  const text = t('authority.needsServerText')
  if (status.kind !== 'offline') {
    return (
      <Notice tone="waiting" sign="offline" title={t('authority.needsServer')}>
        {text}
      </Notice>
    )
  }
  return <OfflineNotice {...(status.since !== null && { since: status.since })}>{text}</OfflineNotice>
}
