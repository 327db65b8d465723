import type { AgendaItemId, MeetingId } from '../../shared/domain/id.ts'
import { useWords } from '../ui/i18n.ts'
import { useApp, useAppVersion } from './app-context.tsx'
import { TaskLinks } from './task-links.tsx'

/** The tasks that came of an item's conclusion, as far as whoever is here may know them (M9). */
export function ConclusionTasks({ meeting, item }: { meeting: MeetingId; item: AgendaItemId }) {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const views = app.tasks
    .list()
    .filter(
      ({ origin }) =>
        origin !== null && 'item' in origin && origin.meeting === meeting && origin.item === item,
    )
  if (views.length === 0) return null
  return (
    <section className="ec-stack ec-no-print" aria-label={t('tasks.link.became')}>
      <strong>{t('tasks.link.became')}</strong>
      <TaskLinks views={views} />
    </section>
  )
}
