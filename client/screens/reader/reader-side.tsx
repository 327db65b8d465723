import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import { noteTarget } from '../document-target.ts'
import { FindPanel } from './find-panel.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { OutlinePanel } from './outline-panel.tsx'
import { PagesPanel } from './pages-panel.tsx'
import type { ReaderProps } from './reader-props.ts'
import { ToolButton } from './tool-button.tsx'
import type { Marks } from './use-marks.ts'
import type { ReaderState, SidePart } from './use-reader.ts'

const parts = ['pages', 'outline', 'notes', 'find'] as const satisfies readonly SidePart[]

type ReaderSideProps = Pick<ReaderProps, 'textless' | 'documents' | 'onOpen' | 'onSearchDossier'> & {
  viewer: PdfViewer
  reader: ReaderState
  marks: Marks | null
}

/** Beside the pages: small pictures of them, the contents, the notes, the search. */
export function ReaderSide(props: ReaderSideProps) {
  const { viewer, reader, marks, textless, documents, onOpen, onSearchDossier } = props
  const { t } = useWords()
  const { side, setSide } = reader
  if (side === null) return null
  return (
    <aside className="ec-reader-side ec-no-print" data-part={side} aria-label={t('viewer.side.open')}>
      <div className="ec-reader-side-head">
        {parts
          .filter((part) => part !== 'notes' || marks !== null)
          .map((part) => (
            <button
              key={part}
              type="button"
              className="ec-plain-button ec-reader-tab"
              aria-pressed={side === part}
              onClick={() => setSide(part)}
            >
              {t(`viewer.side.${part}`)}
            </button>
          ))}
        <ToolButton icon="close" word={t('viewer.side.close')} onTap={() => setSide(null)} />
      </div>
      <div className="ec-reader-side-body">
        {side === 'outline' && <OutlinePanel viewer={viewer} />}
        {side === 'pages' && <PagesPanel viewer={viewer} />}
        {side === 'notes' && marks && (
          <NotesPanel
            viewer={viewer}
            marks={marks}
            documents={documents}
            onOpen={({ document, note, page }) => {
              if (document.id === marks.document.document) marks.reveal(note.id)
              else onOpen(document, noteTarget(note.id, page, 'notes'))
            }}
          />
        )}
        {side === 'find' && (
          <FindPanel viewer={viewer} textless={textless} onSearchDossier={onSearchDossier} />
        )}
      </div>
    </aside>
  )
}
