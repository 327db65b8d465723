import type { Day } from '../../../shared/lib/time.ts'

/** A paper that directs: of the Government, of its head, or in its name. */
type DirectiveKind = 'instruction' | 'telegram' | 'resolution' | 'conclusion'
export type DocumentKind =
  | 'submission'
  | 'draft-decree'
  | 'appraisal'
  | 'summary'
  | 'statistics'
  | 'scan'
  | DirectiveKind

export type DocumentRequest = {
  readonly kind: DocumentKind
  /** What it is about, as it follows the name of the kind: "Về dự thảo Nghị định ...". */
  readonly title: string
  /** In full: "Bộ Y tế". */
  readonly agency: string
  /** As printed after "Số:": "45/TTr-BYT". */
  readonly number: string
  readonly day: Day
  /** Exactly so many pages: 1 to 120. */
  readonly pages: number
  /** A clause that an amendment has added to an article of a decree; everything else stays to the letter. */
  readonly addedClause?: { readonly article: number; readonly text: string }
  /** What a directive orders, each for itself. */
  readonly orders?: readonly string[]
  /** The same request with the same seed gives the same bytes. */
  readonly seed: number
}
