import './triage.css'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { OpenAnswer } from '../../../shared/domain/choice.ts'
import { answerDraftName, draftFrom } from '../../app/answer-draft.ts'
import type { BallotView } from '../../app/ballot.ts'
import type { CameBack } from '../../app/came-back.ts'
import { draftAgain } from '../../app/former-answer.ts'
import type { SaidAnswer } from '../../app/my-answer.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { CardsSkeleton } from '../../ui/skeleton.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { CameBackCard } from '../came-back-card.tsx'
import { paths } from '../paths.ts'
import { ReturnedWordCard } from '../returned-word-card.tsx'
import { SignSheet } from '../sign-sheet.tsx'
import { isStillOpen } from '../to-answer.ts'
import { toDo } from '../to-do.ts'
import { AnsweredList } from './answered-list.tsx'
import { BallotCard } from './ballot-card.tsx'
import { DueTasks } from './due-tasks.tsx'
import { NextMeeting } from './next-meeting.tsx'
import { ResponseNewsCard } from './response-news.tsx'

type Signing = { view: BallotView; answers: OpenAnswer[] }

/** A member's home (B17): what came back, what waits by urgency, what is answered; each answerable in two taps. */
export function Triage() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const [signing, setSigning] = useState<Signing | null>(null)
  const [isAsking, setAsking] = useState(false)
  const { person, subject } = app.me()
  if (!person) return <FirstSync />
  if (!subject.isMember) return <NotAllowed />

  const views = app.ballots.list()
  const { asking, waiting, meeting, tasks, told, words, responses, count } = toDo(app, views)
  const answered = views.filter(
    (view) =>
      isStillOpen(view) &&
      view.mine.kind !== 'none' &&
      asking.every((item) => item.view.ballot.id !== view.ballot.id),
  )
  const open = ({ ballot }: BallotView) => void navigate(paths.ballot(ballot.id))
  const ask = (next: Signing) => {
    setSigning(next)
    setAsking(true)
  }

  /** The same words for the version of now; where they do not fit it, the ballot is opened with them as a draft. */
  const answerAgain = ({ view }: CameBack, from: SaidAnswer | null) => {
    const fits =
      from !== null && view.content.issues.every((issue) => from.answers.some((a) => a.issue === issue.id))
    if (fits && from.answers.length === view.content.issues.length)
      return ask({ view, answers: from.answers })
    const name = answerDraftName(view.ballot.id)
    const isBegun = app.drafts.of(name) !== undefined
    const draft = from
      ? draftFrom(view.version.hash, from.answers)
      : isBegun
        ? null
        : draftAgain(view, app.ballots)
    if (draft) void app.drafts.keep(name, draft)
    return open(view)
  }

  const back = (id: 'asking' | 'told', items: readonly CameBack[]) =>
    items.length > 0 && (
      <section className="ec-triage-part" aria-labelledby={id}>
        <h2 id={id}>{t(`returned.${id}`, { count: items.length })}</h2>
        {items.map((item) => (
          <CameBackCard
            key={item.key}
            item={item}
            onOpen={() => open(item.view)}
            onAnswer={(from) => answerAgain(item, from)}
          />
        ))}
      </section>
    )
  const next = meeting && <NextMeeting view={meeting} />
  // By urgency: what is to be answered before it comes before it.
  const isMeetingFirst =
    meeting !== null && waiting.every(({ ballot }) => meeting.meeting.startsAt <= ballot.deadlineAt)
  return (
    <Page width="wide">
      <div className="ec-triage">
        <PageTitle title={t('triage.title')} {...(count > 0 && { under: t('triage.count', { count }) })} />
        {words.length > 0 && (
          <section className="ec-triage-part" aria-labelledby="words">
            <h2 id="words">{t('returned.words', { count: words.length })}</h2>
            {words.map((word) => (
              <ReturnedWordCard key={word.key} word={word} />
            ))}
          </section>
        )}
        {back('asking', asking)}
        {isMeetingFirst && next}
        {waiting.length > 0 && (
          <section className="ec-triage-part" aria-labelledby="waiting">
            <h2 id="waiting">{t('triage.toAnswer', { count: waiting.length })}</h2>
            {waiting.map((view) => (
              <BallotCard
                key={view.ballot.id}
                view={view}
                onOpen={() => open(view)}
                onSign={(answers) => ask({ view, answers })}
              />
            ))}
          </section>
        )}
        {!isMeetingFirst && next}
        {tasks.length > 0 && <DueTasks views={tasks} />}
        {back('told', told)}
        {responses.length > 0 && (
          <section className="ec-triage-part" aria-labelledby="responses">
            <h2 id="responses">{t('points.news.title', { count: responses.length })}</h2>
            {responses.map((news) => (
              <ResponseNewsCard key={news.key} news={news} onOpen={() => open(news.view)} />
            ))}
          </section>
        )}
        {count === 0 && <NothingDue answered={answered} />}
        {answered.length > 0 && <AnsweredList views={answered} onOpen={open} />}
      </div>
      {signing && (
        <SignSheet
          view={signing.view}
          answers={signing.answers}
          opened={isAsking}
          onClose={() => setAsking(false)}
          onSigned={() => {
            setAsking(false)
            void app.drafts.keep(answerDraftName(signing.view.ballot.id), null)
          }}
        />
      )}
    </Page>
  )
}

function NothingDue({ answered }: { answered: readonly BallotView[] }) {
  const { t } = useWords()
  const [next] = answered
  return (
    <EmptyState
      title={t('triage.emptyTitle')}
      text={
        next ? t('triage.emptyNext', { when: dateAndHour(next.ballot.deadlineAt) }) : t('triage.emptyNone')
      }
    />
  )
}

function FirstSync() {
  const { t } = useWords()
  return (
    <Page width="wide">
      <div className="ec-triage">
        <PageTitle title={t('triage.title')} under={t('triage.firstSync')} />
        <p className="ec-quiet">{t('triage.firstSyncText')}</p>
        <CardsSkeleton />
      </div>
    </Page>
  )
}
