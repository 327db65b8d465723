import type { TextStyle } from '../../typeset/page-mark.ts'

/** What a document says, before it is laid out. */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly centred: boolean }
  | { readonly kind: 'paragraph'; readonly text: string; readonly style: TextStyle }
  | { readonly kind: 'table'; readonly caption: string; readonly rows: readonly TableRow[] }
  | { readonly kind: 'bars'; readonly caption: string; readonly bars: readonly Bar[] }

/** A table's first row is its head; the first cell is the serial number, the second the words, the rest figures. */
export type TableRow = readonly string[]

export type Bar = { readonly label: string; readonly value: number; readonly shown: string }

/** Said before the body and after it. */
export type DocumentFrame = {
  readonly issuer: string
  /** "TỜ TRÌNH", or null for an official letter, which names none. */
  readonly name: string | null
  readonly addressee: string | null
  readonly isDraft: boolean
  readonly signedFor: readonly string[]
  readonly recipients: readonly string[]
}
