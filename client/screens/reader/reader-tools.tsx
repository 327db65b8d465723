import { useSyncExternalStore } from 'react'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import { PageField } from './page-field.tsx'
import { ReaderMenu } from './reader-menu.tsx'
import { ToolButton } from './tool-button.tsx'
import type { ReaderState } from './use-reader.ts'

const zoomStep = 1.25

type ReaderToolsProps = {
  viewer: PdfViewer
  reader: ReaderState
  mayWrite: boolean
  /** Assigns a task from the page; null for who assigns none. */
  onAsk: (() => void) | null
}

/** Page, zoom, the ways to look at the open document, and the way to write on it. */
export function ReaderTools({ viewer, reader, mayWrite, onAsk }: ReaderToolsProps) {
  const { t } = useWords()
  const page = useSyncExternalStore(viewer.subscribe, viewer.page)
  const scale = useSyncExternalStore(viewer.subscribe, viewer.scale)
  return (
    <div className="ec-reader-tools ec-no-print" role="toolbar" aria-label={t('viewer.tools')}>
      <ToolButton
        icon="contents"
        word={t(reader.side === null ? 'viewer.side.open' : 'viewer.side.close')}
        pressed={reader.side !== null}
        onTap={() => reader.setSide(reader.side === null ? 'pages' : null)}
      />
      <ToolButton icon="search" word={t('viewer.find.field')} onTap={() => reader.setSide('find')} />
      {mayWrite && (
        <ToolButton
          icon="pen"
          word={t(reader.isWriting ? 'notes.stopWriting' : 'notes.write')}
          pressed={reader.isWriting}
          onTap={() => reader.setWriting(!reader.isWriting)}
        />
      )}
      {onAsk && <ToolButton icon="mission" word={t('tasks.ask.open')} onTap={onAsk} />}
      <span className="ec-reader-gap" />
      <span className="ec-reader-group">
        <ToolButton
          icon="up"
          word={t('viewer.previous')}
          off={page <= 1}
          onTap={() => viewer.goTo(page - 1)}
        />
        <PageField page={page} pages={viewer.pages} onGo={viewer.goTo} />
        <ToolButton
          icon="down"
          word={t('viewer.next')}
          off={page >= viewer.pages}
          onTap={() => viewer.goTo(page + 1)}
        />
      </span>
      <span className="ec-reader-gap" />
      <span className="ec-reader-group ec-reader-zoom">
        <ToolButton icon="minus" word={t('viewer.zoomOut')} onTap={() => viewer.zoomBy(1 / zoomStep)} />
        <span className="ec-figures ec-reader-percent" role="status">
          {t('viewer.percent', { percent: Math.round(scale * 100) })}
        </span>
        <ToolButton icon="plus" word={t('viewer.zoomIn')} onTap={() => viewer.zoomBy(zoomStep)} />
      </span>
      <ToolButton icon="fitWidth" word={t('viewer.fitWidth')} onTap={() => viewer.fit('width')} />
      <ToolButton icon="fitPage" word={t('viewer.fitPage')} onTap={() => viewer.fit('page')} />
      <ToolButton
        icon={reader.isFull ? 'narrow' : 'wide'}
        word={t(reader.isFull ? 'viewer.more.leaveFull' : 'viewer.more.full')}
        onTap={() => reader.setFull(!reader.isFull)}
      />
      <ReaderMenu viewer={viewer} reader={reader} />
    </div>
  )
}
