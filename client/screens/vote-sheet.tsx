import './vote-sheet.css'
import { Button, Drawer, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type Choice, opinionTextMax } from '../../shared/domain/choice.ts'
import type { VoteId } from '../../shared/domain/id.ts'
import type { SessionItem, VoteView } from '../app/item-session.ts'
import type { CastFault, SessionView } from '../app/session.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { usePortrait } from '../ui/use-portrait.ts'
import { AnswerSentence, AnswerSign } from './answer-state.tsx'
import { useApp } from './app-context.tsx'
import { clockWords } from './clock-words.ts'
import { hourWords } from './hour-words.ts'
import { useSay } from './use-say.ts'
import { isChosen, voteOptions, voteWord } from './vote-options.ts'

type VoteSheetProps = { session: SessionView; vote: VoteId; onClose: () => void }
type InsideProps = { of: SessionItem; view: VoteView; session: SessionView; onClose: () => void }

/** One vote, whatever becomes of it while its sheet is open: what was chosen and written is not taken out of anybody's hands. */
export function VoteSheet({ session, vote, onClose }: VoteSheetProps) {
  const of = session.items.find(({ votes }) => votes.some((each) => each.vote.id === vote))
  const view = of?.votes.find((each) => each.vote.id === vote)
  return of && view ? <Inside {...{ of, view, session, onClose }} /> : null
}

/** The open vote (M6): the question, the time left, large choices; the one that is chosen is then signed by its name. */
function Inside({ of, view, session, onClose }: InsideProps) {
  const app = useApp()
  const { t } = useWords()
  const portrait = usePortrait()
  const say = useSay()
  const [choice, setChoice] = useState<Choice | null>(null)
  const [text, setText] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<CastFault | null>(null)
  const { vote, content, mine, msLeft, isUnderWay } = view
  const { issue } = content
  const { phase } = vote
  const isOnPaper = isUnderWay && vote.papers.some((person) => person === app.identity.person)
  const said = 'said' in mine ? mine.said.answers[0] : undefined
  const options = voteOptions(t, issue)
  const wordOf = (value: Choice) => voteWord(t, issue, value)
  const isCut = ['offline', 'server-silent'].includes(app.status().kind)
  const lacksText = choice?.kind === 'other' && text.trim() === ''

  const sign = async () => {
    setAsked(true)
    if (!choice || lacksText) return
    setBusy(true)
    setFault(null)
    const name = { meeting: vote.meeting, item: vote.item, vote: vote.id }
    const done = await app.sessions.cast(name, { choice, text })
    setBusy(false)
    if (!done.ok) return setFault(done.error)
    const facts = { no: of.no, choice: wordOf(choice) }
    say(done.value, {
      saved: t('session.vote.savedToast', facts),
      recorded: t('session.vote.recordedToast', facts),
    })
    onClose()
    return undefined
  }

  const inside = (
    <div className="ec-vote">
      {isUnderWay && (
        <p className="ec-vote-clock ec-figures" role="timer">
          {phase.state === 'waits'
            ? t('session.vote.waits')
            : msLeft > 0
              ? t('session.vote.left', { left: clockWords(msLeft, 'up') })
              : t('session.vote.over')}
        </p>
      )}
      {isUnderWay && isCut && <Notice tone="waiting" sign="offline" title={t('session.vote.cut')} />}
      <h3>{issue.question}</h3>
      {content.text !== '' && <p className="ec-vote-text">{content.text}</p>}
      {mine.kind === 'conflict' && <Notice tone="urgent" title={t('session.vote.conflict')} />}
      {said && (
        <p className="ec-vote-mine">
          {t('session.vote.mine', { choice: wordOf(said.choice) })} <AnswerSign mine={mine} isShort />{' '}
          <span className="ec-quiet">
            <AnswerSentence mine={mine} />
          </span>
        </p>
      )}
      {phase.state === 'closed' && (
        <Notice
          tone="waiting"
          title={t('session.vote.closedHere', { when: hourWords(t, phase.at, session.now) })}
        >
          {t(mine.kind === 'none' ? 'session.vote.closedHereText' : 'session.vote.closedHereSaid')}
        </Notice>
      )}
      {phase.state === 'cancelled' && (
        <Notice tone="waiting" title={t('session.vote.cancelledHere', { reason: phase.reason })}>
          {t('session.vote.cancelledHereText')}
        </Notice>
      )}
      {isOnPaper && <Notice tone="quiet" title={t('paperVote.mine')} />}
      {session.isMember && phase.state !== 'cancelled' ? (
        <>
          <div className="ec-vote-choices">
            {options.map((option) => (
              <button
                key={option.id}
                type="button"
                className="ec-vote-choice"
                aria-pressed={isChosen(option, choice)}
                onClick={() => setChoice(option.value)}
              >
                {option.sign && <Icon name={option.sign} size={28} />}
                <span>{option.word}</span>
              </button>
            ))}
          </div>
          {choice?.kind === 'other' && (
            <Textarea
              label={t('session.vote.otherText')}
              value={text}
              maxLength={opinionTextMax}
              autosize
              minRows={2}
              maxRows={6}
              error={isAsked && lacksText ? t('session.vote.otherMissing') : undefined}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          {fault && (
            <div role="alert">
              <Notice tone="urgent" title={t('session.vote.notStored')}>
                {t('session.vote.notStoredText')}
              </Notice>
            </div>
          )}
          {choice && (
            <Button size="xl" loading={isBusy} onClick={() => void sign()}>
              {t(
                phase.state === 'closed'
                  ? 'session.vote.signLate'
                  : isCut
                    ? 'session.vote.signOffline'
                    : 'session.vote.sign',
                {
                  choice: wordOf(choice),
                },
              )}
            </Button>
          )}
        </>
      ) : (
        !session.isMember && <Notice tone="quiet" title={t('session.vote.onlyMembers')} />
      )}
      <p className="ec-quiet ec-figures">
        {t(isCut ? 'session.vote.countCut' : 'session.vote.count', {
          count: vote.castBy.length,
          of: vote.opened.members,
        })}
      </p>
    </div>
  )
  const shared = {
    opened: true,
    onClose,
    // An opinion that is being written is not lost to a hand that came down beside the sheet.
    closeOnClickOutside: text === '',
    closeOnEscape: text === '',
    title: t('session.vote.title', { no: of.no }),
    closeButtonProps: { 'aria-label': t('interface.close') },
  }
  return portrait ? (
    <Drawer {...shared} position="bottom" size="auto">
      {inside}
    </Drawer>
  ) : (
    <Modal {...shared} size={760}>
      {inside}
    </Modal>
  )
}
