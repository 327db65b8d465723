import type { Ballot, Issue } from '../../../shared/domain/ballot.ts'
import { AlternativeId, BallotId, IssueId, type PersonId } from '../../../shared/domain/id.ts'
import type { Person } from '../../../shared/domain/people.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { type TallyEntry, tallyIssue } from '../../../shared/domain/tally.ts'
import {
  actId,
  agency,
  at,
  contentOf,
  hashOf,
  person,
  post,
  someone,
} from '../../../shared/domain/testing/cabinet.ts'
import type { BallotReportFacts, Voice } from '../../app/ballot-report.ts'

/** A closed ballot of 27 members in which everything happened that a report can tell. */

const monday = '2026-03-02'
const closedAt = at('2026-03-05', 17)

const title = (i: number): string =>
  i === 0
    ? 'Thủ tướng Chính phủ'
    : i < 10
      ? `Phó Thủ tướng phụ trách khối công việc thứ ${i} và các lĩnh vực được phân công`
      : `Bộ trưởng Bộ Nông nghiệp và Môi trường khu vực ${i}`

export const members: Person[] = Array.from({ length: 27 }, (_, i) => ({
  ...someone(
    `m${String(i).padStart(2, '0')}`,
    post(i === 0 ? 'prime-minister' : i < 10 ? 'deputy-prime-minister' : 'minister', { title: title(i) }),
  ),
  name: `Nguyễn Thị Diễm Quỳnh ${i}`,
}))

export const head: Person = {
  ...someone('head', post('head-of-office', { title: 'Phó Chủ nhiệm Văn phòng Chính phủ' })),
  name: 'Trần Hữu Phước',
}

const long =
  'Đề nghị cơ quan chủ trì làm rõ thẩm quyền, nguồn lực và lộ trình thực hiện; bổ sung quy định chuyển tiếp đối với hồ sơ đã nộp trước ngày Nghị định có hiệu lực. '

/** So many characters of Vietnamese, in two paragraphs. */
export function opinionOf(length: number): string {
  const first = long.repeat(4).trimEnd()
  const rest = long.repeat(Math.ceil(length / long.length)).slice(0, Math.max(1, length - first.length - 5))
  return `${first}\n${rest} Hết`
}

const issues: Issue[] = [
  {
    id: IssueId.parse('i1'),
    question:
      'Đồng chí có đồng ý ban hành Nghị định quy định chi tiết một số điều của Luật Bảo hiểm y tế theo dự thảo kèm Tờ trình số 118/TTr-BYT hay không?',
    form: { kind: 'opinion' },
  },
  {
    id: IssueId.parse('i2'),
    question: 'Đồng chí chọn phương án nào về thời điểm có hiệu lực?',
    form: {
      kind: 'alternatives',
      alternatives: ['Phương án 1: từ ngày 01 tháng 7 năm 2026', 'Phương án 2: từ ngày ký ban hành'].map(
        (label, i) => ({
          id: AlternativeId.parse(`a${i + 1}`),
          label,
        }),
      ),
      atMost: 1,
    },
  },
]

const entryOf = (i: number): TallyEntry => {
  if (i < 14) return { kind: 'agree', late: false }
  if (i === 14) return { kind: 'agree', late: true }
  if (i < 17) return { kind: 'disagree', late: false, former: i === 16 }
  if (i < 20) return { kind: 'other', late: false, former: false }
  if (i < 24) return { kind: 'deemed', ruled: i === 23 }
  return i === 24 ? { kind: 'not-reached' } : { kind: 'held', why: i === 25 ? 'late' : 'conflict' }
}
const chosenOf = (i: number): TallyEntry => {
  const entry = entryOf(i)
  const isSaid = entry.kind === 'agree' || entry.kind === 'disagree' || entry.kind === 'other'
  return isSaid
    ? { kind: 'alternatives', chosen: [AlternativeId.parse(i % 3 === 0 ? 'a2' : 'a1')], late: i === 14 }
    : entry
}

const actOf = (i: number) => actId(`answer-${i}`)
const isSaying = (i: number) => i < 20 || i > 24
const said = (i: number, length: number): Voice => {
  const entry = entryOf(i)
  const kind = entry.kind === 'agree' || entry.kind === 'disagree' ? entry.kind : 'other'
  const text = kind === 'agree' ? '' : kind === 'disagree' ? 'Chưa đủ căn cứ pháp lý.' : opinionOf(length)
  return {
    ...{
      person: person(`m${String(i).padStart(2, '0')}`),
      act: actOf(i),
      n: 300 + i,
      at: at('2026-03-04', 9),
    },
    versionHash: hashOf(i === 16 ? 'v1' : 'v2'),
    held: i === 25 ? { kind: 'late', claimedInTime: true } : i === 26 ? { kind: 'conflict', with: [] } : null,
    answers: [{ issue: IssueId.parse('i1'), choice: { kind }, text }],
  }
}

const ballot: Ballot = {
  kind: 'ballot',
  id: BallotId.parse('b1'),
  number: '0123/PLYK/2026',
  leadAgency: agency('byt'),
  createdBy: person('sec'),
  handlers: [person('sec')],
  phase: { state: 'closed', at: closedAt, by: null, reason: '' },
  draft: null,
  versions: ['v1', 'v2'].map((name, i) => ({
    ...{ no: i + 1, hash: hashOf(name), at: at(monday, 8 + i), by: head.id },
    reason: i === 0 ? '' : 'Bổ sung phụ lục',
  })),
  deadlineAt: closedAt,
  deadlines: [{ deadlineAt: closedAt, setAt: at(monday, 8), by: head.id, reason: '' }],
  files: [],
}

/** @param opinionLength characters of each other opinion */
export function reportFacts(opinionLength = 4000): BallotReportFacts {
  const mark = (n: number) => ({ act: actId(`mark-${n}`), n, at: at('2026-03-03', 8) })
  const standing = { delivered: [], opened: [], answered: [] }
  const entries = (of: (i: number) => TallyEntry) =>
    members.map(({ id }, i) => ({ person: id, act: isSaying(i) && i < 20 ? actOf(i) : null, entry: of(i) }))
  const common = { primeMinister: person('m00'), settings: defaultSettings }
  const round = (n: number, replaces: PersonId[]) => ({
    ...{ n, at: closedAt, versionHash: hashOf('v2'), members: members.length, replaces },
    issues: [
      tallyIssue({ ...common, issue: IssueId.parse('i1'), alternatives: null, entries: entries(entryOf) }),
      tallyIssue({
        ...{ ...common, issue: IssueId.parse('i2'), entries: entries(chosenOf) },
        alternatives: ['a1', 'a2'].map((id) => AlternativeId.parse(id)),
      }),
    ],
  })
  return {
    ballot,
    closedAt,
    content: contentOf('Dự thảo Nghị định quy định chi tiết một số điều của Luật Bảo hiểm y tế', ...issues),
    leadAgency: 'Bộ Y tế',
    tally: { kind: 'tally', ballot: ballot.id, rounds: [round(1, []), round(2, [person('m14')])] },
    countedAt: 412,
    settings: defaultSettings,
    voices: members.flatMap((_, i) => (isSaying(i) ? [said(i, opinionLength)] : [])),
    progress: members.slice(20, 25).map(({ id }, i) => ({
      ...{ kind: 'progress', ballot: ballot.id, person: id, ...standing, standing: 'silent' },
      silence:
        i < 3
          ? { kind: 'deemed', n: 390 + i, delivered: mark(250 + i), opened: i === 0 ? mark(260) : null }
          : { kind: 'not-reached', n: 390 + i, why: 'not-delivered' },
      rulings:
        i === 3
          ? [
              {
                ...{
                  n: 411,
                  at: at('2026-03-06', 9),
                  by: [head.id, person('sec')],
                  reason: 'Đã nhận bản giấy',
                },
                decision: { kind: 'count-silence' },
              },
            ]
          : [],
    })),
    points: [17, 18].map((i) => ({
      ...{ ballot: ballot.id, issue: IssueId.parse('i1'), point: hashOf(`point ${i}`) },
      ...{ choice: 'other', isFormer: false, person: person(`m${i}`) },
      text: 'Đề nghị quy định rõ\nthời hạn hậu kiểm.',
      response:
        i === 17 ? { outcome: 'partly', reason: 'Giữ thời hạn 6 tháng.', place: 'Điều 5 khoản 2' } : null,
    })),
    ledger: {
      closing: { size: 401, root: hashOf('root') },
      checkpoint: {
        size: 431,
        note: `e-cabinet/demo-2026/0\n431\n${'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA='}\n\n— e-cabinet/demo-2026 ${'aB3dE5gH'.repeat(12)}\n`,
      },
    },
    people: [...members, head, someone('sec', post('secretary', { title: 'Chuyên viên Vụ Tổng hợp' }))],
    signer: head,
    at: at('2026-03-06', 10),
  }
}
