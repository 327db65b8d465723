import { useNavigate } from 'react-router'
import { isShown } from '../../../shared/domain/task-select.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { paths } from '../paths.ts'

const lines = [
  ['waiting', 'tasks.desk.waiting'],
  ['draft', 'tasks.desk.drafts'],
  ['overdue', 'tasks.desk.overdue'],
] as const

/** How many tasks wait for the Office; each line is the register with that filter. */
export function TaskCounts() {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const all = app.tasks.list()
  const counted = lines.map(([show, words]) => ({
    show,
    words,
    count: all.filter((view) => isShown(view, show)).length,
  }))
  if (counted.every(({ count }) => count === 0)) return null
  return (
    <section className="ec-desk-part" aria-label={t('tasks.desk.title')}>
      <h2>{t('tasks.desk.title')}</h2>
      <ul className="ec-desk-running">
        {counted.map(
          ({ show, words, count }) =>
            count > 0 && (
              <li key={show}>
                <button
                  type="button"
                  className="ec-plain-button ec-desk-link"
                  onClick={() => void navigate(`${paths.deskTasks}?show=${show}`)}
                >
                  <strong className="ec-desk-count">
                    <Icon name={show === 'overdue' ? 'warning' : 'mission'} size={20} />
                    <span>{t(words, { count })}</span>
                  </strong>
                </button>
              </li>
            ),
        )}
      </ul>
    </section>
  )
}
