import { Button } from '@mantine/core'
import { useLocation, useNavigate } from 'react-router'
import { permit } from '../../shared/domain/access.ts'
import { dateAndHour } from '../ui/date-text.tsx'
import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import { useApp, useAppVersion } from './app-context.tsx'
import { paths } from './paths.ts'
import { useDirectory } from './use-directory.ts'

/** While the ledger is being restored: everybody is told, and the Office finds its way to what two officers must do. */
export function RestoreBanner() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { nameOf } = useDirectory()
  const isOfficer = permit(app.me().subject, { action: 'propose', about: 'restore', person: null }).allow
  const restore = app.restore.current()
  const status = app.status()
  // Not where it leads to.
  const open = (word: string) =>
    isOfficer &&
    pathname !== paths.deskRestore && (
      <Button variant="default" onClick={() => void navigate(paths.deskRestore)}>
        {word}
      </Button>
    )
  if (status.kind === 'not-trusted' && status.fault.kind === 'new-epoch' && isOfficer) {
    return (
      <Notice
        tone="urgent"
        title={t('restore.banner.undeclaredTitle')}
        action={open(t('restore.banner.declare'))}
      >
        {t('restore.banner.undeclaredText')}
      </Notice>
    )
  }
  if (restore === null) return null
  const [first, second] = restore.by
  return (
    <Notice
      tone="waiting"
      sign="undo"
      title={t('restore.banner.title')}
      action={open(t('restore.banner.open'))}
    >
      {t('restore.banner.text', {
        first: nameOf(first),
        second: nameOf(second),
        when: dateAndHour(restore.at),
        reason: restore.reason,
      })}
    </Notice>
  )
}
