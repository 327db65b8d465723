import type { Ballot } from '../../../shared/domain/ballot.ts'
import { isUnanswered } from '../../app/watch-stage.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'

/** Closing by hand: when everybody has answered, or after a downtime (B8). */
export function CloseSheet({ ballot, onClose }: { ballot: Ballot; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const silent = app.office.watch(ballot.id).filter(isUnanswered).length
  return (
    <AuthoritySheet
      title={t('desk.close.title', { number: ballot.number ?? '' })}
      warning={t('desk.close.warning')}
      confirm={t('desk.close.confirm')}
      done={t('desk.close.done')}
      reason={{ most: 1000 }}
      perform={(reason) => app.office.close(ballot.id, reason)}
      onClose={onClose}
    >
      <p>{silent === 0 ? t('desk.close.early') : t('desk.close.waits', { count: silent })}</p>
    </AuthoritySheet>
  )
}
