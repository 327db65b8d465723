import { sourceKindWords } from '../../shared/domain/task-columns.ts'
import type { TaskSortKey } from '../../shared/domain/task-order.ts'
import type { TaskShow } from '../../shared/domain/task-select.ts'
import { formatDay } from '../../shared/lib/time.ts'
import type { TaskList } from '../../shared/protocol/task-query.ts'
import type { HeldTask } from './held-tasks.ts'
import { type Names, paperWords } from './task-table.ts'

/** What was chosen of the register, in words, so that nobody takes a part of it for the whole. */

const showWords: Readonly<Record<Exclude<TaskShow, 'all'>, string>> = {
  waiting: 'chờ quyết định',
  draft: 'dự thảo',
  'due-soon': 'sắp đến hạn trong 7 ngày',
  overdue: 'quá hạn',
  'in-time': 'trong hạn',
  'done-on-time': 'hoàn thành đúng hạn',
  'done-late': 'hoàn thành quá hạn',
  cancelled: 'đã hủy',
}
const partWords = {
  ...{ lead: 'cơ quan mình chủ trì', support: 'cơ quan mình phối hợp' },
  ...{ assigned: 'do người xuất giao', all: null },
} as const
const viewWords = {
  ...{ list: null, agency: 'tổng hợp theo cơ quan', source: 'tổng hợp theo văn bản' },
  ...{ assigner: 'tổng hợp theo người giao', week: 'tổng hợp theo tuần', month: 'tổng hợp theo tháng' },
} as const
const sortWords: Readonly<Record<TaskSortKey, string>> = {
  ...{ task: 'nội dung', lead: 'cơ quan chủ trì', source: 'văn bản giao', assigner: 'người giao' },
  ...{ deadline: 'thời hạn', status: 'tình trạng', report: 'lần báo cáo gần nhất', unit: 'đơn vị' },
}

export function chosenWords(
  { view, filter, sort }: TaskList,
  tasks: readonly HeldTask[],
  names: Names,
): string {
  const { part, show, agency, unit, source, paper, assigner, from, to, text } = filter
  const ofPaper = paper === null ? undefined : tasks.find(({ line }) => line.paper === paper)?.line.source
  const words = [
    viewWords[view],
    partWords[part],
    show === 'all' ? null : `tình trạng: ${showWords[show]}`,
    agency && `cơ quan chủ trì hoặc phối hợp: ${names.agency(agency)}`,
    unit && `đơn vị thực hiện: ${names.unit?.(unit) ?? unit}`,
    source && `loại văn bản: ${sourceKindWords[source]}`,
    paper && `văn bản: ${ofPaper ? paperWords(ofPaper) : paper}`,
    assigner && `người giao: ${names.person(assigner)}`,
    from && `hạn từ ngày ${formatDay(from)}`,
    to && `hạn đến ngày ${formatDay(to)}`,
    text.trim() && `có từ “${text.trim()}”`,
    sort && view === 'list' ? `xếp theo ${sortWords[sort.by]}${sort.descending ? ', giảm dần' : ''}` : null,
  ].filter(Boolean)
  return words.length === 0 ? 'Toàn bộ nhiệm vụ được xem.' : `Đã chọn: ${words.join('; ')}.`
}
