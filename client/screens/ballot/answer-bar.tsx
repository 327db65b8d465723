import { Button } from '@mantine/core'
import { type AnswerDraft, issueDraft } from '../../app/answer-draft.ts'
import type { BallotView } from '../../app/ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { AnswerSign } from '../answer-state.tsx'
import { choiceWord } from '../choice-word.ts'
import { isToAnswer } from '../to-answer.ts'

type AnswerBarProps = { view: BallotView; draft: AnswerDraft; onOpen: () => void }

/** Upright: the choice as it stands stays in view while reading; a tap brings the issues up. */
export function AnswerBar({ view, draft, onOpen }: AnswerBarProps) {
  const { t } = useWords()
  const { issues } = view.content
  const shown = isToAnswer(view)
  const isAsked = shown || view.mine.kind === 'former-version' || view.mine.kind === 'conflict'
  return (
    <section className="ec-answer-bar" aria-label={t('ballot.yourChoice')}>
      <div className="ec-answer-bar-words">
        {shown ? (
          issues.map((issue, index) => {
            const { choice } = issueDraft(draft, issue)
            return (
              <span key={issue.id}>
                <span className="ec-quiet">{t('answer.issue', { no: index + 1 })}:</span>{' '}
                <strong>{choice ? choiceWord(t, issue, choice) : t('answer.none')}</strong>
              </span>
            )
          })
        ) : (
          <AnswerSign bare isShort mine={view.mine} />
        )}
      </div>
      <Button
        variant={isAsked ? 'filled' : 'default'}
        leftSection={<Icon name="up" size={20} />}
        onClick={onOpen}
      >
        {t('ballot.answer')}
      </Button>
    </section>
  )
}
