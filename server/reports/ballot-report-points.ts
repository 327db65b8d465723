import type { PointOutcome } from '../../shared/domain/point.ts'
import type { BallotReportFacts } from '../app/ballot-report.ts'
import { choiceWords } from './ballot-report-words.ts'
import type { MemberNames } from './member-names.ts'
import { bold, type Cell, type PaperBlock, paragraph, plain } from './official-paper.ts'

const outcomeWords: Record<PointOutcome, string> = {
  accepted: 'Tiếp thu',
  partly: 'Tiếp thu một phần',
  'not-accepted': 'Không tiếp thu',
}

/** "Bảng tiếp thu, giải trình ý kiến" (B15): each point with what the lead agency responded, or that it has not yet. */
export function pointBlocks(
  { points, content, ballot, leadAgency }: BallotReportFacts,
  { nameOf, byRank }: MemberNames,
): PaperBlock[] {
  const waiting = points.filter(({ response }) => response === null).length
  const noOf = (id: string) => content.issues.findIndex((issue) => issue.id === id)
  const sorted = [...points].sort(
    (one, other) => noOf(one.issue) - noOf(other.issue) || byRank(one.person, other.person),
  )
  return [
    paragraph(
      plain(
        waiting === 0
          ? `${leadAgency} đã giải trình toàn bộ ${points.length} ý kiến khác, ý kiến không đồng ý của Phiếu số ${ballot.number ?? ''}.`
          : `${leadAgency} đã giải trình ${points.length - waiting} trên ${points.length} ý kiến khác, ý kiến không đồng ý của Phiếu số ${ballot.number ?? ''}; còn ${waiting} ý kiến chưa được giải trình.`,
      ),
    ),
    {
      kind: 'table',
      columns: [
        { head: 'TT', share: 0.06, align: 'centre' },
        { head: 'Thành viên Chính phủ, ý kiến', share: 0.42, align: 'left' },
        { head: 'Tiếp thu, giải trình của cơ quan chủ trì', share: 0.36, align: 'left' },
        { head: 'Vị trí trong dự thảo mới', share: 0.16, align: 'left' },
      ],
      rows: sorted.map(({ issue: id, person, choice, isFormer, text, response }, at): Cell[] => {
        const issue = content.issues.find((one) => one.id === id)
        const about = [
          `vấn đề ${noOf(id) + 1}`,
          ...(issue && choice === 'disagree' ? [choiceWords(issue, { kind: choice }).toLowerCase()] : []),
          ...(isFormer ? ['cho bản trước'] : []),
        ]
        const words = text === null ? 'Nội dung không còn được lưu giữ theo quy định.' : inOneLine(text)
        return [
          [plain(String(at + 1))],
          [bold(`${nameOf(person)} `), plain(`(${about.join('; ')}): ${words}`)],
          response === null
            ? [plain('Chưa giải trình')]
            : [
                bold(outcomeWords[response.outcome]),
                plain(response.reason === '' ? '.' : `: ${inOneLine(response.reason)}`),
              ],
          [plain(response?.place || '-')],
        ]
      }),
    },
  ]
}

/** Word for word they stand with their issue; a cell of the table has one paragraph. */
const inOneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ')
