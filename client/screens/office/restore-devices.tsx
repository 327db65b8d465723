import type { RestoreReport } from '../../../shared/protocol/restore.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { When } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useDirectory } from '../use-directory.ts'

type Row = RestoreReport['devices'][number]

/** Who has handed in; those who have not come first. */
export function RestoreDevices({ devices }: { devices: readonly Row[] }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const rows = [...devices].sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
  const columns: Column<Row>[] = [
    {
      id: 'owner',
      head: t('restore.owner'),
      sortBy: ({ person }) => nameOf(person),
      cell: ({ person }) => nameOf(person),
    },
    { id: 'device', head: t('restore.device'), sortBy: ({ label }) => label, cell: ({ label }) => label },
    {
      id: 'at',
      head: t('restore.at'),
      width: '26%',
      sortBy: ({ at }) => at ?? 0,
      cell: ({ at }) =>
        at === null ? (
          <StatusSign tone="waiting" sign="clock" word={t('restore.notYet')} />
        ) : (
          <When at={at} />
        ),
    },
    {
      id: 'leaves',
      head: t('restore.leaves'),
      width: '12%',
      align: 'end',
      sortBy: ({ leaves }) => leaves,
      cell: ({ leaves }) => <span className="ec-figures">{leaves}</span>,
    },
  ]
  const done = devices.filter(({ at }) => at !== null).length
  return (
    <section className="ec-restore-devices">
      <h2>
        {t('restore.devices')}{' '}
        <span className="ec-figures">{t('restore.devicesCount', { done, total: devices.length })}</span>
      </h2>
      <DataTable label={t('restore.devices')} rows={rows} rowId={({ device }) => device} columns={columns} />
    </section>
  )
}
