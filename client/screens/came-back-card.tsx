import './came-back-card.css'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { unreachable } from '../../shared/lib/unreachable.ts'
import type { CameBack } from '../app/came-back.ts'
import { amendmentOf } from '../app/former-version.ts'
import type { SaidAnswer } from '../app/my-answer.ts'
import { Card } from '../ui/card.tsx'
import { dateAndHour } from '../ui/date-text.tsx'
import { Deadline } from '../ui/deadline.tsx'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { StatusSign } from '../ui/status-sign.tsx'
import { useApp } from './app-context.tsx'
import { toldOf } from './came-back-words.ts'
import { ContentChanges } from './content-changes.tsx'
import { FormerOutcomes } from './former-outcomes.tsx'
import { hourWords } from './hour-words.ts'
import { SignedWords } from './sign-sheet.tsx'
import { timeLeft } from './time-left.ts'

type CameBackCardProps = {
  item: CameBack
  /** Opens the ballot itself; absent on its own screen. */
  onOpen?: () => void
  /** On the ballot's own screen its name need not be said again. */
  isHere?: boolean
  /** It is being answered below: what it is stays, what one had said and the ways out give place. */
  isAnswering?: boolean
  /** Answers again: with these words to begin with, or from nothing. */
  onAnswer: (from: SaidAnswer | null) => void
}

type Words = ReturnType<typeof useWords>['t']

/** One thing that came back: what happened, what it means, what to do, what one had said (B5, B9, B12, B13). */
export function CameBackCard({
  item,
  onOpen,
  onAnswer,
  isHere = false,
  isAnswering = false,
}: CameBackCardProps) {
  const app = useApp()
  const { t } = useWords()
  const { ballot, content } = item.view
  const told = toldOf(t, item)
  const deal = () => {
    if (item.kind === 'unsigned') void app.drafts.keep(`answer/${ballot.id}`, null)
    void app.dealt.add(item.key)
  }
  return (
    <Card
      tone={told.tone}
      level={isHere ? 2 : 3}
      {...(isHere
        ? { title: told.title }
        : {
            over: t('answer.ballot', { number: ballot.number ?? '' }),
            title: content.title,
            sign: (
              <StatusSign
                tone={told.tone}
                word={told.title}
                {...(item.kind === 'held' && { sign: 'held' })}
              />
            ),
          })}
      foot={
        isAnswering ? undefined : (
          <>
            {actionsOf(t, item, onAnswer)}
            {onOpen && (
              <Button variant="default" onClick={onOpen}>
                {t('returned.openBallot')}
              </Button>
            )}
            {item.canClose && (
              <Button variant="default" onClick={deal}>
                {t('returned.deal')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="ec-returned">
        {!isHere && <Until item={item} />}
        {told.text.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {item.kind === 'former-version' && <FormerOutcomes view={item.view} />}
        <p className="ec-returned-remedy">{told.remedy}</p>
        <Changes item={item} />
        {isAnswering ? null : item.kind === 'conflict' ? (
          <Heads item={item} onAnswer={onAnswer} />
        ) : (
          'mine' in item && <Said said={item.mine.said} isFolded={!item.isOpen && !isHere} />
        )}
      </div>
    </Card>
  )
}

/** Until when it can be answered, or when that ended. */
function Until({ item: { view } }: { item: CameBack }) {
  const app = useApp()
  const { t } = useWords()
  const { ballot, workingMsLeft } = view
  const { phase } = ballot
  if (phase.state === 'recalled') {
    return <p className="ec-quiet">{t('returned.recalledAt', { when: dateAndHour(phase.at) })}</p>
  }
  if (phase.state === 'closed') {
    return <p className="ec-quiet">{t('ballot.closedAt', { when: dateAndHour(phase.at) })}</p>
  }
  return <Deadline at={ballot.deadlineAt} left={timeLeft(app.now(), ballot.deadlineAt, workingMsLeft)} />
}

/** What became of the version that was answered: in short; in full it stands in the ballot and over the signature (B5). */
function Changes({ item }: { item: CameBack }) {
  const app = useApp()
  const { t } = useWords()
  const isAmended =
    item.kind === 'former-version' || (item.kind === 'held' && item.reason.kind === 'former-version')
  if (!isAmended) return null
  const amendment = amendmentOf(item.view, app.ballots)
  if (!amendment) return <p className="ec-quiet">{t('changes.notHere')}</p>
  return (
    <div className="ec-returned-changes">
      <strong>{t('changes.since', { no: amendment.from })}</strong>
      <ContentChanges amendment={amendment} isFull={false} />
    </div>
  )
}

function Said({ isFolded = false, ...shown }: { said: SaidAnswer; head?: string; isFolded?: boolean }) {
  const { t } = useWords()
  if (!isFolded) return <SaidWords {...shown} />
  return (
    <details className="ec-words-fold">
      <summary>
        <Icon name="right" size={20} />
        {t('returned.said')}
      </summary>
      <SaidWords {...shown} />
    </details>
  )
}

function SaidWords({ said, head }: { said: SaidAnswer; head?: string }) {
  const app = useApp()
  const { t } = useWords()
  const content = app.ballots.contentOf(said.versionHash)
  return (
    <div className="ec-returned-said">
      <div className="ec-returned-head">
        <strong>{head ?? t('returned.said')}</strong>
        <span className="ec-quiet">{t('returned.when', { when: hourWords(t, said.castAt, app.now()) })}</span>
      </div>
      {content ? (
        <SignedWords content={content} answers={said.answers} />
      ) : (
        <p>{t('answer.state.unreadable')}</p>
      )}
    </div>
  )
}

/** Both answers side by side, to choose (B12). */
function Heads({
  item,
  onAnswer,
}: {
  item: Extract<CameBack, { kind: 'conflict' }>
  onAnswer: (from: SaidAnswer | null) => void
}) {
  const app = useApp()
  const { t } = useWords()
  return (
    <div className="ec-returned-heads">
      {item.mine.heads.map((said) => (
        <div key={said.act} className="ec-returned-choice">
          <Said
            said={said}
            head={t(
              said.device === app.identity.device
                ? 'returned.conflict.thisDevice'
                : 'returned.conflict.otherDevice',
            )}
          />
          <Button variant="outline" onClick={() => onAnswer(said)}>
            {t('returned.conflict.choose')}
          </Button>
        </div>
      ))}
    </div>
  )
}

function actionsOf(t: Words, item: CameBack, onAnswer: (from: SaidAnswer | null) => void): ReactNode {
  switch (item.kind) {
    case 'conflict':
      return (
        <Button variant="default" onClick={() => onAnswer(null)}>
          {t('returned.conflict.neither')}
        </Button>
      )
    case 'former-version':
      return (
        <>
          <Button variant="outline" onClick={() => onAnswer(item.mine.said)}>
            {t('returned.confirmAgain')}
          </Button>
          <Button variant="default" onClick={() => onAnswer(null)}>
            {t('returned.answerAgain')}
          </Button>
        </>
      )
    case 'rejected':
    case 'refused':
      return (
        <Button variant="outline" onClick={() => onAnswer(item.mine.said)}>
          {t('returned.answerAgain')}
        </Button>
      )
    case 'held':
      return item.reason.kind === 'former-version' || item.reason.kind === 'device-revoked' ? (
        <Button variant="outline" onClick={() => onAnswer(item.mine.said)}>
          {t('returned.answerAgain')}
        </Button>
      ) : null
    case 'unsigned':
      return (
        <Button variant="outline" onClick={() => onAnswer(null)}>
          {t('answer.review')}
        </Button>
      )
    case 'recalled':
      return null
    default:
      return unreachable(item)
  }
}
