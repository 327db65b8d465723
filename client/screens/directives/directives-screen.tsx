import '../register.css'
import './directives.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { DirectiveType } from '../../../shared/domain/directive.ts'
import { directiveDossier } from '../../../shared/domain/dossier.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import type { DirectiveView } from '../../app/directive-desk.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ThingSkeleton } from '../../ui/skeleton.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { DirectiveStateSign } from '../directive-state-sign.tsx'
import { directiveName } from '../directive-words.ts'
import { Marked } from '../marked.tsx'
import { paths } from '../paths.ts'
import { DirectiveFields, type DirectiveFilter, yearOf } from './directive-fields.tsx'
import { DirectiveForm } from './directive-form.tsx'
import { type EnteredFrom, enteredFrom } from './entered-from.ts'
import { SoughtWhere } from './sought-where.tsx'
import { useFoundDirectives } from './use-found-directives.ts'

const shownFirst = 100

/** The library: what is chosen stands in the address, what is sought does not (it may quote a paper). */
export function DirectivesScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const [address, setAddress] = useSearchParams()
  const [text, setText] = useState(app.search.query())
  const [most, setMost] = useState(shownFirst)
  const [making, setMaking] = useState<{ from: EnteredFrom | null } | null>(() => {
    const from = enteredFrom(address, app.copy)
    return from && { from }
  })
  const found = useFoundDirectives(text)
  const { person, subject } = app.me()
  const isOffice = subject.roles.includes('secretary') || subject.roles.includes('head-of-office')
  if (!person) return <ThingSkeleton />
  if (!isOffice && !subject.isMember && !subject.roles.includes('clerk')) return <NotAllowed />

  const filter: DirectiveFilter = {
    type: DirectiveType.safeParse(address.get('type')).data ?? null,
    year: address.get('year'),
    issuer: address.get('issuer'),
  }
  const setFilter = (change: Partial<DirectiveFilter>) => {
    const next = new URLSearchParams(address)
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name)
      else next.set(name, value)
    }
    setMost(shownFirst)
    setAddress(next, { replace: true })
  }
  const all = app.directives.list()
  const rows = all.filter((view) => {
    if (filter.type !== null && view.directive.type !== filter.type) return false
    if (filter.year !== null && yearOf(view) !== filter.year) return false
    if (filter.issuer !== null && view.content?.issuer !== filter.issuer) return false
    return found === null || found.directives.has(view.directive.id)
  })
  const open = ({ directive }: DirectiveView) => {
    const dossier = directiveDossier(directive.id)
    const [hit] = found?.directives.get(directive.id)?.documents ?? []
    const page = hit?.found?.hits[0]?.page
    const document = hit?.document.hash
    if (page !== undefined && document !== undefined) {
      app.search.setTarget({ dossier, document, page, query: text, note: null })
    }
    void navigate(paths.directive(directive.id))
  }

  const columns: Column<DirectiveView>[] = [
    {
      id: 'paper',
      head: t('directives.column.paper'),
      sortBy: ({ directive }) => directive.number,
      cell: (view) => {
        const hit = found?.directives.get(view.directive.id)?.documents[0]?.found?.hits[0]
        return (
          <span className="ec-directive-paper">
            <span className="ec-directive-name">
              {directiveName(t, view.directive)}
              {view.directive.phase.state !== 'published' && (
                <DirectiveStateSign state={view.directive.phase.state} />
              )}
            </span>
            <span className="ec-directive-abstract">
              {view.directive.security === 'none' ? view.content?.abstract : t('directives.secretTitle')}
            </span>
            {hit && (
              <span className="ec-directive-hit">
                {t('directives.foundOn', { page: hit.page })} <Marked snippet={hit} />
              </span>
            )}
          </span>
        )
      },
    },
    {
      id: 'issuer',
      head: t('directives.column.issuer'),
      width: '20%',
      sortBy: ({ content }) => content?.issuer ?? '',
      cell: ({ content }) => content?.issuer ?? '',
    },
    {
      id: 'date',
      head: t('directives.column.date'),
      width: '130px',
      sortBy: ({ directive }) => directive.date ?? '9999',
      cell: ({ directive }) => (
        <span className="ec-figures">{directive.date === null ? '' : formatDay(directive.date)}</span>
      ),
    },
    {
      id: 'tasks',
      head: t('directives.column.tasks'),
      width: '15%',
      sortBy: ({ tasks }) => tasks.length,
      cell: ({ tasks }) => <TaskCount tasks={tasks} />,
    },
  ]
  return (
    <Page width="wide">
      <div className="ec-fill">
        <PageTitle
          title={t('directives.title')}
          under={t('directives.under', { count: all.length })}
          actions={
            isOffice && (
              <Button leftSection={<Icon name="plus" size={20} />} onClick={() => setMaking({ from: null })}>
                {t('directives.new')}
              </Button>
            )
          }
        />
        <DataTable
          label={t('directives.label')}
          rows={rows.slice(0, most)}
          rowId={({ directive }) => directive.id}
          onOpen={open}
          columns={columns}
          empty={
            <EmptyState
              sign={all.length === 0 ? 'book' : 'search'}
              title={t(all.length === 0 ? 'directives.none' : 'directives.nothingFound')}
              {...(all.length === 0 && { text: t('directives.noneText') })}
            />
          }
          filters={
            <>
              <DirectiveFields {...{ all, filter, text }} onFilter={setFilter} onText={setText} />
              {found !== null && <SoughtWhere reach={found.reach} />}
              {rows.length > most && (
                <Button variant="default" onClick={() => setMost(most + shownFirst)}>
                  {t('directives.more', { count: Math.min(shownFirst, rows.length - most) })}
                </Button>
              )}
            </>
          }
        />
      </div>
      {isOffice && making && (
        <DirectiveForm
          view={null}
          from={making.from}
          onDone={(id) => void navigate(paths.directive(id))}
          onClose={() => setMaking(null)}
        />
      )}
    </Page>
  )
}

function TaskCount({ tasks }: Pick<DirectiveView, 'tasks'>) {
  const { t } = useWords()
  const overdue = tasks.filter(({ status }) => status === 'overdue').length
  if (tasks.length === 0) return null
  return (
    <span className="ec-directive-paper">
      <span>{t('directives.taskCount', { count: tasks.length })}</span>
      {overdue > 0 && (
        <StatusSign bare tone="urgent" word={t('directives.overdueCount', { count: overdue })} />
      )}
    </span>
  )
}
