import './reader.css'
import '../notes.css'
import { useRef, useState } from 'react'
import { permit } from '../../../shared/domain/access.ts'
import { formatInstant } from '../../../shared/lib/time.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { useApp } from '../app-context.tsx'
import { AskSheet } from './ask-sheet.tsx'
import { DamagedPage } from './damaged-page.tsx'
import { ExportSheet } from './export-sheet.tsx'
import { KeyHint, keyHintId } from './key-hint.tsx'
import { MarkBar } from './mark-bar.tsx'
import { NoteEditor } from './note-editor.tsx'
import { Opening } from './opening.tsx'
import { PageTasks } from './page-tasks.tsx'
import { PrintSheet } from './print-sheet.tsx'
import type { ReaderProps } from './reader-props.ts'
import { ReaderSide } from './reader-side.tsx'
import { ReaderTools } from './reader-tools.tsx'
import { useLedPages } from './use-led-pages.ts'
import { useMarkedWords } from './use-marked-words.ts'
import { type MarkWork, useMarks } from './use-marks.ts'
import { useOpenPdf } from './use-open-pdf.ts'
import { type ReaderState, useReader } from './use-reader.ts'
import { useReaderKeys } from './use-reader-keys.ts'
import { useStillPages } from './use-still-pages.ts'

/** A document's pages in a place of their own, with all the means to read them. */
export function Reader(props: ReaderProps) {
  const { watermark, onTurn } = props
  const app = useApp()
  const { t } = useWords()
  const place = useRef<HTMLElement>(null)
  const container = useRef<HTMLDivElement>(null)
  const pages = useRef<HTMLDivElement>(null)
  const reader = useReader(props.target.side)
  const marks = useMarks(props.noted, props.target.note)
  const { viewer, fault, again } = useOpenPdf(props, marks, container, pages)
  const selected = marks?.selected ?? null
  const markedWords = useMarkedWords(pages)
  const [asking, setAsking] = useState<{ page: number; quote: string } | null>(null)
  const { noted } = props
  const mayAsk = noted !== null && permit(app.me().subject, { action: 'ask-task', task: null }).allow
  const ask = () => viewer && setAsking({ page: viewer.page(), quote: markedWords() })
  useReaderKeys({ place, pages: container, viewer, reader, marks, turn: onTurn })
  useStillPages(container, reader.isWriting)
  useLedPages(viewer, props.led, place)
  useFocusBack(reader.side !== null)
  useFocusBack(reader.isWriting)

  return (
    <section
      ref={place}
      className="ec-reader"
      data-full={reader.isFull || undefined}
      data-night={reader.night || undefined}
      aria-label={t('viewer.label')}
    >
      {viewer && (
        <ReaderTools
          viewer={viewer}
          reader={withMarks(reader, marks)}
          mayWrite={marks !== null}
          onAsk={mayAsk ? ask : null}
        />
      )}
      {viewer && marks && reader.isWriting && <MarkBar viewer={viewer} marks={marks} />}
      <div className="ec-reader-middle">
        {viewer && <ReaderSide {...props} viewer={viewer} reader={reader} marks={marks} />}
        <div className="ec-reader-place">
          <div
            className="ec-reader-scroll"
            ref={container}
            role="document"
            aria-label={t('viewer.pages')}
            aria-describedby={keyHintId}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            hidden={fault !== null}
          >
            <div
              className="pdfViewer"
              ref={pages}
              style={{ '--ec-watermark': watermarkContent(watermark) } as React.CSSProperties}
            />
          </div>
          {viewer && noted && <PageTasks viewer={viewer} noted={noted} />}
          {viewer && <DamagedPage viewer={viewer} isDamaged={props.isDamaged} />}
          {marks && <KeyHint tool={marks.tool} />}
          {marks && selected && <NoteEditor marks={marks} note={selected} />}
          {!viewer && !fault && <Opening onRetry={again} />}
          {fault && (
            <ErrorState
              title={t(fault.kind === 'not-here' ? 'ballot.document.damaged' : 'ballot.document.broken')}
              meaning={t(
                fault.kind === 'not-loaded'
                  ? 'viewer.notLoaded'
                  : fault.kind === 'not-here'
                    ? 'ballot.document.damagedText'
                    : 'ballot.document.brokenText',
              )}
              remedy={t(fault.kind === 'not-loaded' ? 'viewer.notLoadedRemedy' : 'viewer.remedy')}
              code={fault.detail.slice(0, 120)}
              onRetry={again}
            />
          )}
        </div>
      </div>
      {viewer && reader.isPrinting && (
        <PrintSheet
          viewer={viewer}
          mark={t('viewer.print.mark', {
            name: app.me().person?.name ?? '',
            at: formatInstant(app.now()),
          })}
          onEnd={reader.endPrint}
        />
      )}
      {noted && asking && <AskSheet {...asking} noted={noted} onClose={() => setAsking(null)} />}
      {marks && reader.exporting && (
        <ExportSheet
          part={reader.exporting}
          marks={marks}
          documents={props.documents}
          onClose={reader.endExport}
        />
      )}
    </section>
  )
}

/** Who puts the tools away puts down what the hand held; notes go out only where there are some to be kept. */
function withMarks(reader: ReaderState, marks: MarkWork | null): ReaderState {
  return {
    ...reader,
    onExport: marks && reader.onExport,
    setWriting: (writing) => {
      reader.setWriting(writing)
      marks?.setTool(writing ? 'ink' : null)
    },
  }
}

/** A grid of the same words as the text of a CSS `content`. */
function watermarkContent(text: string): string {
  const escaped = text.replace(/["\\\n\r\f]/g, ' ')
  const line = Array.from({ length: 3 }, () => escaped).join('          ')
  return `"${Array.from({ length: 14 }, () => line).join('\\A ')}"`
}
