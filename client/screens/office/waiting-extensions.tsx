import { Button } from '@mantine/core'
import { useNavigate } from 'react-router'
import { openExtension } from '../../../shared/domain/task.ts'
import { Card } from '../../ui/card.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { taskTitle } from '../task-status-sign.tsx'
import { useDirectory } from '../use-directory.ts'
import { WaitingExtension } from '../waiting-extension.tsx'

/** So many stand on the desk; the others are behind one tap. */
const most = 3

/** What agencies asked for and nobody has answered, the nearest due day first (T4). */
export function WaitingExtensions() {
  const app = useApp()
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  const navigate = useNavigate()
  // In the order of their due days already.
  const asked = app.tasks.list().filter(({ task }) => openExtension(task))
  if (asked.length === 0) return null
  return (
    <section className="ec-desk-part" aria-labelledby="waiting-extensions">
      <h2 id="waiting-extensions">{t('extension.toAnswer', { count: asked.length })}</h2>
      <ul className="ec-desk-list">
        {asked.slice(0, most).map((view) => (
          <li key={view.task.id}>
            <Card
              level={3}
              title={taskTitle(t, view)}
              over={agencyOf(view.task.leadAgency)}
              onOpen={() => void navigate(paths.deskTask(view.task.id))}
            >
              <WaitingExtension task={view.task} />
            </Card>
          </li>
        ))}
      </ul>
      {asked.length > most && (
        <Button variant="default" onClick={() => void navigate(`${paths.deskTasks}?show=waiting`)}>
          {t('extension.more', { count: asked.length - most })}
        </Button>
      )}
    </section>
  )
}
