import './directives.css'
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { countStatuses } from '../../../shared/domain/task-status.ts'
import { dayOf, formatDay } from '../../../shared/lib/time.ts'
import type { DirectiveView } from '../../app/directive-desk.ts'
import { When } from '../../ui/date-text.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { MatterTrail } from '../matter-trail.tsx'
import { paths } from '../paths.ts'
import { ServerReachNotice } from '../server-reach.tsx'
import { TaskForm } from '../task-form.tsx'
import { TaskLinks } from '../task-links.tsx'
import { useDirectory } from '../use-directory.ts'
import { DirectiveActions } from './directive-actions.tsx'

type DirectiveOverviewProps = {
  view: DirectiveView
  /** The list of files, where there is no pane beside for it. */
  papers: ReactNode
}

/** What a directive is, where it stands, and its tasks with the four statuses (T2). */
export function DirectiveOverview({ view, papers }: DirectiveOverviewProps) {
  const app = useApp()
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  const [isAssigning, setAssigning] = useState(false)
  const { directive, content, tasks } = view
  const { roles } = app.me().subject
  const isOffice = roles.includes('secretary') || roles.includes('head-of-office')
  const figures = countStatuses(tasks.map(({ status }) => status))
  const readers = directive.isForAll
    ? t('directives.fact.forAll')
    : directive.agencies.length === 0
      ? t('directives.fact.forSome')
      : t('directives.fact.forSomeNamed', { names: directive.agencies.map(agencyOf).join('; ') })
  const facts: [string, string][] = [
    [t('directives.fact.number'), directive.number],
    [t('directives.fact.date'), directive.date === null ? '' : formatDay(directive.date)],
    [t('directives.fact.issuer'), content?.issuer ?? ''],
    [t('directives.fact.signer'), content?.signer ?? ''],
    [
      t('directives.fact.security'),
      directive.security === 'none' ? '' : t(`tasks.security.${directive.security}`),
    ],
    [t('directives.fact.readers'), isOffice ? readers : ''],
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="ec-overview" tabIndex={0} aria-label={t('directives.overview')}>
      <Standing view={view} />
      {content && content.abstract !== '' && <p className="ec-overview-title">{content.abstract}</p>}
      <DefinitionList items={facts.flatMap(([term, value]) => (value === '' ? [] : [{ term, value }]))} />
      {isOffice && (
        <>
          <ServerReachNotice />
          <DirectiveActions view={view} />
        </>
      )}
      {papers !== null && (
        <div className="ec-overview-part">
          <h2>{t('directives.documents')}</h2>
          {papers}
        </div>
      )}
      <div className="ec-overview-part ec-directive-tasks">
        <h2>{t('directives.tasks')}</h2>
        <p>{tasks.length === 0 ? t('directives.noTasks') : t('directives.counts', figures)}</p>
        <TaskLinks views={tasks} />
        {isOffice && directive.phase.state === 'published' && (
          <div className="ec-no-print">
            <Button
              variant="default"
              leftSection={<Icon name="mission" size={20} />}
              onClick={() => setAssigning(true)}
            >
              {t('directives.toTask')}
            </Button>
          </div>
        )}
      </div>
      <MatterTrail tasksApart of={{ kind: 'directive', directive: directive.id }} />
      <History view={view} />
      {isAssigning && <TaskForm view={null} directive={view} onClose={() => setAssigning(false)} />}
    </section>
  )
}

function Standing({ view: { directive } }: Pick<DirectiveOverviewProps, 'view'>) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { phase, withdrawn, security } = directive
  const reason = withdrawn && app.directives.noteOf(withdrawn.noteCommit)
  const next = withdrawn?.replacedBy && app.directives.get(withdrawn.replacedBy)
  return (
    <>
      {phase.state === 'draft' && <Notice tone="quiet" sign="edit" title={t('directives.notice.draft')} />}
      {withdrawn && (
        <Notice
          tone="waiting"
          sign="undo"
          title={t('directives.notice.withdrawn', { day: formatDay(dayOf(withdrawn.at)) })}
          action={
            next && (
              <Button variant="default" onClick={() => void navigate(paths.directive(next.directive.id))}>
                {t('directives.notice.replaced')}
              </Button>
            )
          }
        >
          {reason && t('directives.notice.withdrawnWhy', { reason })}
        </Notice>
      )}
      {security !== 'none' && <Notice tone="quiet" sign="lock" title={t('directives.notice.secret')} />}
    </>
  )
}

/** D1: what was published when, by whom, and why it was changed. */
function History({ view: { directive } }: Pick<DirectiveOverviewProps, 'view'>) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { versions } = directive
  if (versions.length === 0) return null
  return (
    <div className="ec-overview-part">
      <h2>{t('directives.history')}</h2>
      <ol className="ec-directive-history">
        {versions.toReversed().map(({ act, at, by, noteCommit }) => {
          const note = noteCommit && app.directives.noteOf(noteCommit)
          return (
            <li key={act}>
              {t(noteCommit === null ? 'directives.published' : 'directives.amended')}
              <div className="ec-quiet">
                {nameOf(by)} · <When at={at} />
              </div>
              {note && <div>{note}</div>}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
