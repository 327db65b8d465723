import '../register.css'
import { useSearchParams } from 'react-router'
import type { OfficeBallotView } from '../../app/office-ballot.ts'
import { waitingPoints } from '../../app/point.ts'
import { Card } from '../../ui/card.tsx'
import { dateAndHour } from '../../ui/date-text.tsx'
import { Deadline } from '../../ui/deadline.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { ThreePane } from '../../ui/three-pane.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { BallotContentView } from '../ballot-content-view.tsx'
import { BallotStateSign } from '../ballot-state-sign.tsx'
import { useCalendar } from '../use-calendar.ts'
import { BallotPoints } from './ballot-points.tsx'
import { type AskedPoints, useAskedPoints } from './use-asked-points.ts'

/** The ballots that a clerk's agency leads, to be read with their papers; after closing, its responses to other opinions (B15). */
export function ClerkHome() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const [address, setAddress] = useSearchParams()
  const ballots = app.office.list()
  const closed = ballots.flatMap(({ ballot }) => (ballot.phase.state === 'closed' ? [ballot.id] : []))
  const asked = useAskedPoints(closed.join())
  const waitingIn = (id: string) =>
    asked.kind === 'here' ? waitingPoints(asked.points.filter(({ ballot }) => ballot === id)) : 0
  const openId = address.get('ballot')
  const open = ballots.find(({ ballot }) => ballot.id === openId) ?? null
  const list =
    ballots.length === 0 ? (
      <EmptyState sign="folder" title={t('directory.agency.none')} text={t('directory.agency.noneText')} />
    ) : (
      <div className="ec-stack">
        {ballots.map((view) => (
          <BallotLine
            key={view.ballot.id}
            view={view}
            waiting={waitingIn(view.ballot.id)}
            isOpen={view.ballot.id === openId}
            onOpen={() => setAddress({ ballot: view.ballot.id })}
          />
        ))}
      </div>
    )
  return (
    <ThreePane
      title={t('directory.agency.title')}
      tools={<p className="ec-quiet">{t('directory.agency.under')}</p>}
      list={list}
      thing={open && <BallotRead view={open} asked={asked} />}
      thingId={open?.ballot.id ?? null}
      nothing={<EmptyState sign="ballot" title={t('directory.agency.choose')} />}
      onBack={() => setAddress({})}
    />
  )
}

type BallotLineProps = { view: OfficeBallotView; waiting: number; isOpen: boolean; onOpen: () => void }

function BallotLine({ view: { ballot, content }, waiting, isOpen, onOpen }: BallotLineProps) {
  const { t } = useWords()
  return (
    <Card
      title={content?.title ?? t('directory.agency.notHere')}
      over={<span className="ec-figures">{ballot.number}</span>}
      chosen={isOpen}
      onOpen={onOpen}
    >
      <span className="ec-over">
        <BallotStateSign bare state={ballot.phase.state} />
        {waiting > 0 && <StatusSign bare tone="waiting" word={t('points.toWaiting', { count: waiting })} />}
      </span>
    </Card>
  )
}

function BallotRead({ view, asked }: { view: OfficeBallotView; asked: AskedPoints }) {
  const { ballot, content } = view
  const { t } = useWords()
  const { leftUntil } = useCalendar()
  const { phase } = ballot
  if (!content) return <EmptyState sign="clock" title={t('directory.agency.notHere')} />
  const isOver = phase.state === 'closed' || phase.state === 'recalled'
  return (
    <>
      <PageTitle
        title={content.title}
        over={
          <span className="ec-over">
            <span className="ec-figures">{ballot.number}</span>
            <BallotStateSign state={phase.state} />
          </span>
        }
        under={
          phase.state === 'closed' ? (
            t('ballot.closedAt', { when: dateAndHour(phase.at) })
          ) : isOver ? undefined : (
            <Deadline at={ballot.deadlineAt} left={leftUntil(ballot.deadlineAt)} />
          )
        }
      />
      {phase.state === 'closed' && <BallotPoints view={view} asked={asked} />}
      <BallotContentView content={content} ballot={null} />
    </>
  )
}
