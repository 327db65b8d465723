import type { Event } from '../../shared/domain/event.ts'
import { AgencyId, PersonId } from '../../shared/domain/id.ts'
import type { Role } from '../../shared/domain/people.ts'
import type { Day } from '../../shared/lib/time.ts'

/**
 * Who is in the demonstration: posts, never persons. The Government has 27 members, as the figures of the real one count
 * them: the Prime Minister, nine deputies, 14 ministries and three agencies of the rank of a ministry.
 */

export type DemoPost = {
  /** Easy to type; it is the person's id, too. */
  readonly account: string
  readonly role: Role
  readonly title: string
  readonly agency: string | null
  /** Meant for trying: ends up without a device, so that the first one can be enrolled by a code alone. */
  readonly isForTrying: boolean
}

const agencies = [
  ['vpcp', 'Văn phòng Chính phủ', 'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ', 'bt-vpcp'],
  ['bqp', 'Bộ Quốc phòng', 'Bộ trưởng Bộ Quốc phòng', 'bt-quocphong'],
  ['bca', 'Bộ Công an', 'Bộ trưởng Bộ Công an', 'bt-congan'],
  ['bng', 'Bộ Ngoại giao', 'Bộ trưởng Bộ Ngoại giao', 'bt-ngoaigiao'],
  ['bnv', 'Bộ Nội vụ', 'Bộ trưởng Bộ Nội vụ', 'bt-noivu'],
  ['btp', 'Bộ Tư pháp', 'Bộ trưởng Bộ Tư pháp', 'bt-tuphap'],
  ['btc', 'Bộ Tài chính', 'Bộ trưởng Bộ Tài chính', 'bt-taichinh'],
  ['bct', 'Bộ Công Thương', 'Bộ trưởng Bộ Công Thương', 'bt-congthuong'],
  ['bnnmt', 'Bộ Nông nghiệp và Môi trường', 'Bộ trưởng Bộ Nông nghiệp và Môi trường', 'bt-nongnghiep'],
  ['bxd', 'Bộ Xây dựng', 'Bộ trưởng Bộ Xây dựng', 'bt-xaydung'],
  ['bvhttdl', 'Bộ Văn hóa, Thể thao và Du lịch', 'Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch', 'bt-vanhoa'],
  ['bkhcn', 'Bộ Khoa học và Công nghệ', 'Bộ trưởng Bộ Khoa học và Công nghệ', 'bt-khoahoc'],
  ['bgddt', 'Bộ Giáo dục và Đào tạo', 'Bộ trưởng Bộ Giáo dục và Đào tạo', 'bt-giaoduc'],
  ['byt', 'Bộ Y tế', 'Bộ trưởng Bộ Y tế', 'bt-yte'],
  ['bdttg', 'Bộ Dân tộc và Tôn giáo', 'Bộ trưởng Bộ Dân tộc và Tôn giáo', 'bt-dantoc'],
  ['ttcp', 'Thanh tra Chính phủ', 'Tổng Thanh tra Chính phủ', 'tong-thanhtra'],
  ['nhnn', 'Ngân hàng Nhà nước Việt Nam', 'Thống đốc Ngân hàng Nhà nước Việt Nam', 'thongdoc'],
] as const

/** Before 1 March 2025: tables of earlier years still say so. */
const formerNames: Readonly<Record<string, readonly string[]>> = {
  btc: ['Bộ Kế hoạch và Đầu tư'],
  bxd: ['Bộ Giao thông vận tải'],
  bkhcn: ['Bộ Thông tin và Truyền thông'],
  bnv: ['Bộ Lao động - Thương binh và Xã hội'],
  bnnmt: ['Bộ Nông nghiệp và Phát triển nông thôn', 'Bộ Tài nguyên và Môi trường'],
  bdttg: ['Ủy ban Dân tộc', 'Ban Tôn giáo Chính phủ'],
}

const deputies = [
  'Phó Thủ tướng Thường trực',
  'Phó Thủ tướng phụ trách kinh tế tổng hợp',
  'Phó Thủ tướng phụ trách kinh tế ngành',
  'Phó Thủ tướng phụ trách đối ngoại và hội nhập',
  'Phó Thủ tướng phụ trách xây dựng thể chế',
  'Phó Thủ tướng phụ trách khoa học, công nghệ và chuyển đổi số',
  'Phó Thủ tướng phụ trách văn hóa - xã hội',
  'Phó Thủ tướng phụ trách nội chính',
  'Phó Thủ tướng phụ trách tổ chức bộ máy và cải cách hành chính',
]

const membersForTrying = new Set(['thutuong', 'ptt1', 'bt-yte', 'bt-taichinh', 'bt-giaoduc'])

const member = (account: string, role: Role, title: string, agency: string | null): DemoPost => ({
  account,
  role,
  title,
  agency,
  isForTrying: membersForTrying.has(account),
})
const official = (account: string, role: Role, title: string, agency: string): DemoPost => ({
  account,
  role,
  title,
  agency,
  isForTrying: true,
})

export const demoMembers: readonly DemoPost[] = [
  member('thutuong', 'prime-minister', 'Thủ tướng Chính phủ', null),
  ...deputies.map((title, i) => member(`ptt${i + 1}`, 'deputy-prime-minister', title, null)),
  ...agencies.map(([agency, , title, account]) => member(account, 'minister', title, agency)),
]

export const demoPosts: readonly DemoPost[] = [
  ...demoMembers,
  official('lanhdao-vp', 'head-of-office', 'Phó Chủ nhiệm Văn phòng Chính phủ', 'vpcp'),
  official('vanphong1', 'secretary', 'Chuyên viên Vụ Tổng hợp, Văn phòng Chính phủ', 'vpcp'),
  official('vanphong2', 'secretary', 'Chuyên viên Vụ Khoa giáo - Văn xã, Văn phòng Chính phủ', 'vpcp'),
  official('vanphong3', 'secretary', 'Chuyên viên Vụ Kinh tế tổng hợp, Văn phòng Chính phủ', 'vpcp'),
  official('daumoi-yte', 'clerk', 'Đầu mối Bộ Y tế', 'byt'),
  official('daumoi-taichinh', 'clerk', 'Đầu mối Bộ Tài chính', 'btc'),
  official('daumoi-giaoduc', 'clerk', 'Đầu mối Bộ Giáo dục và Đào tạo', 'bgddt'),
  official('quantri', 'admin', 'Quản trị hệ thống', 'vpcp'),
  official('kiemtra', 'auditor', 'Kiểm tra, giám sát sổ ghi nhận', 'ttcp'),
  official('tt-xaydung', 'substitute', 'Thứ trưởng Bộ Xây dựng', 'bxd'),
  official('khachmoi1', 'guest', 'Giám đốc Đại học Quốc gia Hà Nội', 'bgddt'),
]

export const demoPerson = (account: string): PersonId => PersonId.parse(account)

/** The first entry of the ledger: settings as the rules say, agencies, and everybody in post since `from`. */
export function peopleEvents(from: Day): Event[] {
  return [
    { kind: 'settings-set', settings: { kind: 'settings', changes: [] } },
    ...agencies.map(
      ([id, name]): Event => ({
        kind: 'agency-set',
        agency: { kind: 'agency', id: AgencyId.parse(id), name, formerNames: [...(formerNames[id] ?? [])] },
      }),
    ),
    ...demoPosts.map(
      ({ account, role, title, agency }): Event => ({
        kind: 'person-set',
        person: {
          kind: 'person',
          id: demoPerson(account),
          name: title,
          appointments: [
            { role, title, agency: agency === null ? null : AgencyId.parse(agency), from, to: null },
          ],
        },
      }),
    ),
  ]
}
