import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import type { FileLink } from '../../pdf/dossier-links.ts'
import type { PdfSource } from '../../pdf/pdf-source.ts'
import type { NotedDocument } from './use-marks.ts'

/** What the reader is given to read. */
export type ReaderProps = {
  source: PdfSource
  /** Small pictures made at intake, WebP, by the page's number. */
  picture: (page: number) => Promise<Bytes | null>
  /** How many pages hold no text that could be searched. */
  textless: number
  /** A page that the file itself holds no longer, or in part. */
  isDamaged: (page: number) => boolean
  /** Under which the place in this document is remembered. */
  placeKey: string
  /** A place in it that a link of another document named. */
  goTo: string | null
  /** Words to mark in it from the start. */
  find: string | null
  /** Name and hour, over every page. */
  watermark: string
  /** It has opened: pages can be seen. */
  onShown: () => void
  openFile: (link: FileLink) => (() => void) | null
  onTurn: (way: 'forward' | 'back') => void
  /** The dossier that it lies in, in its order. */
  documents: readonly BallotDocument[]
  /** What notes on it belong to; null where there are none. */
  noted: NotedDocument | null
}
