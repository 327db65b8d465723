import type { FileLink } from './dossier-links.ts'
import type { MarkSink } from './mark.ts'
import type { PictureSource } from './page-pictures.ts'
import type { PdfPlace } from './pdf-place.ts'
import type { PdfSource } from './pdf-source.ts'

export type PdfFault =
  /** No PDF that can be read: damaged before it was uploaded, encrypted, or something else. */
  | { kind: 'not-readable'; detail: string }
  /** The program's own parts could not be fetched. */
  | { kind: 'not-loaded'; detail: string }
  /** The worker that an open document was read by had to be ended: opened anew it goes on. */
  | { kind: 'worker-lost'; detail: string }
  /** The bytes on this device could not be read. */
  | { kind: 'not-here'; detail: string }

export type PdfRequest = {
  source: PdfSource
  /** Scrolls; must be positioned, and hold `pages`. */
  container: HTMLDivElement
  pages: HTMLDivElement
  place: PdfPlace
  /** Whoever asked is gone: what is still being opened ends. */
  left: AbortSignal
  /** Images made at intake; null where there are none. */
  pictures: PictureSource | null
  /** Texts made at intake, by page; null where this device has none. */
  texts(): Promise<readonly (string | null)[] | null>
  /** Names a page to screen readers. */
  pageLabel(page: number): string
  openFile(link: FileLink): (() => void) | null
  /** What a hand writes on the pages. */
  marks: MarkSink
  /** One quick stroke to the side that no page is left for. */
  onTurn(way: 'forward' | 'back'): void
  /** Later than opening: a piece of the file could not be read any more. */
  onFault(fault: PdfFault): void
}
