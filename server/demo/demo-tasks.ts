import { sourceKindOf } from '../../shared/domain/directive.ts'
import type { SourceKind } from '../../shared/domain/task.ts'
import type { DemoHour } from './demo-calendar.ts'
import { type DemoDirective, flood, growth, schools } from './demo-directives.ts'

/** Tasks of the demonstration: days are working days from the one on which it is loaded (demo-calendar.ts). */
export type DemoTask = {
  id: string
  text: string
  product: string
  source: {
    kind: SourceKind
    number: string
    day: number
    abstract: string
    /** Of the library. */
    directive?: string
  }
  lead: string
  supporting: readonly string[]
  assigner: string
  /** By the head of the Office, on the assigner's behalf; null: still a draft. */
  assignedOn: DemoHour | null
  due: number | null
  story: readonly DemoTaskStep[]
}

export type DemoTaskStep = { on: DemoHour; by: string } & (
  | { what: 'receive' }
  | { what: 'progress'; percent: number; text: string }
  | { what: 'done'; number: string; text: string }
  | { what: 'ask'; to: number; text: string }
  | { what: 'decide'; to: number | null; text: string }
  | { what: 'urge' | 'return' | 'confirm' | 'answer'; text: string }
)

const [health, finance, education] = ['daumoi-yte', 'daumoi-taichinh', 'daumoi-giaoduc']
/** As a task names a paper of the library. */
const sourceIn = ({ id, type, number, day, abstract }: DemoDirective): DemoTask['source'] => ({
  kind: sourceKindOf(type),
  ...{ number, day, abstract, directive: id },
})
const [fromFlood, fromGrowth, fromSchools] = [sourceIn(flood), sourceIn(growth), sourceIn(schools)]
const byTheChief = { assigner: 'thutuong', supporting: [] } as const

export const demoTasks: readonly DemoTask[] = [
  {
    ...byTheChief,
    id: 'demo-task-1',
    text: 'Bảo đảm thuốc, hóa chất khử khuẩn và đội cấp cứu cơ động cho các xã bị ngập; báo cáo Thủ tướng Chính phủ',
    product: 'Báo cáo kết quả',
    source: fromFlood,
    lead: 'byt',
    supporting: ['bqp', 'btc'],
    assignedOn: [-11, '08:30'],
    due: -6,
    story: [
      { on: [-11, '10:00'], by: health, what: 'receive' },
      {
        on: [-9, '16:20'],
        by: health,
        what: 'progress',
        percent: 60,
        text: 'Đã cấp thuốc cho 42/70 xã; còn các xã bị chia cắt.',
      },
      {
        on: [-6, '15:40'],
        by: health,
        what: 'done',
        number: '1482/BC-BYT',
        text: 'Đã hoàn thành ở cả 70 xã.',
      },
      { on: [-5, '09:00'], by: 'vanphong2', what: 'confirm', text: '' },
    ],
  },
  {
    ...byTheChief,
    id: 'demo-task-2',
    text: 'Trình cơ chế tạm ứng dự phòng ngân sách trung ương cho các địa phương bị thiệt hại nặng',
    product: 'Tờ trình, dự thảo Quyết định',
    source: fromFlood,
    lead: 'btc',
    supporting: ['bnnmt'],
    assignedOn: [-11, '08:35'],
    due: -7,
    story: [
      { on: [-10, '08:10'], by: finance, what: 'receive' },
      { on: [-8, '09:00'], by: 'vanphong3', what: 'urge', text: 'Đề nghị trình trước hạn để kịp phiên họp.' },
      {
        on: [-7, '14:00'],
        by: finance,
        what: 'answer',
        text: 'Đang lấy ý kiến Bộ Nông nghiệp và Môi trường, sẽ trình trong hai ngày.',
      },
      { on: [-5, '11:15'], by: finance, what: 'done', number: '317/TTr-BTC', text: '' },
      { on: [-4, '10:00'], by: 'vanphong3', what: 'confirm', text: '' },
    ],
  },
  {
    ...byTheChief,
    id: 'demo-task-3',
    text: 'Rà soát, báo cáo nhu cầu sửa chữa trạm y tế xã sau mưa lũ và đề xuất nguồn vốn',
    product: 'Báo cáo, biểu nhu cầu vốn',
    source: fromFlood,
    lead: 'byt',
    supporting: ['btc', 'bxd'],
    assignedOn: [-11, '08:40'],
    due: -3,
    story: [
      { on: [-11, '10:05'], by: health, what: 'receive' },
      { on: [-7, '15:00'], by: health, what: 'progress', percent: 45, text: 'Có số liệu của 9/14 tỉnh.' },
      {
        on: [-5, '08:20'],
        by: health,
        what: 'ask',
        to: 3,
        text: 'Năm tỉnh còn bị chia cắt, chưa kiểm đếm được.',
      },
      {
        on: [-4, '16:30'],
        by: 'lanhdao-vp',
        what: 'decide',
        to: null,
        text: 'Báo cáo ngay số liệu đã có; bổ sung sau.',
      },
      {
        on: [-2, '08:30'],
        by: 'vanphong2',
        what: 'urge',
        text: 'Đã quá hạn. Đề nghị báo cáo trong hôm nay.',
      },
    ],
  },
  {
    ...byTheChief,
    id: 'demo-task-4',
    text: 'Trình Chính phủ dự thảo Nghị định về tự chủ của đơn vị sự nghiệp y tế công lập',
    product: 'Tờ trình, dự thảo Nghị định',
    source: fromGrowth,
    lead: 'byt',
    supporting: ['btc', 'bnv'],
    assignedOn: [-11, '09:00'],
    due: 2,
    story: [
      { on: [-10, '08:00'], by: health, what: 'receive' },
      { on: [-4, '17:10'], by: health, what: 'progress', percent: 80, text: 'Đã gửi Bộ Tư pháp thẩm định.' },
      { on: [-1, '10:30'], by: health, what: 'ask', to: 12, text: 'Bộ Tư pháp thẩm định đến hết tuần sau.' },
    ],
  },
  {
    ...byTheChief,
    id: 'demo-task-5',
    text: 'Báo cáo phương án điều hành giá dịch vụ khám bệnh, chữa bệnh quý I năm sau',
    product: 'Báo cáo',
    source: fromGrowth,
    lead: 'byt',
    supporting: ['btc'],
    assignedOn: [-11, '09:05'],
    due: 15,
    story: [{ on: [-10, '08:02'], by: health, what: 'receive' }],
  },
  {
    ...byTheChief,
    id: 'demo-task-6',
    text: 'Đánh giá tiến độ giải ngân vốn đầu tư công, đề xuất điều chuyển vốn của các dự án chậm',
    product: 'Báo cáo, dự thảo Quyết định điều chuyển',
    source: fromGrowth,
    lead: 'btc',
    supporting: ['bxd', 'bnnmt'],
    assignedOn: [-11, '09:10'],
    due: -1,
    story: [
      { on: [-10, '08:30'], by: finance, what: 'receive' },
      { on: [-6, '11:00'], by: finance, what: 'progress', percent: 70, text: 'Đã tổng hợp 52/63 đầu mối.' },
      { on: [-1, '15:20'], by: finance, what: 'done', number: '329/BC-BTC', text: 'Kèm dự thảo Quyết định.' },
    ],
  },
  {
    ...byTheChief,
    id: 'demo-task-7',
    text: 'Hướng dẫn miễn, giảm thuế cho doanh nghiệp bị thiệt hại do thiên tai',
    product: 'Thông tư',
    source: fromGrowth,
    lead: 'btc',
    supporting: [],
    assignedOn: [-11, '09:15'],
    due: 8,
    story: [
      { on: [-10, '08:32'], by: finance, what: 'receive' },
      { on: [-3, '09:45'], by: finance, what: 'progress', percent: 40, text: 'Đã đăng dự thảo lấy ý kiến.' },
    ],
  },
  {
    ...byTheChief,
    id: 'demo-task-8',
    text: 'Lập danh mục trường, lớp học tạm cần kiên cố hóa ở các xã biên giới',
    product: 'Danh mục, Tờ trình',
    source: fromSchools,
    lead: 'bgddt',
    supporting: ['btc', 'bdttg'],
    assignedOn: [-10, '09:00'],
    due: -2,
    story: [
      { on: [-10, '14:00'], by: education, what: 'receive' },
      { on: [-4, '09:00'], by: education, what: 'done', number: '902/TTr-BGDĐT', text: '' },
      { on: [-3, '10:10'], by: 'vanphong2', what: 'return', text: 'Danh mục chưa có xác nhận của hai tỉnh.' },
    ],
  },
  {
    ...byTheChief,
    id: 'demo-task-9',
    text: 'Trình chính sách hỗ trợ học phí cho học sinh vùng bị thiên tai năm học này',
    product: 'Tờ trình',
    source: fromSchools,
    lead: 'bgddt',
    supporting: ['btc'],
    assignedOn: [-10, '09:05'],
    due: 5,
    story: [
      { on: [-9, '08:40'], by: education, what: 'receive' },
      {
        on: [-2, '16:00'],
        by: education,
        what: 'progress',
        percent: 30,
        text: 'Đang tính nhu cầu kinh phí.',
      },
    ],
  },
  {
    ...byTheChief,
    id: 'demo-task-10',
    text: 'Hoàn thiện đường gom và cầu tạm tại các tuyến quốc lộ bị sạt lở',
    product: 'Báo cáo hoàn thành',
    source: fromFlood,
    lead: 'bxd',
    supporting: ['bqp'],
    assigner: 'ptt3',
    assignedOn: [-11, '08:45'],
    due: -4,
    story: [],
  },
  {
    ...byTheChief,
    id: 'demo-task-11',
    text: 'Đề xuất bố trí kinh phí mua sắm thiết bị xét nghiệm cho trung tâm y tế khu vực',
    product: 'Tờ trình',
    source: { kind: 'conclusion', number: '', day: -11, abstract: 'Kết luận tại phiên họp Chính phủ' },
    lead: 'byt',
    supporting: ['btc'],
    assignedOn: null,
    due: 10,
    story: [],
  },
]
