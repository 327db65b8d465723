import { PaperFormat, type PaperName, paperMediaType } from '../../shared/protocol/paper.ts'
import { useWords } from '../ui/i18n.ts'
import { useApp } from './app-context.tsx'
import { FileButtons } from './file-buttons.tsx'

/** Has the server write a paper, in either form, and hands it over as a file. */
export function PaperButtons({ paper }: { paper: PaperName }) {
  const app = useApp()
  const { t } = useWords()
  return (
    <FileButtons
      formats={PaperFormat.options}
      wordOf={(format) => t(`paper.${paper.kind}.${format}`)}
      mediaTypes={paperMediaType}
      fetchFile={(format) => app.fetchPaper(paper, format)}
    />
  )
}
