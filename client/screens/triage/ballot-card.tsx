import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { BallotContent } from '../../../shared/domain/ballot.ts'
import type { OpenAnswer } from '../../../shared/domain/choice.ts'
import { type AnswerDraft, answersIn, gapsIn } from '../../app/answer-draft.ts'
import type { BallotView } from '../../app/ballot.ts'
import { Card } from '../../ui/card.tsx'
import { Deadline } from '../../ui/deadline.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Tone } from '../../ui/tone.ts'
import { AnswerForm } from '../answer-form.tsx'
import { useApp } from '../app-context.tsx'
import { BallotWords } from '../ballot-words.tsx'
import { gapSentence } from '../gap-sentence.ts'
import { OverdueNotice } from '../overdue-notice.tsx'
import { ReadySign } from '../ready-sign.tsx'
import { timeLeft } from '../time-left.ts'
import { ToReadLine } from '../to-read-line.tsx'
import { useAnswerDraft } from '../use-answer-draft.ts'

type BallotCardProps = {
  view: BallotView
  onOpen: () => void
  onSign: (answers: OpenAnswer[]) => void
}

/** One ballot that waits, with enough to decide: choose, then sign what is shown (B17). */
export function BallotCard({ view, onOpen, onSign }: BallotCardProps) {
  const app = useApp()
  const { t } = useWords()
  const { ballot, content } = view
  const { draft, isEmpty, isKept, change } = useAnswerDraft(view)
  const [asked, setAsked] = useState(false)
  const byFinger = useRef(false)
  const gaps = gapsIn(content, draft)
  const left = timeLeft(app.now(), ballot.deadlineAt, view.workingMsLeft)

  const changed = (next: AnswerDraft) => {
    change(next)
    // The second tap is the signature. By keyboard a choice is only looked at on the way to the next.
    const isChoice = !sameChoices(draft, next)
    if (isChoice && byFinger.current && isOneTap(content) && gapsIn(content, next).length === 0) {
      onSign(answersIn(content, next))
    }
  }

  return (
    <Card
      tone={urgency(left.kind === 'working-days' ? left.count * 24 : left.kind === 'hours' ? left.count : 0)}
      level={3}
      over={t('answer.ballot', { number: ballot.number ?? '' })}
      title={content.title}
      sign={<ReadySign dossiers={[ballot.id]} />}
      onOpen={onOpen}
    >
      <div className="ec-triage-card">
        <div className="ec-triage-words">
          <Deadline at={ballot.deadlineAt} left={left} />
          <OverdueNotice view={view} />
          <BallotWords content={content} isFolded />
          <div className="ec-triage-dossier">
            <Button variant="default" leftSection={<Icon name="folder" size={20} />} onClick={onOpen}>
              {t('triage.open', { count: content.documents.length })}
            </Button>
            <ToReadLine ballot={ballot} />
          </div>
        </div>
        <div
          className="ec-triage-answer"
          onPointerDownCapture={() => {
            byFinger.current = true
          }}
          onKeyDownCapture={() => {
            byFinger.current = false
          }}
        >
          <AnswerForm content={content} draft={draft} gaps={asked ? gaps : []} level={4} onChange={changed} />
          {!isEmpty && (
            <div className="ec-triage-sign">
              <p className="ec-quiet" role="status">
                {content.issues.length > 1 &&
                  `${t('answer.chosen', {
                    done: content.issues.length - gaps.filter(({ kind }) => kind === 'not-chosen').length,
                    total: content.issues.length,
                  })}. `}
                {t(isKept ? 'answer.kept' : 'answer.notKept')}
              </p>
              <Button
                leftSection={<Icon name="edit" size={20} />}
                onClick={() => {
                  setAsked(true)
                  if (gaps.length === 0) onSign(answersIn(content, draft))
                }}
              >
                {t('answer.review')}
              </Button>
              {asked && gaps.length > 0 && (
                <p role="alert" className="ec-answer-gap">
                  {gapSentence(t, content, gaps)}
                </p>
              )}
            </div>
          )}
        </div>
      </div>
    </Card>
  )
}

/** One issue, and one choice to it: nothing more is to be chosen after the first tap. */
function isOneTap({ issues }: BallotContent): boolean {
  const [only, ...more] = issues
  return only !== undefined && more.length === 0 && (only.form.kind === 'opinion' || only.form.atMost === 1)
}

function sameChoices(one: AnswerDraft, other: AnswerDraft): boolean {
  const choices = ({ byIssue }: AnswerDraft) =>
    JSON.stringify(Object.entries(byIssue).map(([id, { choice }]) => [id, choice]))
  return choices(one) === choices(other)
}

function urgency(hoursLeft: number): Tone {
  if (hoursLeft <= 4) return 'urgent'
  return hoursLeft <= 24 ? 'waiting' : 'quiet'
}
