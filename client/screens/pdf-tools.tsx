import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PdfViewer } from '../pdf/pdf-viewer.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icon-paths.ts'

const zoomStep = 1.25

/** Page and zoom of the open document. */
export function PdfTools({ viewer }: { viewer: PdfViewer }) {
  const { t } = useWords()
  const page = useSyncExternalStore(viewer.subscribe, viewer.page)
  const scale = useSyncExternalStore(viewer.subscribe, viewer.scale)
  return (
    <div className="ec-pdf-tools ec-no-print">
      <Tool icon="up" word={t('viewer.previous')} off={page <= 1} onTap={() => viewer.goTo(page - 1)} />
      <PageField page={page} pages={viewer.pages} onGo={viewer.goTo} />
      <Tool
        icon="down"
        word={t('viewer.next')}
        off={page >= viewer.pages}
        onTap={() => viewer.goTo(page + 1)}
      />
      <span className="ec-pdf-gap" />
      <Tool icon="minus" word={t('viewer.zoomOut')} onTap={() => viewer.zoomBy(1 / zoomStep)} />
      <span className="ec-figures ec-pdf-percent" role="status">
        {t('viewer.percent', { percent: Math.round(scale * 100) })}
      </span>
      <Tool icon="plus" word={t('viewer.zoomIn')} onTap={() => viewer.zoomBy(zoomStep)} />
      <Tool icon="fitWidth" word={t('viewer.fitWidth')} onTap={() => viewer.fit('width')} />
      <Tool icon="fitPage" word={t('viewer.fitPage')} onTap={() => viewer.fit('page')} />
    </div>
  )
}

type ToolProps = { icon: IconName; word: string; off?: boolean; onTap: () => void }

function Tool({ icon, word, off = false, onTap }: ToolProps) {
  return (
    <button
      type="button"
      className="ec-plain-button ec-square"
      aria-label={word}
      title={word}
      disabled={off}
      onClick={onTap}
    >
      <Icon name={icon} />
    </button>
  )
}

function PageField({ page, pages, onGo }: { page: number; pages: number; onGo: (page: number) => void }) {
  const { t } = useWords()
  const [text, setText] = useState(String(page))
  useEffect(() => setText(String(page)), [page])
  return (
    <form
      className="ec-pdf-page"
      onSubmit={(event) => {
        event.preventDefault()
        const wanted = Number.parseInt(text, 10)
        if (Number.isFinite(wanted)) onGo(wanted)
        else setText(String(page))
      }}
    >
      <input
        className="ec-figures"
        aria-label={t('viewer.goTo')}
        inputMode="numeric"
        value={text}
        size={4}
        onChange={(event) => setText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setText(String(page))}
      />
      <span className="ec-quiet">{t('viewer.pageOf', { total: pages })}</span>
    </form>
  )
}
