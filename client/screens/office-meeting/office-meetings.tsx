import '../register.css'
import './office-meeting.css'
import { Button } from '@mantine/core'
import { useNavigate } from 'react-router'
import { meetingPicture } from '../../app/meeting-picture.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { FoundLines, otherThan } from '../found-lines.tsx'
import { type ListedMeeting, listedMeetings } from '../meeting-filter.ts'
import { MeetingFilterFields } from '../meeting-filter-fields.tsx'
import { paths } from '../paths.ts'
import { useDirectory } from '../use-directory.ts'
import { useMeetingFilter } from '../use-meeting-filter.ts'
import { lengthWords } from './length-words.ts'
import { MeetingStateSign } from './meeting-state-sign.tsx'
import { showOf, shows } from './register-filter.ts'
import { spanWords } from './span-words.ts'

/** The register of meetings; what is shown stands in the address, what is sought does not (it may quote a title). */
export function OfficeMeetings() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const { filter, show, set, setText, clear } = useMeetingFilter('desk-meetings', shows)
  const { nameOf } = useDirectory()
  const isSecretary = app.me().subject.roles.includes('secretary')
  const now = app.now()

  // What comes next stands first, then what was held, the last one first.
  const inTime = app.officeMeetings.list()
  const isPast = ({ meeting }: OfficeMeetingView) =>
    meeting.endsAt < now && meeting.phase.state !== 'in-session'
  const all = [...inTime.filter((view) => !isPast(view)), ...inTime.filter(isPast).reverse()]
  const listed = listedMeetings(all, filter, app.copy)
  const isIn = ({ view }: ListedMeeting<OfficeMeetingView>, part: (typeof shows)[number]) =>
    part === 'all' || showOf(view, now) === part

  const columns: Column<ListedMeeting<OfficeMeetingView>>[] = [
    {
      id: 'meeting',
      head: t('officeMeeting.register.meeting'),
      sortBy: ({ view: { content } }) => content?.title ?? '',
      cell: ({ view: { meeting, content }, found }) => (
        <>
          <span className="ec-quiet">{t(`officeMeeting.type.${meeting.type}`)}</span>
          <span className="ec-meeting-two-lines">{content?.title ?? t('officeMeeting.notHere')}</span>
          <FoundLines words={otherThan(found, ['title'])} most={2} />
        </>
      ),
    },
    {
      id: 'hours',
      head: t('officeMeeting.register.hours'),
      width: '20%',
      sortBy: ({ view: { meeting } }) => meeting.startsAt,
      cell: ({ view: { meeting, content } }) => (
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
      sortBy: ({ view: { meeting } }) => nameOf(meeting.chair),
      cell: ({ view: { meeting } }) => nameOf(meeting.chair),
    },
    {
      id: 'items',
      head: t('officeMeeting.register.items'),
      width: '14%',
      sortBy: ({ view: { items } }) => items.length,
      cell: ({ view: { items } }) => (
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
      sortBy: ({ view: { meeting } }) => t(`officeMeeting.state.${meeting.phase.state}`),
      cell: ({ view }) => (
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
      <EmptyState
        sign="search"
        title={t('meeting.filter.nothingFound')}
        action={<Button onClick={clear}>{t('meeting.filter.clear')}</Button>}
      />
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
          rows={listed.filter((each) => isIn(each, show))}
          rowId={({ view }) => view.meeting.id}
          onOpen={({ view: { meeting } }) => void navigate(paths.deskMeeting(meeting.id))}
          columns={columns}
          empty={empty}
          filters={
            <>
              <FilterChips
                label={t('officeMeeting.register.filter')}
                chosen={show}
                onChoose={(next) => set({ show: next })}
                chips={shows.map((id) => ({
                  id,
                  word: t(`officeMeeting.register.show.${id}`),
                  count: listed.filter((each) => isIn(each, id)).length,
                }))}
              />
              <MeetingFilterFields views={all} filter={filter} set={set} setText={setText} />
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
