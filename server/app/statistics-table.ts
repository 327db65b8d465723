import type { PersonId } from '../../shared/domain/id.ts'
import {
  type FigureLine,
  type FigureUnit,
  figureLines,
  monthLines,
  taskCounts,
  taskRates,
} from '../../shared/domain/statistics-lines.ts'
import { assumedCosts, type UnitCosts } from '../../shared/domain/unit-costs.ts'
import { dayOf, formatDay, formatInstant } from '../../shared/lib/time.ts'
import type { StatisticsReply } from '../../shared/protocol/statistics.ts'
import { inPieces, type Table, type TableCell, type TableColumn } from './table-port.ts'

/** The page of figures as tables, in Vietnamese whatever language the screen speaks; each figure is that of the page. */
export function statisticsTables(reply: StatisticsReply, nameOf: (id: PersonId) => string): Table[] {
  const { statistics } = reply
  const lines = figureLines(statistics)
  return [
    comparison('Giấy được thay thế', lines.paper),
    comparison('Phiếu lấy ý kiến', lines.ballots),
    comparison('Phiên họp', lines.meetings),
    taskTable(reply),
    monthTable(reply),
    comparison('Số tiền tiết kiệm', lines.saved, formula),
    costTable(reply, nameOf),
  ]
}

type LineId = ReturnType<typeof figureLines>[keyof ReturnType<typeof figureLines>][number]['id']

const lineWords: Readonly<Record<LineId, string>> = {
  paperBallots: 'Phiếu giấy được thay thế',
  ballotDocuments: 'Tài liệu giấy của phiếu được thay thế',
  meetingDocuments: 'Tài liệu giấy của phiên họp được thay thế',
  saved: 'Số tiền tiết kiệm ước tính',
  closed: 'Phiếu đã kết thúc',
  onTime: 'Trả lời đúng hạn',
  late: 'Trả lời sau hạn',
  deemed: 'Im lặng, được coi là đồng ý',
  notReached: 'Phiếu không đến được thành viên',
  toCount: 'Từ phát hành đến có kết quả (trung vị)',
  toCountLong: 'Từ phát hành đến có kết quả (9/10 số phiếu không quá)',
  toOutcome: 'Từ phát hành đến nghị quyết hoặc chuyển phiên họp (trung vị)',
  toOutcomeLong: 'Từ phát hành đến nghị quyết hoặc chuyển phiên họp (9/10 số phiếu không quá)',
  held: 'Số phiên họp',
  items: 'Số nội dung',
  planned: 'Thời gian dự kiến (tổng)',
  took: 'Thời gian họp thực tế (tổng)',
  tookMedian: 'Thời gian một phiên (trung vị)',
  savedBallots: 'Phiếu giấy',
  savedDocuments: 'Tài liệu giấy',
  savedCourier: 'Chuyển đến thành viên',
  savedTotal: 'Cộng',
}

const unitWords: Readonly<Record<FigureUnit, string>> = {
  ...{ ballot: 'phiếu', document: 'bản', answer: 'ý kiến', meeting: 'phiên', item: 'nội dung' },
  ...{ day: 'ngày', hour: 'giờ', dong: 'đồng' },
}

const formula = [
  'Mỗi phiếu: số thành viên × (số trang phiếu × giá một trang + một lần chuyển) + số bản tài liệu × số bản in cho một thành viên × số trang một tài liệu × giá một trang.',
  'Mỗi phiên họp: số người dự × một lần chuyển + số bản tài liệu tính như trên.',
  'Phiếu tính theo đơn giá của ngày kết thúc, phiên họp theo đơn giá của ngày họp.',
]

const column = (head: string, width: number, kind: TableColumn['kind'] = 'number'): TableColumn => ({
  ...{ head, width, kind },
})

function tableOf<R>(
  facts: { name: string; notes?: readonly string[]; columns: readonly TableColumn[] },
  rows: readonly R[],
  cells: (row: R) => TableCell[],
): Table {
  return { notes: [], ...facts, total: rows.length, rows: inPieces(rows, cells) }
}

function comparison(
  name: string,
  lines: readonly FigureLine<LineId>[],
  notes: readonly string[] = [],
): Table {
  const hasShares = lines.some(({ nowShare, formerShare }) => nowShare !== null || formerShare !== null)
  const share = (head: string, part: number | null): [TableColumn, TableCell][] =>
    hasShares ? [[column(head, 16, 'percent'), part]] : []
  const cellsOf = ({ id, unit, now, former, nowShare, formerShare, change }: FigureLine<LineId>) => [
    [column('Chỉ tiêu', 60, 'text'), lineWords[id]] as const,
    [column('Đơn vị', 12, 'text'), unitWords[unit]] as const,
    [column('Trong kỳ', 18), now] as const,
    ...share('Tỷ lệ trong kỳ', nowShare),
    [column('Kỳ trước', 18), former] as const,
    ...share('Tỷ lệ kỳ trước', formerShare),
    [column('Thay đổi', 14, 'percent'), change] as const,
  ]
  const [first] = lines
  return tableOf({ name, notes, columns: first ? cellsOf(first).map(([head]) => head) : [] }, lines, (line) =>
    cellsOf(line).map(([, cell]) => cell),
  )
}

const countHeads = {
  ...{ onTime: 'Đã hoàn thành đúng hạn', late: 'Đã hoàn thành quá hạn', total: 'Tổng số nhiệm vụ' },
  ...{ inTime: 'Chưa hoàn thành, trong hạn', overdue: 'Chưa hoàn thành, quá hạn' },
} as const
const rateHeads = {
  doneRate: 'Tỷ lệ hoàn thành trên số đến hạn',
  overdueRate: 'Tỷ lệ quá hạn trên số đến hạn',
  doneOfAll: 'Tỷ lệ hoàn thành trên tổng số',
} as const

function taskTable({ statistics: { whole } }: StatisticsReply): Table {
  const bases = [
    { name: 'Theo hạn hiện hành', figures: whole.tasks.current },
    { name: 'Theo hạn giao ban đầu', figures: whole.tasks.original },
  ]
  return tableOf(
    {
      name: 'Nhiệm vụ giao trong kỳ',
      notes: ['Tình trạng đến thời điểm xuất tệp.'],
      columns: [
        column('Cách tính', 26, 'text'),
        ...taskCounts.map((id) => column(countHeads[id], 16)),
        ...rateHeadsInOrder.map((head) => column(head, 16, 'percent')),
      ],
    },
    bases,
    ({ name, figures }) => [
      name,
      ...taskCounts.map((id) => figures[id]),
      ...taskRates.map((id) => figures[id]),
    ],
  )
}
const rateHeadsInOrder = taskRates.map((id) => rateHeads[id])

const monthTable = ({ statistics: { months } }: StatisticsReply): Table =>
  tableOf(
    {
      name: 'Theo tháng',
      columns: [
        ...[column('Từ ngày', 13, 'day'), column('Đến ngày', 13, 'day'), column('Phiếu đã kết thúc', 14)],
        ...[column('Trả lời đúng hạn', 14, 'percent'), column('Số phiên họp', 12)],
        ...[column(lineWords.paperBallots, 18), column(lineWords.ballotDocuments, 20)],
        ...[column(lineWords.meetingDocuments, 20), column(`${lineWords.saved} (đồng)`, 20)],
      ],
    },
    monthLines(months),
    ({ period, ...line }) => [
      ...[period.from, period.to, line.closed, line.onTimeShare, line.held],
      ...[line.paperBallots, line.ballotDocuments, line.meetingDocuments, line.saved],
    ],
  )

function costTable(
  { at, costs: { inForce, set } }: StatisticsReply,
  nameOf: (id: PersonId) => string,
): Table {
  const assumed = 'Giả định của phần mềm, chưa phải định mức'
  const rows: { since: string; costs: UnitCosts; told: string }[] = [
    { since: `Đang áp dụng ngày ${formatDay(dayOf(at))}`, costs: inForce, told: '' },
    {
      since: set.length === 0 ? 'Chưa đặt lần nào' : 'Trước lần đặt đầu tiên',
      costs: assumedCosts,
      told: assumed,
    },
    ...set.map(({ from, costs, told }) => ({
      since: `Áp dụng từ ngày ${formatDay(from)}`,
      costs,
      told: told ? `${nameOf(told.by)}, ${formatInstant(told.at)}` : '',
    })),
  ]
  return tableOf(
    {
      name: 'Đơn giá',
      columns: [
        column('Đơn giá', 30, 'text'),
        ...[column('Số trang một phiếu giấy', 14), column('Số trang bình quân một tài liệu', 16)],
        column('Số bản in mỗi tài liệu cho một thành viên', 18),
        ...[column('Giá in một trang (đồng)', 14), column('Một lần chuyển đến một thành viên (đồng)', 18)],
        column('Người đặt', 36, 'text'),
      ],
    },
    rows,
    ({ since, costs, told }) => [
      ...[since, costs.ballotPages, costs.documentPages, costs.copiesPerMember],
      ...[costs.pagePrice, costs.courier, told],
    ],
  )
}
