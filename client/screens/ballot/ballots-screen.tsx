import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { foldText } from '../../../shared/lib/text.ts'
import type { BallotView } from '../../app/ballot.ts'
import { Card } from '../../ui/card.tsx'
import { Deadline } from '../../ui/deadline.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { AnswerSign } from '../answer-state.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { BallotStateSign } from '../ballot-state-sign.tsx'
import { paths } from '../paths.ts'
import { ReadySign } from '../ready-sign.tsx'
import { timeLeft } from '../time-left.ts'
import { isStillOpen } from '../to-answer.ts'
import './ballots-screen.css'

const filters = ['all', 'open', 'closed'] as const
type Filter = (typeof filters)[number]

/** Every ballot that this person may read, open ones by urgency, then the others. */
export function BallotsScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const [filter, setFilter] = useState<Filter>('all')
  const [search, setSearch] = useState('')
  const views = app.ballots.list()
  const shown = views.filter((view) => fits(view, filter) && isFound(view, search))
  return (
    <Page width="wide">
      <div className="ec-ballots">
        <PageTitle title={t('ballot.title')} />
        <div className="ec-ballots-tools">
          <SegmentedControl
            aria-label={t('ballot.filter.label')}
            value={filter}
            data={filters.map((value) => ({ value, label: t(`ballot.filter.${value}`) }))}
            onChange={(next) => setFilter(filters.find((each) => each === next) ?? 'all')}
          />
          <TextInput
            className="ec-ballots-find"
            aria-label={t('ballot.filter.find')}
            placeholder={t('ballot.filter.find')}
            autoComplete="off"
            leftSection={<Icon name="search" size={20} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
        {views.length === 0 && (
          <EmptyState title={t('ballot.listEmpty')} text={t('ballot.listEmptyText')} sign="ballot" />
        )}
        {views.length > 0 && shown.length === 0 && <p role="status">{t('ballot.nothingFound')}</p>}
        <div className="ec-ballots-list">
          {shown.map((view) => (
            <BallotLine
              key={view.ballot.id}
              view={view}
              onOpen={() => void navigate(paths.ballot(view.ballot.id))}
            />
          ))}
        </div>
      </div>
    </Page>
  )
}

function BallotLine({ view, onOpen }: { view: BallotView; onOpen: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { ballot, content } = view
  const { isMember } = app.me().subject
  return (
    <Card
      over={t('answer.ballot', { number: ballot.number ?? '' })}
      title={content.title}
      sign={
        isStillOpen(view) && isMember ? (
          <AnswerSign mine={view.mine} />
        ) : (
          <BallotStateSign state={ballot.phase.state} />
        )
      }
      onOpen={onOpen}
    >
      <div className="ec-ballots-facts">
        {isStillOpen(view) ? (
          <Deadline
            at={ballot.deadlineAt}
            left={timeLeft(app.now(), ballot.deadlineAt, view.workingMsLeft)}
          />
        ) : (
          isMember && <AnswerSign bare mine={view.mine} />
        )}
        <ReadySign dossiers={[ballot.id]} />
      </div>
    </Card>
  )
}

const fits = (view: BallotView, filter: Filter): boolean =>
  filter === 'all' || (filter === 'open') === isStillOpen(view)

/** Plain letters find accented ones. */
function isFound({ ballot, content }: BallotView, search: string): boolean {
  const wanted = foldText(search.trim())
  return wanted === '' || foldText(`${ballot.number ?? ''} ${content.title}`).includes(wanted)
}
