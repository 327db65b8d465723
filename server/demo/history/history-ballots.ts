import type { PapersOfKind } from '../../../shared/domain/past-papers.ts'
import { addWorkingDays, weekendsOnly } from '../../../shared/domain/working-day.ts'
import { type Instant, instant, minuteMs } from '../../../shared/lib/time.ts'
import type { DemoWords, Said } from '../demo-ballot.ts'
import { demoMembers } from '../demo-people.ts'
import { dayAt, hourOf, workedDays } from './history-days.ts'

/**
 * The 229 ballots. Official are their number, the 27 members and the 28,161 documents on paper, which are 1,043 documents for 27
 * members each. Everything else follows from the place of a ballot and of a member by the arithmetic below, without dice: it is
 * made up so that it looks like life (docs/decisions/0032).
 */

const ballotCount = 229
const documentCount = 1043

const topics: readonly (readonly [agency: string, topic: string])[] = [
  ['btc', 'quản lý, sử dụng tài sản công'],
  ['byt', 'mua sắm thuốc, thiết bị y tế'],
  ['bgddt', 'tự chủ của cơ sở giáo dục đại học'],
  ['bxd', 'quản lý đầu tư phát triển đô thị'],
  ['bnnmt', 'phòng, chống dịch bệnh động vật'],
  ['bct', 'phát triển công nghiệp hỗ trợ'],
  ['btp', 'kiểm soát thủ tục hành chính'],
  ['bnv', 'sắp xếp đơn vị hành chính'],
  ['bkhcn', 'chia sẻ dữ liệu số của cơ quan nhà nước'],
  ['bvhttdl', 'bảo vệ và phát huy giá trị di sản'],
  ['bng', 'ký kết điều ước quốc tế'],
  ['bdttg', 'chính sách vùng đồng bào dân tộc thiểu số'],
  ['nhnn', 'tín dụng cho nông nghiệp, nông thôn'],
  ['ttcp', 'kiểm soát tài sản, thu nhập'],
  ['bca', 'quản lý xuất cảnh, nhập cảnh'],
  ['bqp', 'chính sách đối với lực lượng dự bị động viên'],
  ['vpcp', 'gửi, nhận văn bản điện tử'],
  ['btc', 'dự toán ngân sách nhà nước'],
  ['bct', 'cơ chế giá điện'],
  ['bxd', 'nhà ở xã hội'],
  ['bnnmt', 'sử dụng đất trồng lúa'],
  ['bnv', 'tiền lương và phụ cấp'],
  ['bkhcn', 'khu công nghệ cao'],
]
const forms = [
  'Dự thảo Nghị định về',
  'Dự thảo Nghị quyết về',
  'Đề nghị xây dựng luật về',
  'Dự thảo Quyết định về',
  'Báo cáo của Chính phủ về',
]
const opinions = [
  'Đề nghị làm rõ nguồn lực thực hiện.',
  'Đề nghị quy định rõ trách nhiệm của cơ quan chủ trì và thời hạn hoàn thành.',
  'Đề nghị rà soát để thống nhất với pháp luật chuyên ngành.',
  'Đồng ý về chủ trương; đề nghị bổ sung đánh giá tác động.',
]

export type PastReply =
  /** Nothing reached the tablet. */
  { kind: 'away' } | { kind: 'silent' } | { kind: 'answered' | 'late'; at: Instant; said: Said }

export type PastBallot = {
  id: string
  leadAgency: string
  handlers: readonly [string, ...string[]]
  words: DemoWords
  issuedAt: Instant
  deadlineAt: Instant
  /** B3: why the window is longer than it should be. */
  windowReason: string
  papers: readonly PapersOfKind[]
  members: readonly { account: string; deliveredAt: Instant; reply: PastReply }[]
  /** Closed by hand once everybody had answered; null: by its deadline. */
  closedAt: Instant | null
  outcome: { at: Instant; number: string | null } | null
}

const after = (at: Instant, minutes: number): Instant => instant(at + Math.floor(minutes) * minuteMs)

/** Parts of `count` by place, which add up to it. */
export const partOf = (count: number, place: number, of: number): number =>
  Math.floor(((place + 1) * count) / of) - Math.floor((place * count) / of)

export const pastBallots: readonly PastBallot[] = Array.from({ length: ballotCount }, (_, i) => ballotAt(i))

function ballotAt(i: number): PastBallot {
  const [leadAgency, topic] = topics[i % topics.length] ?? ['vpcp', '']
  const window = 2 + (((i * 7) % 13) % 3)
  // The last one is closed before the last working day.
  const place = Math.floor((i * (workedDays.length - 5)) / ballotCount)
  const issuedAt = hourOf(dayAt(place), 8, 30 + ((i * 37) % 420))
  const deadlineAt = hourOf(dayAt(place + window), 17)
  const isLong = deadlineAt > addWorkingDays(weekendsOnly, issuedAt, 5)
  const isAgain = i >= topics.length * forms.length
  const title = `${forms[i % forms.length]} ${topic}${isAgain ? ' (trình lại sau tiếp thu)' : ''}`
  const question = 'Đồng chí có đồng ý thông qua theo dự thảo kèm theo không?'
  const more = { question: 'Đồng chí có đồng ý giao cơ quan trình hoàn thiện, ký ban hành không?' }
  const members = demoMembers.map(({ account }, p) => memberOf(i, p, account, issuedAt, deadlineAt))
  const answers = members.flatMap(({ reply }) => (reply.kind === 'answered' ? [reply.at] : []))
  const lastAnswer = after(instant(Math.max(...answers)), 30)
  const closedAt = answers.length === members.length && lastAnswer < deadlineAt ? lastAnswer : null
  return {
    id: `lich-su-${i + 1}`,
    leadAgency,
    handlers: i % 2 === 0 ? ['vanphong1', 'vanphong2'] : ['vanphong3', 'vanphong1'],
    words: {
      title,
      reason: 'Lấy ý kiến thành viên Chính phủ bằng phiếu điện tử thay phiếu giấy.',
      summary: 'Phiếu thuộc giai đoạn 24/6/2019 - 9/2/2020. Nội dung được dựng lại để trình diễn.',
      advice: '',
      issues: i % 7 === 3 ? [{ question }, more] : [{ question }],
      documents: [],
    },
    issuedAt,
    deadlineAt,
    windowReason: isLong ? 'Thời gian lấy ý kiến trùng kỳ nghỉ lễ.' : '',
    papers: papersOf(4 + partOf(documentCount - 4 * ballotCount, i, ballotCount)),
    members,
    closedAt,
    outcome: outcomeOf(i, place + window),
  }
}

function memberOf(i: number, p: number, account: string, issuedAt: Instant, deadlineAt: Instant) {
  const deliveredAt = after(issuedAt, 5 + ((i * 13 + p * 29) % 170))
  return { account, deliveredAt, reply: replyOf(i, p, deliveredAt, deadlineAt) }
}

function replyOf(i: number, p: number, deliveredAt: Instant, deadlineAt: Instant): PastReply {
  if ((i * 31 + p * 17) % 211 === 0) return { kind: 'away' }
  const said = saidOf(i, p)
  if ((i * 5 + p * 11) % 97 === 0) return { kind: 'late', at: after(deadlineAt, 20 + ((i + p) % 200)), said }
  // Some ballots interest everybody; in the others each has his own days of silence.
  if (i % 9 !== 4 && (i * 3 + p * (7 + (i % 5))) % 19 === 0) return { kind: 'silent' }
  const share = ((i * 17 + p * 41) % 100) / 100
  const hours = dayHours(deliveredAt, deadlineAt)
  return { kind: 'answered', at: hours(share * share), said }
}

function saidOf(i: number, p: number): Said {
  const words = opinions[(i + p) % opinions.length] ?? ''
  if ((i * 3 + p * 19) % 67 === 0) return { other: words }
  return (i * 7 + p * 23) % 83 === 0 ? { against: words } : 'agree'
}

/** The part from one hour to another, of which nights are none: between half past seven and nine in the evening. */
function dayHours(from: Instant, to: Instant): (share: number) => Instant {
  const first = after(from, 20)
  const last = after(to, -10)
  return (share) => {
    const at = instant(first + Math.floor((last - first) * share))
    const minuteOfDay = Math.floor(((at + 7 * 60 * minuteMs) / minuteMs) % (24 * 60))
    if (minuteOfDay >= 7 * 60 + 30 && minuteOfDay < 21 * 60) return at
    const toMorning = ((7 * 60 + 30 - minuteOfDay + 24 * 60) % (24 * 60)) + (minuteOfDay % 90)
    return instant(Math.min(after(at, toMorning), last))
  }
}

function papersOf(count: number): PapersOfKind[] {
  const copies = demoMembers.length
  const kinds = ['submission', 'draft', 'appraisal', 'summary'] as const
  const usual = kinds.map((kind) => ({ kind, documents: 1, copies }))
  const others = count - kinds.length
  return others > 0 ? [...usual, { kind: 'other', documents: others, copies }] : usual
}

function outcomeOf(i: number, closedOn: number): PastBallot['outcome'] {
  const place = closedOn + 1 + ((i * 11) % 9)
  if (place >= workedDays.length) return null
  const at = hourOf(dayAt(place), 9, (i * 23) % 400)
  return { at, number: i % 19 === 7 ? null : `${i + 40}/NQ-CP` }
}
