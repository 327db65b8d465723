import '../register.css'
import './office-meeting.css'
import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { AgencyId } from '../../../shared/domain/id.ts'
import { meetingPicture } from '../../app/meeting-picture.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { paths } from '../paths.ts'
import { useDirectory } from '../use-directory.ts'
import { lengthWords } from './length-words.ts'
import { MeetingStateSign } from './meeting-state-sign.tsx'
import { isListed, monthOf, showOf, shows } from './register-filter.ts'
import { spanWords } from './span-words.ts'

/** The register of meetings; what is shown stands in the address, what is sought does not (it may quote a title). */
export function OfficeMeetings() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const [address, setAddress] = useSearchParams()
  const [text, setText] = useState('')
  const { nameOf, agencyOf } = useDirectory()
  const isSecretary = app.me().subject.roles.includes('secretary')
  const now = app.now()

  const all = app.officeMeetings.list().reverse()
  const show = shows.find((each) => each === address.get('show')) ?? 'all'
  const month = address.get('month')
  const agency = AgencyId.safeParse(address.get('agency')).data ?? null
  const filter = { text, month, agency, now }
  const rows = all.filter((view) => isListed(view, { ...filter, show }))
  const choose = (name: 'show' | 'month' | 'agency', value: string | null) => {
    const next = new URLSearchParams(address)
    if (value === null) next.delete(name)
    else next.set(name, value)
    setAddress(next, { replace: true })
  }
  const months = [...new Set(all.map(({ meeting }) => monthOf(meeting.startsAt)))]
  const agencies = [...new Set(all.flatMap(({ items }) => items.map(({ item }) => item.leadAgency)))]

  const columns: Column<OfficeMeetingView>[] = [
    {
      id: 'meeting',
      head: t('officeMeeting.register.meeting'),
      sortBy: ({ content }) => content?.title ?? '',
      cell: ({ meeting, content }) => (
        <>
          <span className="ec-quiet">{t(`officeMeeting.type.${meeting.type}`)}</span>
          <span className="ec-meeting-two-lines">{content?.title ?? t('officeMeeting.notHere')}</span>
        </>
      ),
    },
    {
      id: 'hours',
      head: t('officeMeeting.register.hours'),
      width: '20%',
      sortBy: ({ meeting }) => meeting.startsAt,
      cell: ({ meeting, content }) => (
        <span className="ec-meeting-pair">
          <span className="ec-nowrap">{spanWords(t, meeting.startsAt, meeting.endsAt)}</span>
          <span className="ec-quiet">{content?.place}</span>
        </span>
      ),
    },
    {
      id: 'chair',
      head: t('officeMeeting.register.chair'),
      width: '15%',
      sortBy: ({ meeting }) => nameOf(meeting.chair),
      cell: ({ meeting }) => nameOf(meeting.chair),
    },
    {
      id: 'items',
      head: t('officeMeeting.register.items'),
      width: '14%',
      sortBy: ({ items }) => items.length,
      cell: ({ items }) => (
        <span className="ec-meeting-pair">
          <span>{t('officeMeeting.register.itemCount', { count: items.length })}</span>
          {items.length > 0 && (
            <span className="ec-quiet">
              {lengthWords(
                t,
                items.reduce((sum, { item }) => sum + item.plannedMinutes, 0),
              )}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'state',
      head: t('officeMeeting.register.state'),
      width: '16%',
      sortBy: ({ meeting }) => t(`officeMeeting.state.${meeting.phase.state}`),
      cell: (view) => (
        <span className="ec-meeting-pair">
          <MeetingStateSign bare state={view.meeting.phase.state} />
          {view.meeting.phase.state === 'invited' && <Replied view={view} />}
        </span>
      ),
    },
  ]
  const empty =
    all.length === 0 ? (
      <EmptyState
        sign="meeting"
        title={t('officeMeeting.register.empty')}
        text={t(isSecretary ? 'officeMeeting.register.emptyText' : 'officeMeeting.register.emptyHeadText')}
      />
    ) : (
      <EmptyState sign="search" title={t('officeMeeting.register.nothingFound')} />
    )
  return (
    <Page width="wide">
      <div className="ec-fill">
        <PageTitle
          title={t('officeMeeting.place')}
          under={t('officeMeeting.register.under', { count: all.length })}
          actions={
            isSecretary && (
              <Button
                leftSection={<Icon name="plus" size={20} />}
                onClick={() => void navigate(paths.deskMeetingNew)}
              >
                {t('officeMeeting.new')}
              </Button>
            )
          }
        />
        <DataTable
          label={t('officeMeeting.register.label')}
          rows={rows}
          rowId={({ meeting }) => meeting.id}
          onOpen={({ meeting }) => void navigate(paths.deskMeeting(meeting.id))}
          columns={columns}
          empty={empty}
          filters={
            <>
              <FilterChips
                label={t('officeMeeting.register.filter')}
                chosen={show}
                onChoose={(next) => choose('show', next === 'all' ? null : next)}
                chips={shows.map((id) => ({
                  id,
                  word: t(`officeMeeting.register.show.${id}`),
                  count: all.filter((view) => id === 'all' || showOf(view, now) === id).length,
                }))}
              />
              <Select
                className="ec-meeting-month"
                aria-label={t('officeMeeting.register.month')}
                placeholder={t('officeMeeting.register.anyMonth')}
                clearable
                data={months.map((value) => {
                  const [year = '', name = ''] = value.split('-')
                  return { value, label: t('officeMeeting.register.monthOf', { month: name, year }) }
                })}
                value={month}
                onChange={(next) => choose('month', next)}
              />
              <Select
                className="ec-meeting-agency"
                aria-label={t('officeMeeting.register.agency')}
                placeholder={t('officeMeeting.register.anyAgency')}
                clearable
                searchable
                filter={foldedFilter}
                data={agencies.map((value) => ({ value, label: agencyOf(value) }))}
                value={agency}
                onChange={(next) => choose('agency', next)}
              />
              <TextInput
                className="ec-find"
                aria-label={t('officeMeeting.register.find')}
                placeholder={t('officeMeeting.register.find')}
                leftSection={<Icon name="search" size={20} />}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            </>
          }
        />
      </div>
    </Page>
  )
}

function Replied({ view }: { view: OfficeMeetingView }) {
  const app = useApp()
  const { t } = useWords()
  const { members } = meetingPicture({ meeting: view.meeting, items: [] }, app.copy)
  const done = members.filter(({ reply }) => reply !== null).length
  return (
    <span className="ec-quiet">{t('officeMeeting.register.replied', { done, total: members.length })}</span>
  )
}
