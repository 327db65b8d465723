import type { TFunction } from 'i18next'
import { useNavigate } from 'react-router'
import type { Task } from '../../../shared/domain/task.ts'
import { quoteOf } from '../../../shared/domain/task-origin.ts'
import { dayOf, formatDay } from '../../../shared/lib/time.ts'
import type { TaskDetail } from '../../app/task-view.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { stateWord } from '../task-status-sign.tsx'
import { useDirectory } from '../use-directory.ts'
import { sourceWords } from './source-words.ts'

/** What the task is (T1), with every earlier date (T4). */
export function TaskFacts({ detail, onOrigin }: { detail: TaskDetail; onOrigin?: () => void }) {
  const app = useApp()
  const navigate = useNavigate()
  const { t } = useWords()
  const { agencyOf, nameOf } = useDirectory()
  const { task, content, status, originalStatus, origin } = detail
  const [first] = task.deadlines
  const quoted = origin && quoteOf(origin)
  const quote = quoted && app.tasks.noteOf(quoted)
  const directive = task.source.directive === undefined ? null : app.directives.get(task.source.directive)
  const last = task.reports.at(-1)
  const items = [
    { term: t('tasks.fact.state'), value: stateWord(t, detail) },
    {
      term: t('tasks.fact.lastReport'),
      value: last
        ? t('tasks.fact.lastReportText', { percent: last.percent, when: dateAndHour(last.at) })
        : t('tasks.fact.noReport'),
    },
    ...(task.imported
      ? [{ term: t('taskImport.fact.imported'), value: importedWords(t, task.imported) }]
      : []),
    { term: t('tasks.fact.lead'), value: agencyOf(task.leadAgency) },
    {
      term: t('tasks.fact.supporting'),
      value:
        task.supporting.length === 0
          ? t('tasks.fact.noSupporting')
          : task.supporting.map(agencyOf).join('; '),
    },
    { term: t('tasks.fact.assigner'), value: nameOf(task.assigner) },
    {
      term: t('tasks.fact.deadline'),
      value: (
        <>
          {task.deadline === null ? t('tasks.due.none') : formatDay(task.deadline)}
          {first && first.day !== task.deadline && (
            <span className="ec-quiet"> ({t('tasks.fact.original', { day: formatDay(first.day) })})</span>
          )}
          {originalStatus !== null && originalStatus !== status && (
            <div className="ec-quiet">
              {t('tasks.fact.onOriginal', { status: t(`tasks.status.${originalStatus}`) })}
            </div>
          )}
        </>
      ),
    },
    ...(content && content.product !== '' ? [{ term: t('tasks.fact.product'), value: content.product }] : []),
    {
      term: t('tasks.fact.source'),
      value: (
        <>
          {sourceWords(t, task.source)}
          {content && content.abstract !== '' && <div className="ec-quiet">{content.abstract}</div>}
          {origin && 'page' in origin && (
            <div className="ec-quiet">
              {t('tasks.ask.from', { name: nameOf(task.assigner), page: origin.page.number })}
            </div>
          )}
          {quote && <p className="ec-task-note">{quote}</p>}
          {directive && (
            <button
              type="button"
              className="ec-plain-button ec-task-link ec-no-print"
              onClick={() => void navigate(paths.directive(directive.directive.id))}
            >
              <Icon name="book" size={20} />
              {t('tasks.fact.toDirective')}
            </button>
          )}
          {onOrigin && origin && (
            <button type="button" className="ec-plain-button ec-task-link ec-no-print" onClick={onOrigin}>
              <Icon name="right" size={20} />
              {'page' in origin
                ? t('tasks.ask.toPage', { page: origin.page.number })
                : t('ballot' in origin ? 'tasks.fact.toBallot' : 'tasks.fact.toItem')}
            </button>
          )}
        </>
      ),
    },
    ...(task.security === 'none'
      ? []
      : [{ term: t('tasks.fact.security'), value: t(`tasks.security.${task.security}`) }]),
  ]
  return <DefinitionList items={items} />
}

/** The Office's own word, by a file: never that of the agency. */
function importedWords(
  t: TFunction,
  { row, at, percent, doneOn, product }: NonNullable<Task['imported']>,
): string {
  return [
    t('taskImport.fact.importedText', { row, day: formatDay(dayOf(at)) }),
    ...(doneOn !== null
      ? [t('taskImport.fact.doneOn', { day: formatDay(doneOn) })]
      : percent > 0
        ? [t('taskImport.fact.standing', { percent })]
        : []),
    ...(product ? [t('taskImport.fact.product', { number: product.number })] : []),
  ].join('; ')
}
