import { summaryGap } from '../../../shared/domain/summary-rule.ts'
import type { OfficeBallotView } from '../../app/office-ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'

type SheetProps = { view: OfficeBallotView; onDone?: () => void; onClose: () => void }

/** From the secretary to the head of office. */
export function SubmitSheet({ view, onDone, onClose }: SheetProps) {
  const app = useApp()
  const { t } = useWords()
  const gap = summaryGap(view.content?.documents ?? [])
  return (
    <AuthoritySheet
      title={t('desk.submit.title')}
      confirm={t('desk.submit.confirm')}
      done={t('desk.submit.done')}
      disabled={gap !== null}
      perform={() => app.office.submit(view.ballot.id)}
      {...(onDone && { onDone })}
      onClose={onClose}
    >
      <p>
        <strong>{view.content?.title}</strong>
      </p>
      <p>{t('desk.submit.text')}</p>
      {gap && <Notice tone="urgent" title={t(`editor.gap.${gap}`)} />}
    </AuthoritySheet>
  )
}

/** And back, with the reason. */
export function ReturnSheet({ view, onClose }: SheetProps) {
  const app = useApp()
  const { t } = useWords()
  return (
    <AuthoritySheet
      title={t('desk.return.title')}
      confirm={t('desk.return.confirm')}
      done={t('desk.return.done')}
      reason={{ most: 1000 }}
      perform={(reason) => app.office.giveBack(view.ballot.id, reason)}
      onClose={onClose}
    >
      <p>{t('desk.return.text')}</p>
    </AuthoritySheet>
  )
}
