/** What stands on a page, before it is written as text or as a scan. Points from the top left corner of an A4 page. */
export type PageMark = TextMark | RuleMark

export type TextStyle = 'regular' | 'bold' | 'italic' | 'bold-italic'

export type TextMark = {
  readonly kind: 'text'
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly size: number
  readonly style: TextStyle
  readonly text: string
  /** Added to each space, so that a line fills its measure. */
  readonly gap: number
}

/** A straight line; a thick one is a bar. */
export type RuleMark = {
  readonly kind: 'rule'
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  readonly thickness: number
}

export const pageWidth = 595.28
export const pageHeight = 841.89
