import type { BallotView } from '../../app/ballot.ts'
import { Card } from '../../ui/card.tsx'
import { Deadline } from '../../ui/deadline.tsx'
import { useWords } from '../../ui/i18n.ts'
import { AnswerSentence, AnswerSign } from '../answer-state.tsx'
import { useApp } from '../app-context.tsx'
import { timeLeft } from '../time-left.ts'

/** Open ballots that have an answer, and how it stands. */
export function AnsweredList({
  views,
  onOpen,
}: {
  views: readonly BallotView[]
  onOpen: (view: BallotView) => void
}) {
  const app = useApp()
  const { t } = useWords()
  return (
    <section className="ec-triage-part" aria-labelledby="answered">
      <h2 id="answered">{t('triage.answered')}</h2>
      <div className="ec-triage-answered">
        {views.map((view) => (
          <Card
            key={view.ballot.id}
            level={3}
            over={t('answer.ballot', { number: view.ballot.number ?? '' })}
            title={view.content.title}
            sign={<AnswerSign mine={view.mine} />}
            onOpen={() => onOpen(view)}
          >
            <p className="ec-quiet">
              <AnswerSentence mine={view.mine} />
            </p>
            <Deadline
              at={view.ballot.deadlineAt}
              left={timeLeft(app.now(), view.ballot.deadlineAt, view.workingMsLeft)}
            />
          </Card>
        ))}
      </div>
    </section>
  )
}
