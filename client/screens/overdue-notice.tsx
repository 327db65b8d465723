import type { BallotView } from '../app/ballot.ts'
import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import { useApp } from './app-context.tsx'

/** Past the deadline by this device's clock, which closes nothing (O8): answering stays open, with what may come of it. */
export function OverdueNotice({ view }: { view: BallotView }) {
  const app = useApp()
  const { t } = useWords()
  if (view.ballot.phase.state !== 'issued' || app.now() <= view.ballot.deadlineAt) return null
  return <Notice tone="waiting" title={t('ballot.overdue')} />
}
