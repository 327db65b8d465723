import type { Verdict } from '../../../shared/domain/verdict.ts'
import { unreachable } from '../../../shared/lib/unreachable.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { heldWords } from '../answer-state.tsx'

/** What the Office made of an answer, by its receipt. */
export function VerdictSign({ verdict }: { verdict: Verdict }) {
  const { t } = useWords()
  switch (verdict.kind) {
    case 'accepted':
      return <StatusSign bare tone="good" word={t('receipts.accepted')} />
    case 'held':
      return (
        <StatusSign
          bare
          tone="waiting"
          sign="held"
          word={t('receipts.held', { why: heldWords(t, verdict.reason) })}
        />
      )
    case 'refused':
      return <StatusSign bare tone="urgent" word={t('receipts.refused')} />
    default:
      return unreachable(verdict)
  }
}
