import type { DirectiveType } from '../../shared/domain/directive.ts'
import type { DemoDocument } from './demo-ballot.ts'

/** The library of the demonstration; its tasks come from these papers (demo-tasks.ts). */
export type DemoDirective = {
  id: string
  type: DirectiveType
  number: string
  /** A working day from the one on which the demonstration is loaded. */
  day: number
  abstract: string
  issuer: string
  signer: string
  isForAll: boolean
  /** What it orders, as it stands on its pages. */
  orders: readonly string[]
  pages: number
}

const prime = 'Thủ tướng Chính phủ'

export const flood: DemoDirective = {
  id: 'demo-directive-flood',
  type: 'telegram',
  number: '38/CĐ-TTg',
  day: -12,
  abstract: 'Về tập trung khắc phục nhanh hậu quả mưa lũ, ổn định đời sống Nhân dân',
  issuer: prime,
  signer: prime,
  isForAll: true,
  orders: [
    'Bộ Y tế bảo đảm thuốc, hóa chất khử khuẩn và đội cấp cứu cơ động cho các xã bị ngập; báo cáo Thủ tướng Chính phủ.',
    'Bộ Tài chính trình cơ chế tạm ứng dự phòng ngân sách trung ương cho các địa phương bị thiệt hại nặng.',
    'Bộ Xây dựng hoàn thiện đường gom và cầu tạm tại các tuyến quốc lộ bị sạt lở.',
    'Ủy ban nhân dân các tỉnh rà soát nhà ở bị sập, hư hỏng; bố trí chỗ ở tạm cho các hộ dân trước ngày cuối tuần.',
  ],
  pages: 3,
}

export const growth: DemoDirective = {
  id: 'demo-directive-growth',
  type: 'resolution',
  number: '366/NQ-CP',
  day: -12,
  abstract: 'Nghị quyết phiên họp Chính phủ thường kỳ tháng 10 về tình hình kinh tế - xã hội',
  issuer: 'Chính phủ',
  signer: 'TM. Chính phủ, Thủ tướng',
  isForAll: true,
  orders: [
    'Bộ Y tế trình dự thảo Nghị định về tự chủ của đơn vị sự nghiệp y tế công lập.',
    'Bộ Y tế báo cáo phương án điều hành giá dịch vụ khám bệnh, chữa bệnh quý I năm sau.',
    'Bộ Tài chính đánh giá tiến độ giải ngân vốn đầu tư công, đề xuất điều chuyển vốn của các dự án chậm.',
    'Bộ Tài chính hướng dẫn miễn, giảm thuế cho doanh nghiệp bị thiệt hại do thiên tai.',
  ],
  pages: 12,
}

export const schools: DemoDirective = {
  id: 'demo-directive-schools',
  type: 'conclusion',
  number: '615/TB-VPCP',
  day: -11,
  abstract: 'Kết luận của Thủ tướng Chính phủ tại cuộc họp về kiên cố hóa trường, lớp học',
  issuer: 'Văn phòng Chính phủ',
  signer: 'Bộ trưởng, Chủ nhiệm',
  isForAll: false,
  orders: [
    'Bộ Giáo dục và Đào tạo lập danh mục trường, lớp học tạm cần kiên cố hóa ở các xã biên giới.',
    'Bộ Giáo dục và Đào tạo trình chính sách hỗ trợ học phí cho học sinh vùng bị thiên tai năm học này.',
  ],
  pages: 4,
}

const digital: DemoDirective = {
  id: 'demo-directive-digital',
  type: 'instruction',
  number: '29/CT-TTg',
  day: -10,
  abstract: 'Về đẩy mạnh dịch vụ công trực tuyến toàn trình, cắt giảm giấy tờ cho người dân và doanh nghiệp',
  issuer: prime,
  signer: prime,
  isForAll: true,
  orders: [
    'Bộ Tài chính hoàn thành kết nối dữ liệu thuế điện tử với Cổng Dịch vụ công quốc gia.',
    'Bộ Y tế triển khai sổ sức khỏe điện tử và bệnh án điện tử tại các bệnh viện tuyến tỉnh.',
    'Bộ Giáo dục và Đào tạo đưa học bạ số vào sử dụng ở tất cả các cấp học.',
  ],
  pages: 6,
}

export const demoDirectives: readonly DemoDirective[] = [flood, growth, schools, digital]

const formOf = { telegram: 'telegram', resolution: 'resolution', conclusion: 'conclusion' } as const

export function paperOf({ type, number, abstract, issuer, orders, pages }: DemoDirective): DemoDocument {
  const form =
    type === 'telegram' || type === 'resolution' || type === 'conclusion' ? formOf[type] : 'instruction'
  return {
    title: `${number} ${abstract}`,
    kind: 'other',
    form,
    about: abstract,
    agency: issuer,
    number,
    pages,
    orders,
  }
}
