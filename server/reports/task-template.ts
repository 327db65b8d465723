import { securityWords, sourceKindWords, taskColumns } from '../../shared/domain/task-columns.ts'
import type { TableColumn } from '../app/table-port.ts'
import { createWorkbookWriter } from './write-workbook.ts'

/**
 * The workbook that an office may begin with: heads, how each column is filled with an example, and the agencies with their codes.
 * The example does not stand in the register: whoever forgot to delete it would assign it.
 */

export type TemplateFacts = {
  agencies: readonly { id: string; name: string; formerNames: readonly string[] }[]
}

const kinds = Object.values(sourceKindWords).join('; ')
const marks = Object.values(securityWords).join('; ')
const dayText = 'dd/MM/yyyy hoặc ô định dạng ngày.'

const how: Readonly<Record<string, string>> = {
  code: 'Để trống với nhiệm vụ mới. Tệp xuất ra có sẵn mã: giữ nguyên để tìm lại đúng nhiệm vụ.',
  'source-kind': `Một trong: ${kinds}. Để trống thì nhận theo số văn bản.`,
  'source-number': 'Bắt buộc khi giao ngay.',
  'source-date': `Bắt buộc khi giao ngay. ${dayText}`,
  abstract: 'Văn bản giao nói về việc gì. Bắt buộc khi giao ngay, trừ nhiệm vụ mật.',
  text: 'Bắt buộc, trừ nhiệm vụ mật; tối đa 2.000 ký tự.',
  lead: 'Bắt buộc, một cơ quan. Ghi tên hoặc mã ở trang “Cơ quan”.',
  supporting: 'Nhiều cơ quan cách nhau bằng dấu chấm phẩy.',
  assigner: 'Chức vụ hoặc họ tên người đang giữ chức vụ. Để trống thì lấy người chọn trên màn hình.',
  'original-deadline': `Khi đã được gia hạn: hạn đặt ra lúc đầu. ${dayText}`,
  deadline: `Hạn đang có hiệu lực; không trước ngày văn bản. ${dayText}`,
  security: `Một trong: ${marks}. Nhiệm vụ mật để trống nội dung, trích yếu, sản phẩm.`,
  product: 'Việc phải nộp: tờ trình, đề án, báo cáo.',
  status: 'Chỉ để đọc. Ghi “Hoàn thành” thì phải có ngày hoàn thành.',
  percent: 'Từ 0 đến 100. Chỉ nhập khi giao ngay, là lời của Văn phòng.',
  'done-on': `Chỉ nhập khi giao ngay, là lời của Văn phòng. ${dayText}`,
  'result-number': 'Văn bản báo cáo kết quả.',
  'result-date': dayText,
}

const example: Readonly<Record<string, string>> = {
  'source-kind': sourceKindWords.directive,
  'source-number': '12/CT-TTg',
  'source-date': '20/02/2026',
  abstract: 'Về tăng cường khám chữa bệnh ở tuyến dưới',
  text: 'Trình Thủ tướng Chính phủ đề án bệnh viện vệ tinh',
  deadline: '30/06/2026',
  security: securityWords.none,
  product: 'Tờ trình, dự thảo đề án',
}

const text = (head: string, width: number): TableColumn => ({ head, width, kind: 'text' })

export async function writeTaskTemplate({ agencies }: TemplateFacts): Promise<Uint8Array> {
  const [first] = agencies
  const exampleOf = (id: string) => (id === 'lead' ? (first?.name ?? '') : (example[id] ?? ''))
  const sheet = (name: string, columns: TableColumn[]) => ({ name, notes: [], columns })
  const { add, finish } = createWorkbookWriter(null, [
    sheet(
      'Nhiệm vụ',
      taskColumns.map(({ head, width }) => text(head, width)),
    ),
    sheet('Hướng dẫn', [text('Cột', 28), text('Cách điền', 90), text('Ví dụ', 50)]),
    sheet('Cơ quan', [
      ...[text('Mã', 12), text('Tên cơ quan', 50), text('Tên trước đây cũng được nhận ra', 70)],
    ]),
  ])
  add(
    1,
    taskColumns.map(({ id, head }) => [head, how[id] ?? '', exampleOf(id)]),
  )
  add(
    2,
    agencies.map(({ id, name, formerNames }) => [id, name, formerNames.join('; ')]),
  )
  return await finish()
}
