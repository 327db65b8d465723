import type { Instant } from '../../shared/lib/time.ts'
import type { TextStyle } from '../typeset/page-mark.ts'

/**
 * A paper of the State as Nghị định 30/2020/NĐ-CP knows it, before it is written as DOCX or PDF: what it says, and nothing of
 * where it stands on a page.
 */
export type OfficialPaper = {
  /** "Văn phòng Chính phủ" */
  readonly issuer: string
  /** Kind and issuer behind the number, "BC-VPCP". The number itself is given by the registry when the paper is signed. */
  readonly notation: string
  readonly place: string
  readonly dated: PaperDate
  /** "Báo cáo" */
  readonly name: string
  /** What it is about, below its name. */
  readonly abstract: string
  readonly addressee: string | null
  readonly body: readonly PaperBlock[]
  readonly recipients: readonly string[]
  readonly signature: Signature
  /** Stands on the left of the other, as the secretary's in minutes; the recipients then follow below both. */
  readonly cosignature?: Signature
  readonly madeAt: Instant
  /** Says below its number that nobody has signed it yet. */
  readonly isDraft?: boolean
}

/** Day null: left open until somebody signs. */
export type PaperDate = { readonly day: number | null; readonly month: number; readonly year: number }

export type Signature = {
  /** One below the other, in capitals: "KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM". */
  readonly authority: readonly string[]
  readonly name: string | null
}

/** 1: "I. KẾT QUẢ CHUNG"; 2: "1. Vấn đề ..."; 3: a part of that; 4: whose words follow. */
export type HeadingLevel = 1 | 2 | 3 | 4

export const headingStyle: Readonly<Record<HeadingLevel, TextStyle>> = {
  1: 'bold',
  2: 'bold',
  3: 'bold-italic',
  4: 'italic',
}

export type Run = { readonly style: TextStyle; readonly text: string }

export type PaperBlock =
  /** Stays with what it heads. */
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** Somebody's words to the letter; each line feed begins a paragraph. */
  | { readonly kind: 'quotation'; readonly text: string }
  /** Characters to be compared one by one: lines are kept, and broken wherever they must be. */
  | { readonly kind: 'code'; readonly lines: readonly string[] }
  | PaperTable

export type PaperTable = {
  readonly kind: 'table'
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

export type PaperColumn = {
  readonly head: string
  /** Share of the measure; all together 1. */
  readonly share: number
  readonly align: 'left' | 'centre'
}

export type Cell = readonly Run[]

export const plain = (text: string): Run => ({ style: 'regular', text })
export const bold = (text: string): Run => ({ style: 'bold', text })
export const italic = (text: string): Run => ({ style: 'italic', text })

export const paragraph = (...runs: readonly Run[]): PaperBlock => ({ kind: 'paragraph', runs })
export const heading = (level: HeadingLevel, text: string): PaperBlock => ({ kind: 'heading', level, text })
