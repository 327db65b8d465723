import type { Paper } from '../journeys/testing/arranged-ballot.ts'
import { heavyScan, longPaper, paperOf, withDamagedPage } from './heavy-papers.ts'

/** A dossier of ten documents as the Office gets them: a draft that is amended later, a damaged page, a scan, a long report. */

/** Sizes that prove something by themselves take minutes on a small machine: `npm run test:dossier`. */
const isFull = process.env['DOSSIER'] === 'full'

/** For the whole story, and for what waits for all its bytes. */
export const patienceMs = isFull ? 900_000 : 300_000

export const sizes = isFull
  ? { longPages: 500, scanBytes: 50 * 1024 * 1024 }
  : { longPages: 40, scanBytes: 2 * 1024 * 1024 }

export const titles = {
  draft: 'Dự thảo Nghị định',
  damaged: 'Báo cáo thẩm định',
  long: 'Báo cáo tổng hợp ý kiến góp ý',
  scan: 'Bản quét hồ sơ gốc',
} as const

export const damagedPage = 3

/** In the first version alone: what is marked here loses its words. */
export const clauseTakenOut =
  'Hội đồng thẩm định giá tài sản công do Chủ tịch Ủy ban nhân dân cấp tỉnh thành lập, làm việc theo chế độ kiêm nhiệm.'
/** In the second version, before everything that was marked in the first. */
const clausePutIn =
  'Cơ quan, đơn vị được giao quản lý tài sản công có trách nhiệm cập nhật đầy đủ thông tin vào cơ sở dữ liệu quốc gia trong thời hạn 15 ngày kể từ ngày có biến động và chịu trách nhiệm về tính chính xác của thông tin đã cập nhật.'

const draft = (article: number, text: string) =>
  paperOf('draft-decree', 12, { addedClause: { article, text } })

export const amendedDraft = async (): Promise<Paper> => ({
  title: titles.draft,
  bytes: await draft(1, clausePutIn),
})

export const tenPapers = async (): Promise<Paper[]> => [
  { title: 'Tờ trình số 45/TTr-BTC', bytes: await paperOf('submission', 2) },
  { title: titles.draft, bytes: await draft(4, clauseTakenOut) },
  { title: titles.damaged, bytes: await withDamagedPage(await paperOf('appraisal', 5), damagedPage) },
  { title: 'Tóm tắt dự thảo Nghị định', kind: 'summary', bytes: await paperOf('summary', 2) },
  { title: 'Phụ lục số liệu', bytes: await paperOf('statistics', 3) },
  { title: 'Công văn góp ý của Bộ Tư pháp', bytes: await paperOf('scan', 2) },
  { title: 'Ý kiến của Kiểm toán nhà nước', bytes: await paperOf('appraisal', 2, { seed: 8 }) },
  { title: 'Báo cáo đánh giá tác động', bytes: await paperOf('submission', 3, { seed: 9 }) },
  { title: titles.long, bytes: await longPaper(sizes.longPages) },
  { title: titles.scan, bytes: await heavyScan(sizes.scanBytes) },
]
