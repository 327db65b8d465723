import { unreachable } from '../../../shared/lib/unreachable.ts'
import { composeDecree } from './compose-decree.ts'
import { composeBars, composeTable } from './compose-figures.ts'
import type { DocumentBlock } from './document-block.ts'
import type { DocumentRequest } from './document-request.ts'
import { createMinistryVoice } from './ministry-voice.ts'
import { createDice, type Dice } from './seeded-dice.ts'

/** Paragraphs of two or three sentences that fill a page. */
const paragraphsPerPage = 7

/** Never ends: the layout takes as much as its pages hold. */
export function composeBody(request: DocumentRequest): Generator<DocumentBlock, never> {
  const dice = createDice(request.seed)
  switch (request.kind) {
    case 'submission':
      return composeReport(request, dice, submissionParts)
    case 'appraisal':
      return composeReport(request, dice, appraisalParts)
    case 'summary':
      return composeReport(request, dice, summaryParts)
    case 'scan':
      return composeLetter(request, dice)
    case 'statistics':
      return composeStatistics(request, dice)
    case 'draft-decree':
      return composeDecree(request, dice)
    case 'instruction':
    case 'telegram':
    case 'resolution':
    case 'conclusion':
      return composeDirective(request, dice)
    default:
      return unreachable(request.kind)
  }
}

const submissionParts = [
  'SỰ CẦN THIẾT BAN HÀNH',
  'MỤC ĐÍCH, QUAN ĐIỂM XÂY DỰNG DỰ THẢO',
  'QUÁ TRÌNH XÂY DỰNG DỰ THẢO',
  'BỐ CỤC VÀ NỘI DUNG CƠ BẢN CỦA DỰ THẢO',
  'DỰ KIẾN NGUỒN LỰC, ĐIỀU KIỆN BẢO ĐẢM THI HÀNH',
  'NHỮNG VẤN ĐỀ XIN Ý KIẾN CHÍNH PHỦ',
]
const appraisalParts = [
  'SỰ CẦN THIẾT VÀ PHẠM VI ĐIỀU CHỈNH',
  'SỰ PHÙ HỢP VỚI CHỦ TRƯƠNG, ĐƯỜNG LỐI CỦA ĐẢNG',
  'TÍNH HỢP HIẾN, HỢP PHÁP VÀ TÍNH THỐNG NHẤT',
  'TÍNH KHẢ THI VÀ ĐIỀU KIỆN BẢO ĐẢM',
  'NGÔN NGỮ, KỸ THUẬT SOẠN THẢO VĂN BẢN',
  'KẾT LUẬN CỦA CƠ QUAN THẨM ĐỊNH',
]
const summaryParts = ['VẤN ĐỀ TRÌNH', 'NỘI DUNG CHÍNH', 'Ý KIẾN CỦA CÁC BỘ, NGÀNH, ĐỊA PHƯƠNG', 'KIẾN NGHỊ']

/** In this order within each part. */
const topics = [
  'Thực trạng và kết quả đạt được',
  'Tồn tại, hạn chế và nguyên nhân',
  'Nội dung cụ thể',
  'Kinh nghiệm quốc tế',
  'Đánh giá tác động',
  'Phân công trách nhiệm và lộ trình',
]

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI']

function* composeReport(
  request: DocumentRequest,
  dice: Dice,
  parts: readonly string[],
): Generator<DocumentBlock, never> {
  const year = Number(request.day.slice(0, 4))
  const voice = createMinistryVoice(request.title, year, dice)
  const measures = dice.inTurn(voice.field.measures)
  const perPart = Math.max(1, Math.floor((request.pages * paragraphsPerPage) / parts.length))
  const perTopic = Math.ceil(perPart / topics.length)
  yield paragraph(opening(request))
  let tables = 0
  for (let part = 0; ; part++) {
    const name = parts[part]
    if (name) yield { kind: 'heading', text: `${roman[part]}. ${name}`, centred: false }
    for (let at = 0; at < perPart; at++) {
      const topic = topics[at / perTopic]
      if (perPart > topics.length && topic)
        yield { kind: 'heading', text: `${at / perTopic + 1}. ${topic}`, centred: false }
      yield paragraph(voice.paragraph(dice.between(2, 3)))
      if (at % 9 === 7) yield composeTable(++tables, measures.next().value, year, dice)
    }
  }
}

const openings = {
  submission: (request: DocumentRequest) =>
    `Thực hiện Chương trình công tác của Chính phủ, ${request.agency} đã chủ trì, phối hợp với các bộ, cơ quan liên quan và địa phương nghiên cứu, hoàn thiện hồ sơ và kính trình Chính phủ như sau:`,
  appraisal: (request: DocumentRequest) =>
    `Trên cơ sở hồ sơ đề nghị thẩm định và ý kiến của các thành viên Hội đồng thẩm định, ${request.agency} có ý kiến như sau:`,
  summary: (request: DocumentRequest) =>
    `${request.agency} tóm tắt những nội dung chính để các thành viên Chính phủ tiện nghiên cứu; toàn văn kèm theo trong hồ sơ.`,
}

const opening = (request: DocumentRequest) =>
  request.kind === 'appraisal' || request.kind === 'summary'
    ? openings[request.kind](request)
    : openings.submission(request)

function* composeLetter(request: DocumentRequest, dice: Dice): Generator<DocumentBlock, never> {
  const voice = createMinistryVoice(request.title, Number(request.day.slice(0, 4)), dice)
  yield paragraph(
    `Trả lời đề nghị của Văn phòng Chính phủ về việc tham gia ý kiến đối với hồ sơ nêu trên, ${request.agency} có ý kiến như sau:`,
  )
  for (let at = 1; ; at++) yield paragraph(`${at}. ${voice.paragraph(dice.between(2, 3))}`)
}

/** What is ordered stands before why: a reader finds it on the first page. */
function* composeDirective(request: DocumentRequest, dice: Dice): Generator<DocumentBlock, never> {
  const voice = createMinistryVoice(request.title, Number(request.day.slice(0, 4)), dice)
  yield paragraph(
    `Để triển khai đồng bộ, hiệu quả các nhiệm vụ, giải pháp đã đề ra, ${request.agency} yêu cầu các bộ, cơ quan, địa phương tập trung thực hiện các nội dung sau:`,
  )
  const orders = request.orders ?? []
  for (const [i, order] of orders.entries()) yield paragraph(`${i + 1}. ${order}`)
  for (let at = orders.length + 1; ; at++) yield paragraph(`${at}. ${voice.paragraph(dice.between(2, 3))}`)
}

function* composeStatistics(request: DocumentRequest, dice: Dice): Generator<DocumentBlock, never> {
  const year = Number(request.day.slice(0, 4))
  const voice = createMinistryVoice(request.title, year, dice)
  const measures = dice.inTurn(voice.field.measures)
  for (let serial = 1; ; serial++) {
    yield paragraph(voice.paragraph(2))
    yield composeTable(serial, measures.next().value, year, dice)
    if (serial % 2 === 0) yield composeBars(serial / 2, measures.next().value, year, dice)
  }
}

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text, style: 'regular' })
