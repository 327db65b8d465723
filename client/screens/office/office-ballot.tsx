import '../register.css'
import './office.css'
import './ballot.css'
import { Button, Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { BallotId } from '../../../shared/domain/id.ts'
import type { OfficeBallotView } from '../../app/office-ballot.ts'
import { waitingPoints } from '../../app/point.ts'
import { openRulings } from '../../app/ruling-case.ts'
import { CountBadge } from '../../ui/count-badge.tsx'
import { dateAndHour } from '../../ui/date-text.tsx'
import { Deadline } from '../../ui/deadline.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { Archiving } from '../archiving.tsx'
import { BallotContentView } from '../ballot-content-view.tsx'
import { BallotStateSign } from '../ballot-state-sign.tsx'
import { MatterTrail } from '../matter-trail.tsx'
import { paths } from '../paths.ts'
import { PointDesk } from '../point-desk.tsx'
import { ServerReachNotice } from '../server-reach.tsx'
import { TallyView } from '../tally-view.tsx'
import { ToLibraryButton } from '../to-library-button.tsx'
import { useCalendar } from '../use-calendar.ts'
import { useDirectory } from '../use-directory.ts'
import { BallotActions } from './ballot-actions.tsx'
import { BallotFacts } from './ballot-facts.tsx'
import { BallotHistory } from './ballot-history.tsx'
import { BallotNotices } from './ballot-notices.tsx'
import { BallotReport } from './ballot-report.tsx'
import { BallotRulings } from './ballot-rulings.tsx'
import { BallotSaid } from './ballot-said.tsx'
import { BallotWatch } from './ballot-watch.tsx'

const tabs = ['watch', 'result', 'said', 'points', 'rulings', 'content', 'history'] as const
type Tab = (typeof tabs)[number]

/** One ballot at the Office's desk: what may be done with it now, and everything that is known of it. */
export function OfficeBallot() {
  const app = useApp()
  useAppVersion()
  const navigate = useNavigate()
  const { t } = useWords()
  const id = BallotId.safeParse(useParams()['ballot'])
  const view = id.success ? app.office.get(id.data) : null
  if (!view) {
    const toList = (
      <Button variant="default" onClick={() => void navigate(paths.deskBallots)}>
        {t('desk.toRegister')}
      </Button>
    )
    return (
      <Page>
        <NotAllowed action={toList} />
      </Page>
    )
  }
  return <BallotPage key={view.ballot.id} view={view} />
}

function BallotPage({ view }: { view: OfficeBallotView }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const [address, setAddress] = useSearchParams()
  const { ballot, content } = view
  const shown = tabsOf(view)
  const current = shown.find((tab) => tab === address.get('tab')) ?? shown[0] ?? 'content'
  const open = openRulings(ballot, app.office.watch(ballot.id), app.office.proposals()).length
  const unanswered = waitingPoints(app.points.of(ballot.id))
  return (
    <Page width="wide">
      <div className="ec-fill ec-office-ballot">
        <PageTitle
          title={content?.title ?? t('office.notHere')}
          over={
            <span className="ec-over">
              <span className="ec-figures">{ballot.number ?? t('office.register.noNumber')}</span>
              <BallotStateSign state={ballot.phase.state} />
            </span>
          }
          under={<Under view={view} />}
          onBack={() => void navigate(paths.deskBallots)}
        />
        <ServerReachNotice />
        <BallotNotices view={view} />
        <BallotActions view={view} />
        {shown.length === 1 ? (
          <Part view={view} tab={current} />
        ) : (
          <Tabs
            className="ec-office-tabs"
            value={current}
            keepMounted={false}
            onChange={(tab) => tab && setAddress({ tab }, { replace: true })}
          >
            <Tabs.List aria-label={t('desk.tab.label')} className="ec-no-print">
              {shown.map((tab) => (
                <Tabs.Tab
                  key={tab}
                  value={tab}
                  rightSection={
                    tab === 'rulings' && open > 0 ? (
                      <CountBadge count={open} word="" urgent />
                    ) : tab === 'points' && unanswered > 0 ? (
                      <CountBadge count={unanswered} word={t('points.waiting', { count: unanswered })} />
                    ) : undefined
                  }
                >
                  {t(`desk.tab.${tab}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value={current}>
              <Part view={view} tab={current} />
            </Tabs.Panel>
          </Tabs>
        )}
      </div>
    </Page>
  )
}

function Under({ view: { ballot } }: { view: OfficeBallotView }) {
  const { t } = useWords()
  const { leftUntil } = useCalendar()
  const { phase } = ballot
  if (phase.state === 'closed') return t('ballot.closedAt', { when: dateAndHour(phase.at) })
  if (phase.state === 'recalled') return null
  return <Deadline at={ballot.deadlineAt} left={leftUntil(ballot.deadlineAt)} />
}

function Part({ view, tab }: { view: OfficeBallotView; tab: Tab }): ReactNode {
  const app = useApp()
  const { t } = useWords()
  const { settings } = useCalendar()
  const { people, agencyOf } = useDirectory()
  const { ballot, content } = view
  if (!content && tab !== 'history' && tab !== 'watch') {
    return <EmptyState sign="clock" title={t('desk.notHere')} />
  }
  switch (tab) {
    case 'watch':
      return <BallotWatch ballot={ballot} />
    case 'result': {
      const tally = app.office.tally(ballot.id)
      const cases = openRulings(ballot, app.office.watch(ballot.id), app.office.proposals())
      const waiting = [...new Set(cases.map(({ line }) => line.member.id))]
      return tally && content ? (
        <>
          <h2 className="ec-unseen">{t('tally.title')}</h2>
          <TallyView {...{ ballot, content, tally, people, settings, waiting }} />
          <MatterTrail of={{ kind: 'ballot', ballot: ballot.id }} />
          <BallotReport ballot={ballot} />
          {ballot.outcome?.kind === 'resolved' && !app.directives.sameNumber(ballot.outcome, null) && (
            <div>
              <ToLibraryButton of={{ ballot: ballot.id }} />
            </div>
          )}
          <Archiving of={{ ballot: ballot.id }} />
        </>
      ) : (
        <EmptyState sign="clock" title={t('tally.none')} text={t('tally.noneText')} />
      )
    }
    case 'said':
      return <BallotSaid ballot={ballot} />
    case 'points': {
      const agency = agencyOf(ballot.leadAgency)
      const under = app.points.mayRespond(ballot) ? t('points.officeFor') : t('points.byDesk', { agency })
      const points = app.points.of(ballot.id)
      return <PointDesk {...{ ballot, points, under }} issues={content?.issues ?? []} named />
    }
    case 'rulings':
      return <BallotRulings ballot={ballot} />
    case 'content':
      return content ? (
        <div className="ec-office-content">
          <BallotContentView content={content} ballot={ballot.id} />
          <BallotFacts view={view} />
        </div>
      ) : null
    case 'history':
      return <BallotHistory ballot={ballot} />
  }
}

function tabsOf({ ballot }: OfficeBallotView): Tab[] {
  switch (ballot.phase.state) {
    case 'draft':
    case 'submitted':
    case 'returned':
      return ['content']
    case 'issued':
    case 'closing-waits':
      return ['watch', 'content', 'history']
    case 'recalled':
      return ballot.number === null ? ['content'] : ['watch', 'content', 'history']
    case 'closed':
      return [...tabs].filter((tab) => tab !== 'watch')
    default:
      return ['content']
  }
}
