import type { Ballot } from '../../../shared/domain/ballot.ts'
import { answerCounts } from '../../app/watch-stage.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'

/** Closing by hand: when everybody has answered, or after a downtime (B8). */
export function CloseSheet({ ballot, onClose }: { ballot: Ballot; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { silent, former } = answerCounts(app.office.watch(ballot.id))
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
      {silent === 0 && former === 0 && <p>{t('desk.close.early')}</p>}
      {silent > 0 && <p>{t('desk.close.waits', { count: silent })}</p>}
      {former > 0 && <p>{t('desk.close.former', { count: former })}</p>}
    </AuthoritySheet>
  )
}
