import type { TFunction } from 'i18next'
import { type MeetingEntry, meetingHistory } from '../../app/meeting-history.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { When } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useDirectory } from '../use-directory.ts'
import { spanWords } from './span-words.ts'

/** What was changed since approval, by whom and why (M1). */
export function MeetingHistory({ view }: { view: OfficeMeetingView }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const columns: Column<MeetingEntry>[] = [
    {
      id: 'at',
      head: t('officeMeeting.history.at'),
      width: '17%',
      sortBy: ({ at }) => at,
      cell: ({ at }) => (
        <span className="ec-nowrap">
          <When at={at} />
        </span>
      ),
    },
    {
      id: 'what',
      head: t('officeMeeting.history.what'),
      cell: (entry) => entryWords(t, entry, nameOf),
    },
    {
      id: 'reason',
      head: t('officeMeeting.history.reason'),
      width: '26%',
      cell: ({ reason }) => reason,
    },
    {
      id: 'by',
      head: t('officeMeeting.history.by'),
      width: '20%',
      cell: ({ by }) => by && nameOf(by),
    },
  ]
  return (
    <DataTable
      label={t('officeMeeting.tab.history')}
      rows={meetingHistory(view)}
      rowId={(entry) => `${entry.kind} ${entry.at} ${'item' in entry ? entry.item : ''}`}
      columns={columns}
      empty={<EmptyState title={t('officeMeeting.history.none')} />}
    />
  )
}

function entryWords(
  t: TFunction,
  entry: MeetingEntry,
  nameOf: ReturnType<typeof useDirectory>['nameOf'],
): string {
  const title = 'title' in entry ? (entry.title ?? '') : ''
  switch (entry.kind) {
    case 'changed': {
      const { startsAt, endsAt, chair } = entry.before
      return t('officeMeeting.history.changed', {
        hours: spanWords(t, startsAt, endsAt),
        chair: nameOf(chair),
      })
    }
    case 'item-added':
      return t('officeMeeting.history.itemAdded', { title })
    case 'item-withdrawn':
      return t('officeMeeting.history.withdrawn', { title })
    case 'item':
      return t('officeMeeting.history.item', { title })
    case 'invited':
    case 'cancelled':
      return t(`officeMeeting.history.${entry.kind}`)
  }
}
