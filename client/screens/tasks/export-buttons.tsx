import { TableFormat, type TaskList, tableMediaType } from '../../../shared/protocol/task-query.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { FileButtons } from '../file-buttons.tsx'

/** What is shown, as a file: the list that can be imported again, or a table to print (T8). */
export function ExportButtons({ list }: { list: TaskList }) {
  const app = useApp()
  const { t } = useWords()
  return (
    <div className="ec-task-export ec-no-print">
      <FileButtons
        formats={TableFormat.options}
        wordOf={(format) => t(`taskViews.export.${format}`)}
        mediaTypes={tableMediaType}
        fetchFile={(format, watch) => app.exportTasks(list, format, watch)}
      />
    </div>
  )
}
