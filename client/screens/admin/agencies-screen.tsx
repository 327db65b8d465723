import '../register.css'
import './agencies.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Agency, formerNamesOf } from '../../../shared/domain/people.ts'
import { foldText } from '../../../shared/lib/text.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FindField } from '../../ui/find-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { ServerReachNotice, useServerReach } from '../server-reach.tsx'
import { useDirectory } from '../use-directory.ts'
import { AgencyMergeSheet } from './agency-merge-sheet.tsx'
import { AgencyNameSheet } from './agency-name-sheet.tsx'

type Open = { kind: 'add' } | { kind: 'rename' | 'merge'; agency: Agency }

const shows = ['standing', 'closed'] as const

/** Ministries are founded, renamed and merged: the administrator writes it down, and nothing that was is taken away. */
export function AgenciesScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const canReach = useServerReach()
  const { agencyOf } = useDirectory()
  const [sought, setSought] = useState('')
  const [show, setShow] = useState<(typeof shows)[number]>('standing')
  const [open, setOpen] = useState<Open | null>(null)
  const all = app.copy.reader.list('agency', 'agency/').sort((a, b) => a.name.localeCompare(b.name, 'vi'))
  const of = (one: (typeof shows)[number]) =>
    all.filter(({ successor }) => (one === 'closed' ? !!successor : !successor))
  const needle = foldText(sought.trim())
  const rows = of(show).filter((one) =>
    foldText([one.name, one.id, ...formerNamesOf(one)].join(' ')).includes(needle),
  )
  const columns: Column<Agency>[] = [
    {
      id: 'name',
      head: t('agencies.name'),
      sortBy: ({ name }) => name,
      cell: (agency) => <AgencyName agency={agency} />,
    },
    { id: 'code', head: t('agencies.code'), width: '14%', sortBy: ({ id }) => id, cell: ({ id }) => id },
    {
      id: 'acts',
      head: show === 'closed' ? t('agencies.successor') : t('agencies.acts'),
      width: '36%',
      cell: (agency) =>
        agency.successor ? (
          t('agencies.mergedInto', {
            name: agencyOf(agency.successor),
            day: agency.closedFrom ? formatDay(agency.closedFrom) : '',
          })
        ) : (
          <div className="ec-agencies-acts">
            {(['rename', 'merge'] as const).map((kind) => (
              <Button
                key={kind}
                variant="default"
                disabled={!canReach}
                aria-label={t(`agencies.${kind}Of`, { name: agency.name })}
                onClick={() => setOpen({ kind, agency })}
              >
                {t(`agencies.${kind}`)}
              </Button>
            ))}
          </div>
        ),
    },
  ]
  const close = () => setOpen(null)
  return (
    <Page width="wide">
      <div className="ec-fill">
        <PageTitle
          title={t('agencies.title')}
          under={t('agencies.under')}
          actions={
            <Button
              leftSection={<Icon name="plus" size={20} />}
              disabled={!canReach}
              onClick={() => setOpen({ kind: 'add' })}
            >
              {t('agencies.add')}
            </Button>
          }
        />
        <ServerReachNotice />
        <DataTable
          label={t('agencies.label')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          empty={<EmptyState sign="search" title={t('agencies.nothingFound')} />}
          filters={
            <>
              <FilterChips
                label={t('agencies.filter')}
                chosen={show}
                onChoose={setShow}
                chips={shows.map((id) => ({ id, word: t(`agencies.show.${id}`), count: of(id).length }))}
              />
              <FindField label={t('agencies.find')} value={sought} onFind={setSought} />
            </>
          }
        />
      </div>
      {open?.kind === 'add' && <AgencyNameSheet agency={null} onClose={close} />}
      {open?.kind === 'rename' && <AgencyNameSheet agency={open.agency} onClose={close} />}
      {open?.kind === 'merge' && <AgencyMergeSheet agency={open.agency} onClose={close} />}
    </Page>
  )
}

function AgencyName({ agency }: { agency: Agency }) {
  const { t } = useWords()
  const { formerNames = [], pastNames = [] } = agency
  const before = [
    ...formerNames,
    ...pastNames.map(({ name, until }) => t('agencies.until', { name, day: formatDay(until) })),
  ]
  return (
    <div className="ec-agencies-name">
      <span>{agency.name}</span>
      {before.length > 0 && (
        <span className="ec-quiet">{t('agencies.before', { names: before.join('; ') })}</span>
      )}
    </div>
  )
}
