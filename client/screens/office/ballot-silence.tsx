import type { Tally } from '../../../shared/domain/tally.ts'
import type { WatchLine } from '../../app/office-ballot.ts'
import { type SilentLine, silentLines } from '../../app/silent-lines.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useCalendar } from '../use-calendar.ts'
import { useDirectory } from '../use-directory.ts'
import { openedWords } from './opened-words.ts'

type BallotSilenceProps = { lines: readonly WatchLine[]; tally: Tally | null }

/** Each silent member as the newest count has them, with the evidence or the ruling by which silence counts, or does not (B8). */
export function BallotSilence({ lines, tally }: BallotSilenceProps) {
  const { t } = useWords()
  const { settings } = useCalendar()
  const { nameOf } = useDirectory()
  const { deemed, notReached } = silentLines(lines, tally)
  const ruled = ({ ruling }: SilentLine) =>
    ruling &&
    t('ruling.ruledText', {
      first: nameOf(ruling.by[0]),
      second: nameOf(ruling.by[1]),
      when: dateAndHour(ruling.at),
      what: t(`ruling.decision.${ruling.decision.kind}`),
      reason: ruling.reason,
    })
  const member: Column<SilentLine> = {
    id: 'member',
    head: t('desk.watch.member'),
    width: '28%',
    cell: (row) => row.member.name,
  }
  const deemedColumns: Column<SilentLine>[] = [
    member,
    {
      id: 'evidence',
      head: t('desk.said.evidence'),
      cell: (row) =>
        row.silence.kind === 'deemed'
          ? t('desk.said.deliveredAt', {
              when: dateAndHour(row.silence.delivered.at),
              n: row.silence.delivered.n,
            })
          : ruled(row),
    },
    {
      id: 'opened',
      head: t('desk.watch.opened'),
      width: '22%',
      cell: ({ silence, openings }) => (
        <span className="ec-office-member">
          {silence.kind !== 'deemed' || silence.opened === null
            ? t('desk.said.notOpened')
            : t('desk.said.openedAt', { when: dateAndHour(silence.opened.at), n: silence.opened.n })}
          {openings.documents.length > 0 && <span className="ec-quiet">{openedWords(t, openings)}</span>}
        </span>
      ),
    },
  ]
  const notReachedColumns: Column<SilentLine>[] = [
    member,
    {
      id: 'why',
      head: t('desk.history.reason'),
      cell: (row) => {
        if (row.silence.kind !== 'not-reached') return ruled(row)
        const why = t(`desk.said.why.${row.silence.why}`, { days: settings.successorMinDays })
        return row.ruling ? `${why}. ${ruled(row)}` : why
      },
    },
  ]
  const hasRuled = deemed.some(({ silence }) => silence.kind !== 'deemed')
  const rowId = (row: SilentLine) => row.member.id
  return (
    <>
      {deemed.length > 0 && (
        <section className="ec-office-part">
          <h2>{t('desk.said.deemed', { count: deemed.length })}</h2>
          <p className="ec-quiet">{t(hasRuled ? 'desk.said.deemedRuledText' : 'desk.said.deemedText')}</p>
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
