import type { TextStyle } from '../../typeset/page-mark.ts'
import type { DocumentFrame } from './document-block.ts'
import type { DocumentRequest } from './document-request.ts'
import { type Align, left, measure, type PageFlow, right, type TextBox } from './page-flow.ts'

const country = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const motto = 'Độc lập - Tự do - Hạnh phúc'

/** Points: the issuer's column ends and the country's begins. */
const divide = left + 178

/** Head of a State document (Nghị định 30/2020, Phụ lục I): country and motto, issuer, number, place and day, name, subject. */
export function layOutHead(flow: PageFlow, frame: DocumentFrame, request: DocumentRequest): void {
  const y = flow.y()
  const issuer = column('bold', 11.5, left - 20, divide - 8)
  const state = column('bold', 11.5, divide, right + 12)

  let below = y + flow.place(frame.issuer.toUpperCase(), issuer, y)
  rule(flow, (left - 20 + divide - 8) / 2, below + 3, 56)
  below += 8
  below += flow.place(`Số: ${request.number}`, column('regular', 12, left - 20, divide - 8), below)
  if (frame.name === null)
    below += flow.place(
      `V/v ${lowerFirst(request.title.replace(/^Về (việc )?/, ''))}`,
      column('regular', 10.5, left - 20, divide - 8),
      below,
    )
  if (frame.isDraft) {
    const box = column('bold', 11.5, left - 20, divide - 8)
    below += 8
    frameAround(flow, (left - 20 + divide - 8) / 2, below, 76, 20)
    below += flow.place('DỰ THẢO', box, below + 2) + 6
  }

  let beside = y + flow.place(country, state, y)
  beside += flow.place(motto, column('bold', 12.5, divide, right + 12), beside)
  rule(flow, (divide + right + 12) / 2, beside + 2, 168)
  beside += 8
  beside += flow.place(placeAndDay(request), column('italic', 12.5, divide, right + 12), beside)

  flow.skip(Math.max(below, beside) - y + 16)
  if (frame.name !== null) {
    flow.flow(frame.name, column('bold', 14, left, right))
    flow.flow(request.title, column('bold', 13, left + 24, right - 24))
    rule(flow, (left + right) / 2, flow.y() + 4, 120)
    flow.skip(16)
  }
  if (frame.addressee !== null) {
    flow.flow(`Kính gửi: ${frame.addressee}`, column('regular', 13, left, right))
    flow.skip(10)
  }
}

const recipientLeading = 14

export const footHeight = (frame: DocumentFrame): number =>
  Math.max(36 + frame.recipients.length * recipientLeading, 120)

/** Recipients on the left, the post that signs on the right; no person's name, since the demonstration has none. */
export function layOutFoot(flow: PageFlow, frame: DocumentFrame): void {
  flow.skip(14)
  const y = flow.y()
  const leftBox = (style: TextStyle, size: number, leading: number): TextBox => ({
    ...column(style, size, left, divide + 66),
    align: 'left',
    leading,
  })
  let below = y + flow.place('Nơi nhận:', leftBox('italic', 12, 16), y)
  for (const recipient of frame.recipients)
    below += flow.place(`- ${recipient}`, leftBox('regular', 10.5, recipientLeading), below)

  const signer = column('bold', 13, left + measure / 2, right)
  let beside = y
  for (const line of frame.signedFor) beside += flow.place(line, signer, beside)
  if (!frame.isDraft) flow.place('(Đã ký)', column('italic', 12.5, left + measure / 2, right), beside + 34)
}

function placeAndDay(request: DocumentRequest): string {
  const [year, month, day] = request.day.split('-')
  // Nghị định 30/2020: days below 10 and the months 1 and 2 are written with a nought, other months without.
  const plainMonth = Number(month) > 2 ? String(Number(month)) : month
  return `${seatOf(request.agency)}, ngày ${day} tháng ${plainMonth} năm ${year}`
}

/** Ministries sit in Hà Nội, a People's Committee in its province. */
const seatOf = (agency: string) => /^Ủy ban nhân dân (?:tỉnh|thành phố) (.+)$/.exec(agency)?.[1] ?? 'Hà Nội'

function column(style: TextStyle, size: number, from: number, to: number): TextBox & { align: Align } {
  return { style, size, align: 'centre', x: from, width: to - from, leading: size * 1.45, indent: 0 }
}

function rule(flow: PageFlow, centre: number, y: number, length: number): void {
  flow.mark({ kind: 'rule', from: [centre - length / 2, y], to: [centre + length / 2, y], thickness: 0.7 })
}

function frameAround(flow: PageFlow, centre: number, y: number, width: number, height: number): void {
  const [x1, x2] = [centre - width / 2, centre + width / 2]
  const corners: [number, number][] = [
    [x1, y],
    [x2, y],
    [x2, y + height],
    [x1, y + height],
    [x1, y],
  ]
  corners.slice(1).forEach((to, at) => {
    flow.mark({ kind: 'rule', from: corners[at] ?? to, to, thickness: 0.7 })
  })
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
