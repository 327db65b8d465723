import './pdf-view.css'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { openPdf, type PdfFault, type PdfViewer } from '../pdf/pdf-viewer.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ThingSkeleton } from '../ui/skeleton.tsx'
import { PdfTools } from './pdf-tools.tsx'

type PdfViewProps = {
  bytes: Bytes
  /** Name and hour, over every page. */
  watermark: string
  firstPage?: number
  onPage?: (page: number) => void
}

/** A document's pages in a place of their own, with the means to move and zoom. */
export function PdfView({ bytes, watermark, firstPage = 1, onPage }: PdfViewProps) {
  const { t } = useWords()
  const container = useRef<HTMLDivElement>(null)
  const pages = useRef<HTMLDivElement>(null)
  const [viewer, setViewer] = useState<PdfViewer | null>(null)
  const [fault, setFault] = useState<PdfFault | null>(null)
  const [tries, setTries] = useState(0)
  const begin = useRef({ firstPage, label: (page: number) => `${t('viewer.page')} ${page}` })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` opens it again
  useEffect(() => {
    const [place, inside] = [container.current, pages.current]
    if (!place || !inside) return
    let isGone = false
    let opened: PdfViewer | null = null
    setFault(null)
    const { firstPage: page, label } = begin.current
    void openPdf({
      bytes: bytes.slice(),
      container: place,
      pages: inside,
      firstPage: page,
      pageLabel: label,
    }).then((done) => {
      if (!done.ok) {
        if (!isGone) setFault(done.error)
        return
      }
      opened = done.value
      if (isGone) opened.close()
      else setViewer(opened)
    })
    return () => {
      isGone = true
      opened?.close()
      setViewer(null)
      inside.replaceChildren()
    }
  }, [bytes, tries])

  return (
    <section className="ec-pdf" aria-label={t('viewer.label')}>
      {viewer && <PdfTools viewer={viewer} />}
      {viewer && onPage && <PageReport viewer={viewer} onPage={onPage} />}
      <div className="ec-pdf-place">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <div className="ec-pdf-scroll" ref={container} tabIndex={0} hidden={fault !== null}>
          <div
            className="pdfViewer"
            ref={pages}
            style={{ '--ec-watermark': watermarkContent(watermark) } as React.CSSProperties}
          />
        </div>
        {!viewer && !fault && (
          <div className="ec-pdf-opening">
            <p>{t('viewer.opening')}</p>
            <ThingSkeleton />
          </div>
        )}
        {fault && (
          <ErrorState
            title={t('ballot.document.broken')}
            meaning={t(fault.kind === 'not-loaded' ? 'viewer.notLoaded' : 'ballot.document.brokenText')}
            remedy={t('viewer.remedy')}
            code={fault.detail.slice(0, 120)}
            onRetry={() => setTries((count) => count + 1)}
          />
        )}
      </div>
    </section>
  )
}

function PageReport({ viewer, onPage }: { viewer: PdfViewer; onPage: (page: number) => void }) {
  const page = useSyncExternalStore(viewer.subscribe, viewer.page)
  const report = useRef(onPage)
  report.current = onPage
  useEffect(() => report.current(page), [page])
  return null
}

/** A grid of the same words as the text of a CSS `content`. */
function watermarkContent(text: string): string {
  const escaped = text.replace(/["\\\n\r\f]/g, ' ')
  const line = Array.from({ length: 3 }, () => escaped).join('          ')
  return `"${Array.from({ length: 14 }, () => line).join('\\A ')}"`
}
