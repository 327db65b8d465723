import type { SecurityMark, SourceKind } from './task.ts'

/**
 * The register of tasks as a table (T8): what an office keeps in XLSX. The heads and words are those of the file, in Vietnamese
 * whatever language the screen speaks, and the same in the export, the template and the import; `known` are other heads in use,
 * folded (foldText).
 */

export type TaskColumnId =
  | 'code'
  | 'source-kind'
  | 'source-number'
  | 'source-date'
  | 'abstract'
  | 'text'
  | 'lead'
  | 'supporting'
  | 'assigner'
  | 'original-deadline'
  | 'deadline'
  | 'security'
  | 'product'
  | 'status'
  | 'percent'
  | 'done-on'
  | 'result-number'
  | 'result-date'

export type TaskColumn = {
  id: TaskColumnId
  head: string
  /** In characters, as a spreadsheet measures. */
  width: number
  isDay: boolean
  known: readonly string[]
}

const column = (
  id: TaskColumnId,
  head: string,
  width: number,
  known: readonly string[] = [],
  isDay = false,
): TaskColumn => ({ id, head, width, isDay, known })
const day = (id: TaskColumnId, head: string, known: readonly string[] = []): TaskColumn =>
  column(id, head, 14, known, true)

export const taskColumns: readonly TaskColumn[] = [
  column('code', 'Mã nhiệm vụ', 36, ['ma nv', 'ma so nhiem vu', 'ma so', 'ma']),
  column('source-kind', 'Loại văn bản', 16, ['loai vb', 'loai nguon', 'hinh thuc van ban']),
  column('source-number', 'Số, ký hiệu văn bản', 22, [
    ...['so van ban', 'so vb', 'so ky hieu', 'so hieu van ban', 'so hieu', 'so/ky hieu', 'so kh vb'],
    ...['van ban giao', 'van ban giao nhiem vu', 'so ky hieu vb', 'so ki hieu', 'so ki hieu van ban', 'skh'],
  ]),
  day('source-date', 'Ngày văn bản', [
    ...['ngay vb', 'ngay ban hanh', 'ngay thang van ban', 'ngay thang', 'ngay bh', 'ngay ky', 'ngay giao'],
    ...['ngay van ban giao'],
  ]),
  column('abstract', 'Trích yếu', 40, ['trich yeu van ban', 'trich yeu noi dung', 'ty', 've viec', 'v/v']),
  column('text', 'Nội dung nhiệm vụ', 60, [
    ...['noi dung', 'nhiem vu', 'nhiem vu giao', 'nhiem vu duoc giao', 'noi dung nv', 'noi dung giao', 'nd'],
    ...['noi dung cong viec', 'cong viec', 'ten nhiem vu', 'noi dung chi dao', 'nv'],
  ]),
  column('lead', 'Cơ quan chủ trì', 30, [
    ...['don vi chu tri', 'chu tri', 'cq chu tri', 'dv chu tri', 'cqct', 'co quan thuc hien'],
    ...['don vi thuc hien', 'cq thuc hien', 'bo nganh dia phuong', 'co quan don vi chu tri', 'ma co quan'],
  ]),
  column('supporting', 'Cơ quan phối hợp', 40, [
    ...['don vi phoi hop', 'phoi hop', 'cq phoi hop', 'dv phoi hop', 'cqph', 'co quan don vi phoi hop'],
  ]),
  column('assigner', 'Người giao', 24, ['nguoi giao nhiem vu', 'lanh dao giao', 'nguoi chi dao', 'lanh dao']),
  day('original-deadline', 'Thời hạn ban đầu', ['han ban dau', 'han goc', 'thoi han goc', 'han giao']),
  day('deadline', 'Thời hạn', [
    ...['han', 'thoi han hoan thanh', 'han hoan thanh', 'han xu ly', 'thoi han xu ly', 'thoi han hien tai'],
    ...['han thuc hien', 'thoi han thuc hien', 'thoi gian hoan thanh', 'han ht'],
  ]),
  column('security', 'Độ mật', 10, ['mat', 'muc do mat', 'do mat van ban']),
  column('product', 'Sản phẩm', 30, ['san pham dau ra', 'san pham yeu cau', 'ket qua yeu cau', 'sp']),
  column('status', 'Tình trạng', 22, [
    'trang thai',
    'tinh trang thuc hien',
    'tinh hinh',
    'ket qua thuc hien',
  ]),
  column('percent', 'Tiến độ (%)', 10, [
    'tien do',
    '% hoan thanh',
    'ty le hoan thanh',
    'tien do %',
    'phan tram',
  ]),
  day('done-on', 'Ngày hoàn thành', ['ngay ht', 'hoan thanh ngay', 'ngay hoan thanh thuc te', 'ngay xong']),
  column('result-number', 'Số văn bản kết quả', 22, [
    ...['van ban ket qua', 'so vb ket qua', 'so ky hieu van ban ket qua', 'van ban bao cao', 'so bao cao'],
  ]),
  day('result-date', 'Ngày văn bản kết quả', ['ngay vb ket qua', 'ngay bao cao', 'ngay ket qua']),
]

export const sourceKindWords: Readonly<Record<SourceKind, string>> = {
  conclusion: 'Thông báo kết luận',
  directive: 'Văn bản chỉ đạo, điều hành',
  resolution: 'Nghị quyết',
  ballot: 'Phiếu lấy ý kiến',
}

export const securityWords: Readonly<Record<SecurityMark, string>> = {
  none: 'Không mật',
  mat: 'Mật',
  'toi-mat': 'Tối mật',
  'tuyet-mat': 'Tuyệt mật',
}
