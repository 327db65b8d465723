import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import type { FileLink } from '../../pdf/dossier-links.ts'
import type { PdfSource } from '../../pdf/pdf-source.ts'
import type { DocumentTarget } from '../document-target.ts'
import type { LedPages } from './use-led-pages.ts'
import type { NotedDocument } from './use-marks.ts'

/** What the reader is given to read. */
export type ReaderProps = {
  source: PdfSource
  /** Small pictures made at intake, WebP, by the page's number. */
  picture: (page: number) => Promise<Bytes | null>
  /** Words of each page, made at intake; null where this device has none. */
  texts: () => Promise<readonly (string | null)[] | null>
  /** How many pages hold no text that could be searched. */
  textless: number
  /** A page that the file itself holds no longer, or in part. */
  isDamaged: (page: number) => boolean
  /** Under which the place in this document is remembered. */
  placeKey: string
  /** Where it begins, when something has led there. */
  target: DocumentTarget
  /** Name and hour, over every page. */
  watermark: string
  /** It has opened: pages can be seen. */
  onShown: () => void
  openFile: (link: FileLink) => (() => void) | null
  onTurn: (way: 'forward' | 'back') => void
  /** Another document of the dossier, or a place in it that a list has named. */
  onOpen: (document: BallotDocument, target: DocumentTarget) => void
  /** Looks for words in all of the dossier; null where this device cannot. */
  onSearchDossier: ((query: string) => void) | null
  /** The dossier that it lies in, in its order. */
  documents: readonly BallotDocument[]
  /** What notes on it belong to; null where there are none. */
  noted: NotedDocument | null
  /** Somebody may lead through it; null where nobody can. */
  led: LedPages | null
}
