import type { Ballot } from '../../../shared/domain/ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'

/** A ballot is taken back; what was said to it stays stored (B4, B13). */
export function RecallSheet({ ballot, onClose }: { ballot: Ballot; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { number } = ballot
  return (
    <AuthoritySheet
      title={number === null ? t('desk.recall.titleNoNumber') : t('desk.recall.title', { number })}
      warning={t(number === null ? 'desk.recall.warningNotIssued' : 'desk.recall.warning')}
      confirm={t('desk.recall.confirm')}
      done={t('desk.recall.done')}
      reason={{ most: 1000 }}
      perform={(reason) => app.office.recall(ballot.id, reason)}
      onClose={onClose}
    >
      <p>{t(number === null ? 'desk.recall.textNotIssued' : 'desk.recall.text')}</p>
    </AuthoritySheet>
  )
}
