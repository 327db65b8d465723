import { pageHeight, pageWidth } from '../typeset/page-mark.ts'
import type { PaperDate } from './official-paper.ts'

/**
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, as numbers: both writers take them from here. Millimetres, and points for letters.
 * Allowed: margins 20-25 above and below, 30-35 left, 15-20 right; body 13-14.
 */
export const margins = { top: 20, bottom: 20, left: 30, right: 20 } as const

const pointsPerMm = 72 / 25.4
export const points = (mm: number): number => mm * pointsPerMm

export const left = points(margins.left)
const right = pageWidth - points(margins.right)
const top = points(margins.top)
const bottom = pageHeight - points(margins.bottom)
export const measure = right - left

/** Of a page, what text may stand on; points from its top left corner. */
export type TypeArea = {
  readonly left: number
  readonly measure: number
  readonly top: number
  readonly bottom: number
}
export const upright: TypeArea = { left, measure, top, bottom }
/** A wide table lies across the page: the side that is bound is its upper edge. */
export const across: TypeArea = {
  left: points(margins.top),
  measure: pageHeight - points(margins.top + margins.bottom),
  top: points(margins.left),
  bottom: pageWidth - points(margins.right),
}

export const sizes = {
  /** Country, and the issuing body. */
  country: 13,
  motto: 14,
  number: 13,
  date: 14,
  title: 14,
  body: 14,
  table: 12,
  code: 11,
  recipientsHead: 12,
  recipients: 11,
  signature: 14,
  page: 13,
} as const

/** Distance of lines, in sizes of the letters. */
export const lineSpacing = 1.3
/** Before each paragraph. */
export const paragraphGap = 6
/** Of a paragraph's first line, and of all of somebody's words. */
export const indent = points(10)
/** Between the posts that sign and the name. */
export const signatureRoom = 70
/** The head stands in two columns: the issuing body's share. */
export const issuerShare = 0.385
/** Lines below the issuing body and below what the paper is about: a third to half of the text, and not much on a page. */
export const issuerRule = (width: number): number => Math.min(90, width * 0.45)
export const abstractRule = measure * 0.22

export const country = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'
export const draftMark = 'DỰ THẢO'
export const recipientsHead = 'Nơi nhận:'

/** Left open, and never closed up by a line that is set. */
const blank = '\u00a0'

/** Room for the registry to write into. */
export const numberLine = (notation: string): string => `Số: ${blank.repeat(10)}/${notation}`

/** Days below ten and the months January and February are written with a nought (Phụ lục I, mục II.4). */
export function dateWords({ day, month, year }: PaperDate): string {
  const shownDay = day === null ? blank.repeat(6) : String(day).padStart(2, '0')
  const shownMonth = month < 3 ? `0${month}` : String(month)
  return `ngày ${shownDay} tháng ${shownMonth} năm ${year}`
}
