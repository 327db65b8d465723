import './vote-sheet.css'
import { Button, Drawer, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type Choice, opinionTextMax } from '../../shared/domain/choice.ts'
import { AlternativeId } from '../../shared/domain/id.ts'
import type { SessionItem, VoteView } from '../app/item-session.ts'
import type { CastFault, SessionView } from '../app/session.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icon-paths.ts'
import { Notice } from '../ui/notice.tsx'
import { usePortrait } from '../ui/use-portrait.ts'
import { AnswerSentence, AnswerSign } from './answer-state.tsx'
import { useApp } from './app-context.tsx'
import { clockWords } from './clock-words.ts'
import { useSay } from './use-say.ts'

type VoteSheetProps = { of: SessionItem; view: VoteView; session: SessionView; onClose: () => void }

const signs: Record<'agree' | 'disagree' | 'other', IconName> = {
  agree: 'check',
  disagree: 'close',
  other: 'opinion',
}

/** The open vote (M6): the question, the time left, large choices; the one that is chosen is then signed by its name. */
export function VoteSheet({ of, view, session, onClose }: VoteSheetProps) {
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
  const said = 'said' in mine ? mine.said.answers[0] : undefined
  const options = optionsOf(t, view)
  const wordOf = (value: Choice) =>
    value.kind === 'alternatives'
      ? options
          .filter(({ id }) => value.chosen.some((each) => each === id))
          .map(({ word }) => word)
          .join('; ')
      : t(`session.vote.${value.kind}`)
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
      <p className="ec-vote-clock ec-figures" role="timer">
        {vote.phase.state === 'waits'
          ? t('session.vote.waits')
          : isUnderWay && msLeft > 0
            ? t('session.vote.left', { left: clockWords(msLeft, 'up') })
            : t('session.vote.over')}
      </p>
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
      {session.isMember ? (
        <>
          <div className="ec-vote-choices">
            {options.map(({ id, word, sign: icon, value }) => {
              const isChosen =
                choice !== null &&
                (choice.kind === 'alternatives'
                  ? choice.chosen.some((each) => each === id)
                  : choice.kind === id)
              return (
                <button
                  key={id}
                  type="button"
                  className="ec-vote-choice"
                  aria-pressed={isChosen}
                  onClick={() => setChoice(value)}
                >
                  {icon && <Icon name={icon} size={28} />}
                  <span>{word}</span>
                </button>
              )
            })}
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
              {t(isCut ? 'session.vote.signOffline' : 'session.vote.sign', { choice: wordOf(choice) })}
            </Button>
          )}
        </>
      ) : (
        <Notice tone="quiet" title={t('session.vote.onlyMembers')} />
      )}
      <p className="ec-quiet ec-figures">
        {t('session.vote.count', { count: vote.castBy.length, of: vote.opened.members })}
      </p>
    </div>
  )
  const shared = {
    opened: true,
    onClose,
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

type Option = { id: string; word: string; sign: IconName | null; value: Choice }

function optionsOf(t: ReturnType<typeof useWords>['t'], { content: { issue } }: VoteView): Option[] {
  if (issue.form.kind === 'alternatives') {
    return issue.form.alternatives.map(({ id, label }) => {
      const value: Choice = { kind: 'alternatives', chosen: [AlternativeId.parse(id)] }
      return { id, word: label, sign: null, value }
    })
  }
  return (['agree', 'disagree', 'other'] as const).map((kind) => {
    return { id: kind, word: t(`session.vote.${kind}`), sign: signs[kind], value: { kind } }
  })
}
