import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { OpenAnswer } from '../../../shared/domain/choice.ts'
import { answersIn, draftFrom, gapsIn } from '../../app/answer-draft.ts'
import type { BallotView } from '../../app/ballot.ts'
import { cameBackOf } from '../../app/came-back.ts'
import { draftAgain } from '../../app/former-answer.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AnswerForm } from '../answer-form.tsx'
import { AnswerSentence, AnswerSign } from '../answer-state.tsx'
import { useApp } from '../app-context.tsx'
import { CameBackCard } from '../came-back-card.tsx'
import { gapSentence } from '../gap-sentence.ts'
import { ownReceipts } from '../own-receipt.ts'
import { ReceiptSheet } from '../receipt-sheet.tsx'
import { SignedWords, SignSheet } from '../sign-sheet.tsx'
import { isStillOpen } from '../to-answer.ts'
import type { DraftInHand } from '../use-answer-draft.ts'
import { useSettings } from '../use-settings.ts'

type AnswerPaneProps = { view: BallotView; hand: DraftInHand; onSigned: () => void }

/** The issues to answer, or the answer as it stands; what came back stands above. */
export function AnswerPane({ view, hand, onSigned }: AnswerPaneProps) {
  const app = useApp()
  const { t } = useWords()
  const settings = useSettings()
  const { content, mine } = view
  const returned = cameBackOf(view, app.drafts)
  const isDealt = returned !== null && app.dealt.has(returned.key)
  const said = 'said' in mine ? mine.said : null
  const isAnswered = mine.kind === 'saved' || mine.kind === 'recorded'
  const isFinal = mine.kind === 'recorded' && !settings.answersRevisable
  const [isEditing, setEditing] = useState(!hand.isEmpty)
  const [signing, setSigning] = useState<OpenAnswer[] | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [asked, setAsked] = useState(false)
  const [isBegun, setBegun] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  // What came back is long: who answers again is brought to the issues.
  useEffect(() => {
    if (isBegun) form.current?.scrollIntoView({ block: 'start' })
  }, [isBegun])
  const [showsReceipt, setShowsReceipt] = useState(false)
  const receipt = ownReceipts(app.copy.settled()).find(({ act }) => act.id === said?.act) ?? null
  const gaps = gapsIn(content, hand.draft)
  const canAnswer = app.me().subject.isMember && !isFinal
  const showsForm = canAnswer && (isEditing || (!isAnswered && isStillOpen(view) && returned === null))

  const ask = (answers: OpenAnswer[]) => {
    setSigning(answers)
    setAsking(true)
  }
  const answerAgain = (from: readonly OpenAnswer[] | null) => {
    const draft = from && draftFrom(view.version.hash, from)
    if (draft && gapsIn(content, draft).length === 0) return ask(answersIn(content, draft))
    const begun = draft ?? (hand.isEmpty ? draftAgain(view, app.ballots) : null)
    if (begun) hand.change(begun)
    setBegun(true)
    return setEditing(true)
  }

  return (
    <div className="ec-answer-pane">
      {returned && !isDealt && (
        <CameBackCard
          item={returned}
          isHere
          isAnswering={showsForm}
          onAnswer={(from) => answerAgain(from?.answers ?? null)}
        />
      )}
      {view.counted && (returned === null || isDealt) && (
        <Notice tone="quiet" title={t('answer.count.title')}>
          {t(`answer.count.${view.counted}`)}
        </Notice>
      )}
      {mine.kind !== 'none' && mine.kind !== 'conflict' && (returned === null || isDealt) && (
        <section className="ec-answer-stands">
          <div>
            <AnswerSign mine={mine} />
          </div>
          <p>
            <AnswerSentence mine={mine} />
          </p>
          {said && !isEditing && <SignedWords content={content} answers={said.answers} />}
          <div className="ec-answer-actions">
            {receipt && (
              <Button
                variant="default"
                leftSection={<Icon name="stamp" size={20} />}
                onClick={() => setShowsReceipt(true)}
              >
                {t('answer.state.receipt')}
              </Button>
            )}
            {canAnswer && !isEditing && isStillOpen(view) && said && (
              <Button
                variant="default"
                leftSection={<Icon name="edit" size={20} />}
                onClick={() => {
                  if (hand.isEmpty) hand.change(draftFrom(view.version.hash, said.answers))
                  setEditing(true)
                }}
              >
                {t('answer.reviewAgain')}
              </Button>
            )}
          </div>
        </section>
      )}
      {showsForm && (
        <>
          <div ref={form}>
            <AnswerForm
              content={content}
              draft={hand.draft}
              gaps={asked ? gaps : []}
              level={2}
              onChange={hand.change}
            />
          </div>
          <div className="ec-answer-foot">
            <p className="ec-quiet" role="status">
              {!hand.isEmpty && t(hand.isKept ? 'answer.kept' : 'answer.notKept')}
            </p>
            <Button
              size="lg"
              fullWidth
              leftSection={<Icon name="edit" />}
              onClick={() => {
                setAsked(true)
                if (gaps.length === 0) ask(answersIn(content, hand.draft))
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
        </>
      )}
      {!canAnswer && !app.me().subject.isMember && <Notice tone="quiet" title={t('ballot.notForYou')} />}
      <ReceiptSheet
        row={showsReceipt ? receipt : null}
        number={view.ballot.number}
        onClose={() => setShowsReceipt(false)}
      />
      {signing && (
        <SignSheet
          view={view}
          answers={signing}
          opened={isAsking}
          onClose={() => setAsking(false)}
          onSigned={() => {
            setAsking(false)
            setAsked(false)
            setEditing(false)
            setBegun(false)
            hand.drop()
            onSigned()
          }}
        />
      )}
    </div>
  )
}
