import writeExcelFile, { type Row } from 'write-excel-file/node'
import { securityWords, sourceKindWords, taskColumns } from '../../shared/domain/task-columns.ts'

/**
 * The workbook that an office may begin with: heads, how each column is filled with an example, and the agencies with their codes.
 * The example does not stand in the register: whoever forgot to delete it would assign it.
 */

export type TemplateFacts = {
  agencies: readonly { id: string; name: string; formerNames: readonly string[] }[]
}

const bold = (value: string) => ({ value, fontWeight: 'bold' as const, wrap: true })
const text = (value: string) => ({ value, wrap: true })

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

export async function writeTaskTemplate({ agencies }: TemplateFacts): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = agencies
  const exampleOf = (id: string) => (id === 'lead' ? (first?.name ?? '') : (example[id] ?? ''))
  const register: Row[] = [taskColumns.map(({ head }) => bold(head))]
  const guide: Row[] = [
    [bold('Cột'), bold('Cách điền'), bold('Ví dụ')],
    ...taskColumns.map(({ id, head }): Row => [text(head), text(how[id] ?? ''), text(exampleOf(id))]),
  ]
  const directory: Row[] = [
    [bold('Mã'), bold('Tên cơ quan'), bold('Tên trước đây cũng được nhận ra')],
    ...agencies.map(({ id, name, formerNames }): Row => [text(id), text(name), text(formerNames.join('; '))]),
  ]
  const sheets = [
    {
      data: register,
      sheet: 'Nhiệm vụ',
      columns: taskColumns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    },
    { data: guide, sheet: 'Hướng dẫn', columns: [{ width: 28 }, { width: 90 }, { width: 50 }] },
    { data: directory, sheet: 'Cơ quan', columns: [{ width: 12 }, { width: 50 }, { width: 70 }] },
  ]
  const made = await writeExcelFile(sheets, { fontFamily: 'Times New Roman', fontSize: 12 }).toBuffer()
  return new Uint8Array(made)
}
