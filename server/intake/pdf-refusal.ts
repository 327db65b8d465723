/** What an upload may hold at most. */
export type PdfLimits = {
  /** Bytes. */
  readonly size: number
  readonly pages: number
}

/** trust.md, "Uploads". */
export const defaultPdfLimits: PdfLimits = { size: 100 * 1024 * 1024, pages: 2000 }

export type PdfFacts = {
  readonly pages: number
  /** Width and height of each page as a reader shows it (crop box, rotation and user unit applied), in points. */
  readonly pageSizes: readonly (readonly [number, number])[]
}

/** Why a file is not taken in. Words for people are chosen where it is shown. */
export type PdfRefusal =
  /** Does not begin with `%PDF-`, whatever it is called. */
  | { readonly kind: 'not-a-pdf' }
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number }
  /** `pages` is where counting stopped: the file has at least so many. */
  | { readonly kind: 'too-many-pages'; readonly pages: number; readonly limit: number }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'javascript' }
  | { readonly kind: 'launch-action' }
  /** Attachments, and the multimedia that carry files of their own. */
  | { readonly kind: 'embedded-files' }
  /** A form only Adobe's own programs show; every other reader shows "please wait". */
  | { readonly kind: 'xfa-form' }
  /** Cut short, or so built that two readers may see two documents. */
  | { readonly kind: 'broken'; readonly part: BrokenPart }
  | { readonly kind: 'no-pages' }
  /** A page of no size, or of more than readers agree on (200 inches a side). */
  | { readonly kind: 'page-size' }
  /** More time, memory or unpacked bytes than any honest document needs. */
  | { readonly kind: 'too-complex'; readonly limit: 'time' | 'memory' | 'unpacked-size' | 'nesting' }

export type BrokenPart = 'end-of-file' | 'cross-reference' | 'object' | 'object-stream' | 'page-tree'
