import { addDays, dayOf, instant } from '../../../shared/lib/time.ts'

/** Who is in post in every journey: a Government of four, or five, so that a story can speak of each of them, and their Office. */

export const accounts = {
  primeMinister: 'thutuong',
  health: 'bt-yte',
  finance: 'bt-taichinh',
  education: 'bt-giaoduc',
  construction: 'bt-xaydung',
  head: 'lanhdao-vp',
  secretary: 'vanphong1',
  clerk: 'daumoi-yte',
  substitute: 'tt-taichinh',
  guest: 'khachmoi',
  auditor: 'kiemtra',
  admin: 'quantri',
} as const

export type Account = (typeof accounts)[keyof typeof accounts]

const posts: Record<Account, readonly [role: string, title: string, agency: string | null]> = {
  thutuong: ['prime-minister', 'Thủ tướng Chính phủ', null],
  'bt-yte': ['minister', 'Bộ trưởng Bộ Y tế', 'byt'],
  'bt-taichinh': ['minister', 'Bộ trưởng Bộ Tài chính', 'btc'],
  'bt-giaoduc': ['minister', 'Bộ trưởng Bộ Giáo dục và Đào tạo', 'bgddt'],
  'bt-xaydung': ['minister', 'Bộ trưởng Bộ Xây dựng', 'bxd'],
  'lanhdao-vp': ['head-of-office', 'Phó Chủ nhiệm Văn phòng Chính phủ', 'vpcp'],
  vanphong1: ['secretary', 'Chuyên viên Vụ Tổng hợp', 'vpcp'],
  'daumoi-yte': ['clerk', 'Đầu mối Bộ Y tế', 'byt'],
  'tt-taichinh': ['substitute', 'Thứ trưởng Bộ Tài chính', 'btc'],
  khachmoi: ['guest', 'Giám đốc Bệnh viện Bạch Mai', 'byt'],
  kiemtra: ['auditor', 'Kiểm tra, giám sát sổ ghi nhận', 'vpcp'],
  quantri: ['admin', 'Quản trị hệ thống', 'vpcp'],
}

const agencies = [
  { id: 'vpcp', name: 'Văn phòng Chính phủ' },
  { id: 'byt', name: 'Bộ Y tế' },
  { id: 'btc', name: 'Bộ Tài chính' },
  { id: 'bgddt', name: 'Bộ Giáo dục và Đào tạo' },
  { id: 'bxd', name: 'Bộ Xây dựng' },
]

export const titleOf = (account: Account): string => posts[account][1]

/** In post unless a story says otherwise. */
export const usualMembers: readonly Account[] = [
  accounts.primeMinister,
  accounts.health,
  accounts.finance,
  accounts.education,
]
const allMembers: readonly Account[] = [...usualMembers, accounts.construction]

/**
 * The file that `--bootstrap` reads.
 * @param government who of the members is in post @param now ms since epoch: they all have been for a month
 */
export function firstPeople(government: readonly Account[], now: number): string {
  const from = addDays(dayOf(instant(now)), -30)
  const absent = allMembers.filter((account) => !government.includes(account))
  const inPost = Object.entries(posts).filter(([account]) => !absent.some((one) => one === account))
  const people = inPost.map(([account, [role, title, agency]]) => {
    return { account, name: title, appointments: [{ role, title, agency, from, to: null }] }
  })
  return JSON.stringify({ agencies, people })
}
