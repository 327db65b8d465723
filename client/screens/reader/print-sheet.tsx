import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useFocusBack } from '../../ui/use-focus-back.ts'

type PrintSheetProps = {
  viewer: PdfViewer
  /** Over every page. */
  mark: string
  onEnd: () => void
}

/** Draws every page for paper with the printer's name over it, then hands them to the browser; nothing goes out in part. */
export function PrintSheet({ viewer, mark, onEnd }: PrintSheetProps) {
  const { t } = useWords()
  useFocusBack(true)
  const [ready, setReady] = useState(0)
  const [failed, setFailed] = useState<number | null>(null)
  const [pages, setPages] = useState<readonly string[] | null>(null)
  const end = useRef(onEnd)
  end.current = onEnd

  useEffect(() => {
    let isGone = false
    const made: string[] = []
    const prepare = async () => {
      for (let page = 1; page <= viewer.pages && !isGone; page++) {
        const picture = await viewer.printed(page, mark).catch(() => null)
        if (isGone) return
        if (picture === null) {
          setFailed(page)
          return
        }
        made.push(URL.createObjectURL(picture))
        setReady(page)
      }
      if (!isGone) setPages([...made])
    }
    void prepare()
    return () => {
      isGone = true
      for (const address of made) URL.revokeObjectURL(address)
    }
  }, [viewer, mark])

  useEffect(() => {
    if (pages === null) return
    const leave = () => end.current()
    window.addEventListener('afterprint', leave)
    void Promise.all(
      [...document.querySelectorAll<HTMLImageElement>('.ec-paper-copy img')].map((i) => i.decode()),
    )
      .catch(() => undefined)
      .then(() => window.print())
    return () => window.removeEventListener('afterprint', leave)
  }, [pages])

  return (
    <>
      <Modal
        opened
        onClose={onEnd}
        title={t('viewer.print.title')}
        closeButtonProps={{ 'aria-label': t('interface.close') }}
      >
        {failed === null ? (
          <ProgressBar
            word={t('viewer.print.preparing', {
              page: Math.min(ready + 1, viewer.pages),
              total: viewer.pages,
            })}
            done={ready}
            total={viewer.pages}
            stopWord={t('viewer.print.cancel')}
            onStop={onEnd}
          />
        ) : (
          <ErrorState
            title={t('viewer.print.title')}
            meaning={t('viewer.print.failed', { page: failed })}
            remedy={t('viewer.remedy')}
          />
        )}
      </Modal>
      {pages !== null &&
        createPortal(
          <div className="ec-paper-copy">
            {pages.map((address) => (
              <img key={address} src={address} alt="" />
            ))}
          </div>,
          document.body,
        )}
    </>
  )
}
