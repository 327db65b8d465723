import type { Figures } from '../../../shared/domain/statistics.ts'
import { taskCounts, taskRates } from '../../../shared/domain/statistics-lines.ts'
import { useWords } from '../../ui/i18n.ts'
import { figureWords } from './statistics-words.ts'

/** The four official statuses by both deadlines, and the rates over what has fallen due (T2, T4). */
export function TaskTable({ tasks }: { tasks: Figures['tasks'] }) {
  const { t, language } = useWords()
  const { count, share } = figureWords(t, language)
  const title = t('statistics.section.tasks')
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className="ec-quiet">{t('statistics.tasksNow')}</p>
      <div className="ec-statistics-scroll">
        <table className="ec-statistics-table">
          <caption className="ec-unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('statistics.status')}</th>
              <th scope="col">{t('statistics.byCurrent')}</th>
              <th scope="col">{t('statistics.byOriginal')}</th>
            </tr>
          </thead>
          <tbody>
            {taskCounts.map((kind) => (
              <tr key={kind} data-figure={`task-${kind}`}>
                <th scope="row">{t(`statistics.task.${kind}`)}</th>
                <td className="ec-figures">{count(tasks.current[kind])}</td>
                <td className="ec-figures">{count(tasks.original[kind])}</td>
              </tr>
            ))}
            {taskRates.map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(`statistics.task.${kind}`)}</th>
                <td className="ec-figures">{share(tasks.current[kind])}</td>
                <td className="ec-figures">{share(tasks.original[kind])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
