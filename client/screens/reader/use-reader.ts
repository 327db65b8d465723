import { useState } from 'react'
import { unattended } from '../../app/unattended.ts'
import { useApp } from '../app-context.tsx'
import { useSettings } from '../use-settings.ts'
import type { ExportPart } from './make-export.ts'

export type SidePart = 'outline' | 'pages' | 'find' | 'notes'

/** How the reader looks right now, apart from what lies in the document's own place. */
export type ReaderState = {
  side: SidePart | null
  setSide(part: SidePart | null): void
  isFull: boolean
  setFull(full: boolean): void
  /** Whether the writing tools are out. */
  isWriting: boolean
  setWriting(writing: boolean): void
  night: boolean
  setNight(night: boolean): void
  /** Null where the Office does not allow printing. */
  onPrint: (() => void) | null
  /** Null where the Office does not allow it, and where there are no notes to go along. */
  onExport: ((part: ExportPart) => void) | null
}

/** What is being done with the open document, in a sheet over it. */
type Sheets = { isPrinting: boolean; endPrint(): void; exporting: ExportPart | null; endExport(): void }

export function useReader(first: SidePart | null): ReaderState & Sheets {
  const app = useApp()
  const { documentsPrintable } = useSettings()
  const [side, setSide] = useState<SidePart | null>(first)
  const [isFull, setFull] = useState(false)
  const [isWriting, setWriting] = useState(false)
  const [isPrinting, setPrinting] = useState(false)
  const [exporting, setExporting] = useState<ExportPart | null>(null)
  const { night } = app.reading.looks()
  return {
    side,
    setSide,
    isFull,
    setFull,
    isWriting,
    setWriting,
    night,
    setNight: (next) => unattended(app.reading.setLooks({ night: next })),
    onPrint: documentsPrintable ? () => setPrinting(true) : null,
    isPrinting,
    endPrint: () => setPrinting(false),
    onExport: documentsPrintable ? setExporting : null,
    exporting,
    endExport: () => setExporting(null),
  }
}
