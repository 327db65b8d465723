import './ballot-words.css'
import type { BallotContent } from '../../shared/domain/ballot.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'

/** Why a ballot is asked, its summary and the Office's advice; `isFolded`: the summary opens in place. */
export function BallotWords({ content, isFolded = false }: { content: BallotContent; isFolded?: boolean }) {
  const { t } = useWords()
  const { reason, summary, advice } = content
  return (
    <div className="ec-words">
      {reason !== '' && (
        <div>
          <div className="ec-words-head">{t('triage.reason')}</div>
          <p className="ec-words-text">{reason}</p>
        </div>
      )}
      {summary !== '' &&
        (isFolded ? (
          <details className="ec-words-fold">
            <summary>
              <Icon name="right" size={20} />
              {t('triage.summary')}
            </summary>
            <p className="ec-words-text">{summary}</p>
          </details>
        ) : (
          <div>
            <div className="ec-words-head">{t('triage.summary')}</div>
            <p className="ec-words-text">{summary}</p>
          </div>
        ))}
      {advice !== '' && (
        <div className="ec-words-advice">
          <div className="ec-words-head">{t('triage.advice')}</div>
          <p className="ec-words-text">{advice}</p>
        </div>
      )}
    </div>
  )
}
