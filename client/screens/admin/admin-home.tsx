import '../register.css'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { appointmentsOn, memberAppointmentOn, type Person } from '../../../shared/domain/people.ts'
import { foldText } from '../../../shared/lib/text.ts'
import type { Day } from '../../../shared/lib/time.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { DayText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FindField } from '../../ui/find-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { useDirectory } from '../use-directory.ts'

const shows = ['all', 'members', 'office', 'others', 'noDevice'] as const
type Show = (typeof shows)[number]

type Row = { person: Person; posts: string; agency: string; from: Day | null; group: Show; devices: number }

/** Who holds which post since when, and who has a device yet: to be read; changing it needs a second person, later. */
export function AdminHome() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { people, agencyOf } = useDirectory()
  const [address, setAddress] = useSearchParams()
  const [sought, setSought] = useState('')
  const today = app.today()
  const active = app.devices.list().filter(({ device }) => device.phase.state === 'active')
  const all = people.flatMap((person): Row[] => {
    const held = appointmentsOn(person, today)
    const [first] = held
    if (!first) return []
    return [
      {
        person,
        posts: held.map(({ title }) => title).join('; '),
        agency: first.agency === null ? '' : agencyOf(first.agency),
        from: first.from,
        group: groupOf(person, today),
        devices: active.filter(({ device }) => device.person === person.id).length,
      },
    ]
  })
  const show = shows.find((each) => each === address.get('show')) ?? 'all'
  const isIn = (row: Row, each: Show) =>
    each === 'all' || (each === 'noDevice' ? row.devices === 0 : row.group === each)
  const needle = foldText(sought.trim())
  const rows = all
    .filter((row) => isIn(row, show))
    .filter(({ person, posts, agency }) => foldText(`${person.name} ${posts} ${agency}`).includes(needle))
  // Where people are named by their posts, as in a demonstration, once is enough.
  const isPosts = all.every(({ person, posts }) => person.name === posts)
  const post: Column<Row> = {
    id: 'post',
    head: t('directory.people.post'),
    sortBy: ({ posts }) => posts,
    cell: ({ posts }) => posts,
  }
  const columns: Column<Row>[] = [
    {
      id: 'name',
      head: t('directory.people.name'),
      sortBy: ({ person }) => person.name,
      cell: ({ person }) => person.name,
    },
    ...(isPosts ? [] : [post]),
    {
      id: 'agency',
      head: t('directory.people.agency'),
      width: '22%',
      sortBy: ({ agency }) => agency,
      cell: ({ agency }) => agency,
    },
    {
      id: 'from',
      head: t('directory.people.from'),
      width: '12%',
      sortBy: ({ from }) => from ?? '',
      cell: ({ from }) => from !== null && <DayText day={from} />,
    },
    {
      id: 'devices',
      head: t('directory.people.devices'),
      width: '11%',
      align: 'end',
      sortBy: ({ devices }) => devices,
      cell: ({ devices }) => devices,
    },
  ]
  return (
    <Page width="wide">
      <div className="ec-fill">
        <PageTitle title={t('directory.people.title')} under={t('directory.people.under')} />
        <DataTable
          label={t('directory.people.label')}
          columns={columns}
          rows={rows}
          rowId={({ person }) => person.id}
          empty={<EmptyState sign="search" title={t('directory.people.nothingFound')} />}
          filters={
            <>
              <FilterChips
                label={t('directory.people.filter')}
                chosen={show}
                onChoose={(next) => setAddress(next === 'all' ? {} : { show: next }, { replace: true })}
                chips={shows.map((id) => ({
                  id,
                  word: t(`directory.people.show.${id}`),
                  count: all.filter((row) => isIn(row, id)).length,
                }))}
              />
              <FindField label={t('directory.people.find')} value={sought} onFind={setSought} />
            </>
          }
        />
      </div>
    </Page>
  )
}

function groupOf(person: Person, today: Day): Show {
  if (memberAppointmentOn(person, today)) return 'members'
  const roles = appointmentsOn(person, today).map(({ role }) => role)
  return roles.includes('secretary') || roles.includes('head-of-office') ? 'office' : 'others'
}
