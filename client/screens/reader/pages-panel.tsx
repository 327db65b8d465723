import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'

const longest = 240

/** Every page as a small picture, drawn as it comes into sight. */
export function PagesPanel({ viewer }: { viewer: PdfViewer }) {
  const page = useSyncExternalStore(viewer.subscribe, viewer.page)
  return (
    <ol className="ec-reader-pages">
      {Array.from({ length: viewer.pages }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the number of the page is what it is
        <PageItem key={i} viewer={viewer} page={i + 1} isHere={page === i + 1} />
      ))}
    </ol>
  )
}

type PageItemProps = { viewer: PdfViewer; page: number; isHere: boolean }

function PageItem({ viewer, page, isHere }: PageItemProps) {
  const { t } = useWords()
  const place = useRef<HTMLLIElement>(null)
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const item = place.current
    if (!item) return
    let made: string | null = null
    let isGone = false
    const seen = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      seen.disconnect()
      viewer.picture(page, longest).then(
        (picture) => {
          if (isGone) return
          made = URL.createObjectURL(picture)
          setAddress(made)
        },
        // A page that cannot be drawn keeps its number.
        () => undefined,
      )
    })
    seen.observe(item)
    return () => {
      isGone = true
      seen.disconnect()
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [viewer, page])
  useEffect(() => {
    if (isHere) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  return (
    <li ref={place}>
      <button
        type="button"
        className="ec-plain-button"
        aria-current={isHere ? 'page' : undefined}
        aria-label={t('viewer.side.pageNumber', { page })}
        onClick={() => viewer.goTo(page)}
      >
        {address === null ? <span className="ec-reader-blank" /> : <img src={address} alt="" />}
        <span className="ec-figures" aria-hidden="true">
          {page}
        </span>
      </button>
    </li>
  )
}
