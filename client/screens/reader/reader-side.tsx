import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import { FindPanel } from './find-panel.tsx'
import { OutlinePanel } from './outline-panel.tsx'
import { PagesPanel } from './pages-panel.tsx'
import { ToolButton } from './tool-button.tsx'
import type { ReaderState, SidePart } from './use-reader.ts'

const parts = ['pages', 'outline', 'find'] as const satisfies readonly SidePart[]

/** Beside the pages: small pictures of them, the contents, the search. */
export function ReaderSide({ viewer, reader }: { viewer: PdfViewer; reader: ReaderState }) {
  const { t } = useWords()
  const { side, setSide } = reader
  if (side === null) return null
  return (
    <aside className="ec-reader-side ec-no-print" aria-label={t('viewer.side.open')}>
      <div className="ec-reader-side-head">
        {parts.map((part) => (
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
        {side === 'find' && <FindPanel viewer={viewer} />}
      </div>
    </aside>
  )
}
