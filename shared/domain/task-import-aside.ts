import { foldText } from '../lib/text.ts'
import { textIn } from './task-cells.ts'
import { taskColumns } from './task-columns.ts'
import type { RowAside } from './task-import.ts'
import type { SheetRow, TaskTable } from './task-sheet.ts'

/** Rows of a register that are no task: offices group by agency, add up, repeat the head on each page and sign below. */

/** What a row says, each thing once: what is merged says the same in many cells. */
const saidIn = ({ cells }: SheetRow, is1904: boolean): string[] => [
  ...new Set(cells.map((cell) => textIn(cell, is1904, true)).filter((text) => text !== '')),
]

const longest = 300

export const asideText = (row: SheetRow, is1904: boolean): string =>
  saidIn(row, is1904).join(' · ').slice(0, longest)

/** Groups and sums stand between tasks: few words, and none of what makes a task. */
export function isTaskLine(line: {
  row: SheetRow
  text: string
  number: string | undefined
  code: string
  leadText: string
}): boolean {
  if (isHead(saidIn(line.row, false))) return false
  if (line.code !== '' || (line.text !== '' && line.leadText !== '' && line.text !== line.leadText))
    return true
  const isOneThing = saidIn(line.row, false).length <= 2
  return !isOneThing && (line.text !== '' || line.leadText !== '')
}

const heads: ReadonlySet<string> = new Set(
  taskColumns.flatMap(({ head, known }) => [foldText(head), ...known]),
)

/** A head again on each page; and below a head its columns may be numbered: (1), (2), (3). */
function isHead(said: readonly string[]): boolean {
  const words = said.map((text) => foldText(text))
  const isNumbers = words.length > 2 && words.every((text) => /^\(?\d{1,2}\)?$/.test(text))
  return isNumbers || words.filter((text) => heads.has(text)).length > 2
}

export function asideOf(row: SheetRow, { is1904 }: Pick<TaskTable, 'is1904'>): RowAside {
  const said = saidIn(row, is1904)
  const words = said.map((text) => foldText(text))
  if (words.some((text) => /^(tong( so| cong)?|cong)( |:|$)/.test(text))) return 'sum'
  if (isHead(said)) return 'head'
  const isNumbered = /^([ivxlc]+|[a-h]|\d{1,2})[.)]? ?\S/.test(words.join(' '))
  const isNamed =
    /^(bo|uy ban|ubnd|cac|nhom|khoi|linh vuc|co quan|thanh pho|tinh|ngan hang|thanh tra|van phong) /
  return said.length <= 2 && (isNumbered || words.some((text) => isNamed.test(text))) ? 'group' : 'other'
}
