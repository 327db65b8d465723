import type { Ballot } from '../../../shared/domain/ballot.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { When } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useDirectory } from '../use-directory.ts'

type Version = Ballot['versions'][number]
type Extension = Ballot['deadlines'][number]

/** Every version and every deadline that a ballot has had, and how it ended. */
export function BallotHistory({ ballot }: { ballot: Ballot }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { phase } = ballot
  if (ballot.versions.length === 0) return <p className="ec-quiet">{t('desk.history.notIssued')}</p>
  const versions: Column<Version>[] = [
    { id: 'no', head: t('desk.history.version'), cell: ({ no }) => no },
    { id: 'at', head: t('desk.history.at'), cell: ({ at }) => <When at={at} /> },
    { id: 'by', head: t('desk.history.by'), cell: ({ by }) => nameOf(by) },
    {
      id: 'reason',
      head: t('desk.history.reason'),
      cell: ({ no, reason }) => (no === 1 ? t('desk.history.first') : reason),
    },
    { id: 'hash', head: t('desk.history.hash'), cell: ({ hash }) => <code>{hash.slice(0, 16)}</code> },
  ]
  const deadlines: Column<Extension>[] = [
    {
      id: 'deadline',
      head: t('desk.history.deadline'),
      cell: ({ deadlineAt }) => <When at={deadlineAt} weekday />,
    },
    { id: 'at', head: t('desk.history.at'), cell: ({ setAt }) => <When at={setAt} /> },
    { id: 'by', head: t('desk.history.by'), cell: ({ by }) => nameOf(by) },
    { id: 'reason', head: t('desk.history.reason'), cell: ({ reason }) => reason },
  ]
  return (
    <>
      <section className="ec-office-part">
        <h2>{t('desk.history.versions')}</h2>
        <DataTable
          label={t('desk.history.versions')}
          columns={versions}
          rows={ballot.versions}
          rowId={({ no }) => String(no)}
        />
      </section>
      <section className="ec-office-part">
        <h2>{t('desk.history.deadlines')}</h2>
        <DataTable
          label={t('desk.history.deadlines')}
          columns={deadlines}
          rows={ballot.deadlines}
          rowId={({ setAt }) => String(setAt)}
        />
      </section>
      {phase.state === 'closed' && (
        <section className="ec-office-part">
          <h2>{t('desk.history.closed')}</h2>
          <p>
            <When at={phase.at} weekday />.{' '}
            {phase.by === null ? t('desk.history.byServer') : nameOf(phase.by)}. {phase.reason}
          </p>
        </section>
      )}
    </>
  )
}
