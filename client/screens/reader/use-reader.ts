import { useState } from 'react'
import { useApp } from '../app-context.tsx'
import { useSettings } from '../use-settings.ts'

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
}

export function useReader(): ReaderState & { isPrinting: boolean; endPrint(): void } {
  const app = useApp()
  const { documentsPrintable } = useSettings()
  const [side, setSide] = useState<SidePart | null>(null)
  const [isFull, setFull] = useState(false)
  const [isWriting, setWriting] = useState(false)
  const [isPrinting, setPrinting] = useState(false)
  const { night } = app.reading.looks()
  return {
    side,
    setSide,
    isFull,
    setFull,
    isWriting,
    setWriting,
    night,
    setNight: (next) => void app.reading.setLooks({ night: next }),
    onPrint: documentsPrintable ? () => setPrinting(true) : null,
    isPrinting,
    endPrint: () => setPrinting(false),
  }
}
