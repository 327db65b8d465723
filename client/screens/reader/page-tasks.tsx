import { useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { paths } from '../paths.ts'
import type { NotedDocument } from './use-marks.ts'

/** That tasks came of the page before one's eyes; a touch leads to the last of them. */
export function PageTasks({ viewer, noted }: { viewer: PdfViewer; noted: NotedDocument }) {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const page = useSyncExternalStore(viewer.subscribe, viewer.page)
  const { roles } = app.me().subject
  const isOffice = roles.includes('secretary') || roles.includes('head-of-office')
  const found = app.tasks
    .list()
    .filter(
      ({ origin }) =>
        origin !== null && 'page' in origin && origin.page.file === noted.hash && origin.page.number === page,
    )
  const last = found.at(-1)
  if (!last) return null
  const { id } = last.task
  return (
    <button
      type="button"
      className="ec-plain-button ec-reader-tasks ec-no-print"
      onClick={() => void navigate(isOffice ? paths.deskTask(id) : paths.task(id))}
    >
      <Icon name="mission" size={20} />
      {t('tasks.ask.onPage', { count: found.length })}
    </button>
  )
}
