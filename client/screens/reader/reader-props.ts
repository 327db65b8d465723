import type { FileLink } from '../../pdf/dossier-links.ts'
import type { PdfSource } from '../../pdf/pdf-source.ts'
import type { NotedDocument } from './use-marks.ts'

/** What the reader is given to read. */
export type ReaderProps = {
  source: PdfSource
  /** Under which the place in this document is remembered. */
  placeKey: string
  /** A place in it that a link of another document named. */
  goTo: string | null
  /** Name and hour, over every page. */
  watermark: string
  openFile: (link: FileLink) => (() => void) | null
  onTurn: (way: 'forward' | 'back') => void
  /** What notes on it belong to; null where there are none. */
  noted: NotedDocument | null
}
