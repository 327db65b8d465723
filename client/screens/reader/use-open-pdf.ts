import { type RefObject, useEffect, useRef, useState } from 'react'
import { unattended } from '../../app/unattended.ts'
import type { MarkSink } from '../../pdf/mark.ts'
import { firstPlace } from '../../pdf/pdf-place.ts'
import type { PdfFault } from '../../pdf/pdf-request.ts'
import { openPdf, type PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import type { ReaderProps } from './reader-props.ts'
import type { MarkWork } from './use-marks.ts'

/** The place is written down after a rest, and when one leaves. */
const restMs = 1500

/** Opens the document in its place, where one was last time, and closes it with the screen. */
export function useOpenPdf(
  props: ReaderProps,
  marks: MarkWork | null,
  container: RefObject<HTMLDivElement | null>,
  pages: RefObject<HTMLDivElement | null>,
) {
  const app = useApp()
  const { t } = useWords()
  const [viewer, setViewer] = useState<PdfViewer | null>(null)
  const [fault, setFault] = useState<PdfFault | null>(null)
  const [tries, setTries] = useState(0)
  const now = useRef({ ...props, t, marks })
  now.current = { ...props, t, marks }
  const { source, placeKey } = props

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` opens it again
  useEffect(() => {
    const [scrolls, inside] = [container.current, pages.current]
    if (!scrolls || !inside) return
    let isGone = false
    const left = new AbortController()
    let opened: PdfViewer | null = null
    let resting: ReturnType<typeof setTimeout> | null = null
    const { reading } = app
    const keep = () => {
      resting = null
      if (opened) unattended(reading.keepPlace(placeKey, opened.place()))
    }
    setFault(null)
    void openPdf({
      source,
      container: scrolls,
      pages: inside,
      left: left.signal,
      place: reading.place(placeKey) ?? firstPlace,
      pictures: async (page) => {
        const bytes = await now.current.picture(page)
        return bytes && new Blob([bytes], { type: 'image/webp' })
      },
      texts: () => now.current.texts(),
      marks: handedOn(() => now.current.marks?.sink),
      pageLabel: (page) => `${now.current.t('viewer.page')} ${page}`,
      openFile: (link) => now.current.openFile(link),
      onTurn: (way) => now.current.onTurn(way),
      onFault: (next) => {
        if (isGone) return
        if (next.kind === 'worker-lost') setTries((count) => count + 1)
        else setFault(next)
      },
    }).then((done) => {
      if (!done.ok) {
        if (!isGone) setFault(done.error)
        return
      }
      opened = done.value
      if (isGone) {
        opened.close()
        return
      }
      const { goTo, find } = now.current.target
      if (goTo !== null) opened.goToNamed(goTo)
      if (find !== null) opened.find.find(find)
      opened.subscribe(() => {
        if (resting !== null) clearTimeout(resting)
        resting = setTimeout(keep, restMs)
      })
      setViewer(opened)
      now.current.onShown()
    })
    return () => {
      isGone = true
      left.abort()
      if (resting !== null) clearTimeout(resting)
      keep()
      opened?.close()
      setViewer(null)
      inside.replaceChildren()
    }
  }, [source, placeKey, tries])

  useEffect(() => marks?.attach(viewer), [marks?.attach, viewer])

  return { viewer, fault, again: () => setTries((count) => count + 1) }
}

/** The hand's work goes to the notes that are open at that moment. */
const handedOn = (sink: () => MarkSink | undefined): MarkSink => ({
  ink: (...given) => sink()?.ink(...given),
  textMark: (...given) => sink()?.textMark(...given),
  place: (...given) => sink()?.place(...given),
  erase: (...given) => sink()?.erase(...given),
  select: (...given) => sink()?.select(...given),
  move: (...given) => sink()?.move(...given),
})
