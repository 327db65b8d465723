import '../register.css'
import './office.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { BallotState } from '../../../shared/domain/ballot.ts'
import { foldText } from '../../../shared/lib/text.ts'
import type { OfficeBallotView } from '../../app/office-ballot.ts'
import { waitingPoints } from '../../app/point.ts'
import { openRulings } from '../../app/ruling-case.ts'
import { answerCounts } from '../../app/watch-stage.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { When } from '../../ui/date-text.tsx'
import { Deadline } from '../../ui/deadline.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FindField } from '../../ui/find-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { BallotStateSign } from '../ballot-state-sign.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { paths } from '../paths.ts'
import { useCalendar } from '../use-calendar.ts'
import { useDirectory } from '../use-directory.ts'
import { AnswerMeter } from './answer-meter.tsx'

const shows = ['all', 'preparing', 'submitted', 'open', 'closed', 'recalled'] as const
type Show = (typeof shows)[number]

const showOf: Readonly<Record<BallotState, Show>> = {
  draft: 'preparing',
  returned: 'preparing',
  submitted: 'submitted',
  issued: 'open',
  'closing-waits': 'open',
  closed: 'closed',
  recalled: 'recalled',
}

/** Nothing is left to wait for. */
const isOver: ReadonlySet<BallotState> = new Set(['closed', 'recalled'])
const wasOpen: ReadonlySet<BallotState> = new Set(['issued', 'closing-waits', 'closed'])

/** The register of ballots; what is shown stands in the address, what is sought does not (it may quote a title). */
export function OfficeBallots() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const [address, setAddress] = useSearchParams()
  const [sought, setSought] = useState('')
  const { leftUntil } = useCalendar()
  const { agencyOf } = useDirectory()
  const { subject } = app.me()
  const isSecretary = subject.roles.includes('secretary')

  const all = app.office.list()
  const show = shows.find((each) => each === address.get('show')) ?? 'all'
  const isIn = (view: OfficeBallotView, each: Show) =>
    each === 'all' || showOf[view.ballot.phase.state] === each
  const needle = foldText(sought.trim())
  const rows = all
    .filter((view) => isIn(view, show))
    .filter(({ ballot, content }) =>
      foldText(`${ballot.number ?? ''} ${content?.title ?? ''} ${agencyOf(ballot.leadAgency)}`).includes(
        needle,
      ),
    )

  const columns: Column<OfficeBallotView>[] = [
    {
      id: 'ballot',
      head: t('office.register.ballot'),
      sortBy: ({ ballot, content }) => ballot.number ?? content?.title ?? '',
      cell: ({ ballot, content }) => (
        <>
          <span className="ec-quiet">{ballot.number ?? t('office.register.noNumber')}</span>
          <span className="ec-office-two-lines">{content?.title ?? t('office.notHere')}</span>
        </>
      ),
    },
    {
      id: 'agency',
      head: t('office.register.agency'),
      width: '16%',
      sortBy: ({ ballot }) => agencyOf(ballot.leadAgency),
      cell: ({ ballot }) => agencyOf(ballot.leadAgency),
    },
    {
      id: 'state',
      head: t('office.register.state'),
      width: '15%',
      sortBy: ({ ballot }) => t(`ballot.state.${ballot.phase.state}`),
      cell: ({ ballot }) => <RegisterState ballot={ballot} />,
    },
    {
      id: 'deadline',
      head: t('office.register.deadline'),
      width: '22%',
      sortBy: ({ ballot }) => ballot.deadlineAt,
      cell: ({ ballot }) => (
        <span className="ec-nowrap">
          {isOver.has(ballot.phase.state) ? (
            <When at={ballot.deadlineAt} weekday />
          ) : (
            <Deadline at={ballot.deadlineAt} left={leftUntil(ballot.deadlineAt)} label="" />
          )}
        </span>
      ),
    },
    {
      id: 'answered',
      head: t('office.register.answered'),
      width: '13%',
      cell: ({ ballot }) => {
        if (!wasOpen.has(ballot.phase.state)) return null
        return <AnswerMeter counts={answerCounts(app.office.watch(ballot.id))} />
      },
    },
  ]
  const empty =
    all.length === 0 ? (
      <EmptyState
        sign="ballot"
        title={t('office.register.empty')}
        text={t(isSecretary ? 'office.register.emptyText' : 'office.register.emptyHeadText')}
      />
    ) : (
      <EmptyState sign="search" title={t('office.register.nothingFound')} />
    )
  return (
    <Page width="wide">
      <div className="ec-fill">
        <PageTitle
          title={t('office.register.title')}
          under={t('office.register.under', { count: all.length })}
          actions={
            isSecretary && (
              <Button
                leftSection={<Icon name="plus" size={20} />}
                onClick={() => void navigate(paths.deskNew)}
              >
                {t('office.newBallot')}
              </Button>
            )
          }
        />
        <DataTable
          label={t('office.register.label')}
          rows={rows}
          rowId={({ ballot }) => ballot.id}
          onOpen={({ ballot }) => void navigate(paths.deskBallot(ballot.id))}
          columns={columns}
          empty={empty}
          filters={
            <>
              <FilterChips
                label={t('office.register.filter')}
                chosen={show}
                onChoose={(next) => setAddress(next === 'all' ? {} : { show: next }, { replace: true })}
                chips={shows.map((id) => ({
                  id,
                  word: t(`office.register.show.${id}`),
                  count: all.filter((view) => isIn(view, id)).length,
                }))}
              />
              <FindField label={t('office.register.find')} value={sought} onFind={setSought} />
            </>
          }
        />
      </div>
    </Page>
  )
}

function RegisterState({ ballot }: Pick<OfficeBallotView, 'ballot'>) {
  const app = useApp()
  const { t } = useWords()
  const count = openRulings(ballot, app.office.watch(ballot.id), app.office.proposals()).length
  const unanswered = waitingPoints(app.points.of(ballot.id))
  return (
    <>
      <BallotStateSign bare state={ballot.phase.state} />
      {count > 0 && <span className="ec-office-to-rule">{t('office.toRule', { count })}</span>}
      {unanswered > 0 && (
        <span className="ec-office-to-rule">{t('points.toWaiting', { count: unanswered })}</span>
      )}
    </>
  )
}
