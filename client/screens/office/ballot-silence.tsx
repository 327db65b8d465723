import type { BallotProgress } from '../../../shared/domain/answer.ts'
import type { WatchLine } from '../../app/office-ballot.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useCalendar } from '../use-calendar.ts'

type Silence = NonNullable<BallotProgress['silence']>
type Row<Kind extends Silence['kind']> = {
  member: WatchLine['member']
  silence: Extract<Silence, { kind: Kind }>
}

/** Each silent member with the evidence by which silence counts, or does not (B8). */
export function BallotSilence({ lines }: { lines: readonly WatchLine[] }) {
  const { t } = useWords()
  const { settings } = useCalendar()
  const deemed: Row<'deemed'>[] = []
  const notReached: Row<'not-reached'>[] = []
  for (const { member, silence, said } of lines) {
    if (silence?.kind === 'deemed' && said.length === 0) deemed.push({ member, silence })
    if (silence?.kind === 'not-reached' && said.length === 0) notReached.push({ member, silence })
  }
  const member = {
    id: 'member',
    head: t('desk.watch.member'),
    cell: (row: { member: WatchLine['member'] }) => row.member.name,
  }
  const deemedColumns: Column<Row<'deemed'>>[] = [
    member,
    {
      id: 'evidence',
      head: t('desk.said.evidence'),
      cell: ({ silence: { delivered } }) =>
        t('desk.said.deliveredAt', { when: dateAndHour(delivered.at), n: delivered.n }),
    },
    {
      id: 'opened',
      head: t('desk.watch.opened'),
      cell: ({ silence: { opened } }) =>
        opened === null
          ? t('desk.said.notOpened')
          : t('desk.said.openedAt', { when: dateAndHour(opened.at), n: opened.n }),
    },
  ]
  const notReachedColumns: Column<Row<'not-reached'>>[] = [
    member,
    {
      id: 'why',
      head: t('desk.history.reason'),
      cell: ({ silence }) => t(`desk.said.why.${silence.why}`, { days: settings.successorMinDays }),
    },
  ]
  const rowId = (row: { member: WatchLine['member'] }) => row.member.id
  return (
    <>
      {deemed.length > 0 && (
        <section className="ec-office-part">
          <h2>{t('desk.said.deemed', { count: deemed.length })}</h2>
          <p className="ec-quiet">{t('desk.said.deemedText')}</p>
          <DataTable
            label={t('desk.said.deemed', { count: deemed.length })}
            columns={deemedColumns}
            rows={deemed}
            rowId={rowId}
          />
        </section>
      )}
      {notReached.length > 0 && (
        <section className="ec-office-part">
          <h2>{t('desk.said.notReached', { count: notReached.length })}</h2>
          <p className="ec-quiet">{t('desk.said.notReachedText')}</p>
          <DataTable
            label={t('desk.said.notReached', { count: notReached.length })}
            columns={notReachedColumns}
            rows={notReached}
            rowId={rowId}
          />
        </section>
      )}
    </>
  )
}
