import type { AnswerCounts } from '../../app/watch-stage.ts'
import { useWords } from '../../ui/i18n.ts'
import { Meter } from '../meter.tsx'

/** How many have answered the version of now; those who answered a former one are no silent ones, and stand apart (B5). */
export function AnswerMeter({ counts, isLong = false }: { counts: AnswerCounts; isLong?: boolean }) {
  const { t } = useWords()
  const { answered, former, total } = counts
  const word = isLong ? t('office.answered', { done: answered, total }) : `${answered}/${total}`
  return (
    <span className="ec-office-answers">
      <Meter done={answered} total={total} word={word} />
      {former > 0 && <span className="ec-quiet">{t('office.former', { count: former })}</span>}
    </span>
  )
}
