import { utf8 } from '../lib/bytes.ts'
import { sha256Hex } from '../lib/sha256.ts'
import { foldText } from '../lib/text.ts'
import type { Day } from '../lib/time.ts'
import type { AgencyNames } from './agency-names.ts'
import { type AgencyId, type PersonId, TaskId } from './id.ts'
import type { Product, SecurityMark, SourceKind } from './task.ts'
import { dayIn, percentIn, textIn } from './task-cells.ts'
import { securityWords, sourceKindWords, type TaskColumnId } from './task-columns.ts'
import type { ImportNotice, ImportProblem, RowAside } from './task-import.ts'
import { asideOf, asideText, isTaskLine } from './task-import-aside.ts'
import type { SheetCell, SheetRow, TaskTable } from './task-sheet.ts'

/** One row of a register as it was understood, whatever the register of this program holds. Undefined: the file has no such column. */
export type ReadRow = {
  no: number
  /** What it is where it is no task. */
  aside: RowAside | null
  task: TaskId | null
  hasCode: boolean
  /** Its code is one that this program gives. */
  isOwnCode: boolean
  text: string
  number: string | undefined
  date: Day | null | undefined
  kind: SourceKind | undefined
  abstract: string | undefined
  product: string | undefined
  lead: AgencyId | null
  supporting: AgencyId[] | undefined
  security: SecurityMark | undefined
  assigner: PersonId | null | undefined
  deadline: Day | null | undefined
  original: Day | null | undefined
  percent: number | null | undefined
  doneOn: Day | null | undefined
  result: Product | null | undefined
  problems: ImportProblem[]
  notices: ImportNotice[]
}

export type ImportDirectory = {
  names: AgencyNames
  /** Members in post, by what a cell may call them: name or title, folded. Null where it may be several. */
  assigners: ReadonlyMap<string, PersonId | null>
  today: Day
}

const longest: Partial<Record<TaskColumnId, number>> = {
  text: 2000,
  abstract: 1000,
  product: 500,
  'source-number': 100,
  'result-number': 100,
}

const ownCode = /^[0-9a-f]{32}$/
const marks: ReadonlyMap<string, SecurityMark> = new Map<string, SecurityMark>([
  ['', 'none'],
  ['khong', 'none'],
  ['thuong', 'none'],
  ['m', 'mat'],
  ['tm', 'toi-mat'],
  ['tum', 'tuyet-mat'],
  [foldText(securityWords.none), 'none'],
  [foldText(securityWords.mat), 'mat'],
  [foldText(securityWords['toi-mat']), 'toi-mat'],
  [foldText(securityWords['tuyet-mat']), 'tuyet-mat'],
])

export const markIn = (text: string): SecurityMark | undefined => marks.get(foldText(text.trim()))

const idOf = (name: string): TaskId => TaskId.parse(sha256Hex(utf8(`task-import/${name}`)).slice(0, 32))

/** The id under which a row without a code was brought in, when this agency led it. */
export const taskAlike = (facts: Parameters<typeof likenessOf>[0]): TaskId =>
  idOf(`likeness/${likenessOf(facts)}`)

/** The same task in two files that name no code: the same paper, the same words, the same agency. */
export function likenessOf(facts: {
  number: string
  date: Day | null
  text: string
  lead: AgencyId
}): string {
  const words = foldText(facts.text).replace(/\s+/g, ' ').trim()
  return JSON.stringify([plainNumber(facts.number), facts.date, words, facts.lead])
}

const plainNumber = (number: string): string => foldText(number).replace(/\s+/g, '')

export function readImportRow(row: SheetRow, table: TaskTable, directory: ImportDirectory): ReadRow {
  const { columns, is1904 } = table
  const { names, today } = directory
  const problems: ImportProblem[] = []
  const notices: ImportNotice[] = []
  const formulas: TaskColumnId[] = []

  const cell = (id: TaskColumnId): SheetCell | null | undefined => {
    const at = columns.get(id)
    return at === undefined ? undefined : (row.cells[at] ?? null)
  }
  for (const [id, at] of columns) {
    const one = row.cells[at]
    if (one?.isError || (one?.isFormula && one.value === null))
      problems.push({ kind: 'no-stored-value', column: id })
    else if (one?.isFormula) formulas.push(id)
  }
  if (formulas.length > 0) notices.push({ kind: 'formula', columns: formulas })

  const words = (id: TaskColumnId, isLine = false): string | undefined => {
    const one = cell(id)
    if (one === undefined) return undefined
    const text = textIn(one?.isError ? null : one, is1904, isLine)
    const most = longest[id]
    if (most !== undefined && text.length > most) {
      problems.push({ kind: 'too-long', column: id, length: text.length, most })
    }
    return text
  }
  const day = (id: TaskColumnId): Day | null | undefined => {
    const one = cell(id)
    if (one === undefined || one?.isError) return one === undefined ? undefined : null
    const found = dayIn(one, is1904)
    if (found !== 'unclear') return found
    problems.push({ kind: 'unclear', column: id, text: textIn(one, is1904) })
    return null
  }
  const oneOf = <T>(id: TaskColumnId, find: (text: string) => T | undefined): T | undefined => {
    const text = words(id, true)
    if (text === undefined) return undefined
    const found = find(text)
    if (found === undefined && text !== '') problems.push({ kind: 'unclear', column: id, text })
    return found
  }
  const agencies = (column: 'lead' | 'supporting', text: string): AgencyId[] => {
    const { found, several, unknown } = names.findAll(text)
    for (const one of several) problems.push({ kind: 'agency-unclear', column, ...one })
    for (const one of unknown)
      problems.push({ kind: 'agency-unknown', column, text: one, nearest: names.nearest(one) })
    for (const { agency, formerName } of found) {
      if (formerName !== null) notices.push({ kind: 'former-name', was: formerName, agency })
    }
    return [...new Set(found.map(({ agency }) => agency))]
  }

  const text = words('text') ?? ''
  const leadText = words('lead', false) ?? ''
  const number = words('source-number', true)
  const code = words('code', true) ?? ''
  if (!isTaskLine({ row, text, number, code, leadText })) return asideRow(row, table)
  const date = day('source-date')
  const lead = agencies('lead', leadText)
  if (lead.length > 1) problems.push({ kind: 'several-leads', text: leadText })
  if (leadText === '') problems.push({ kind: 'missing', column: 'lead' })
  const supportingText = words('supporting')
  const supporting = supportingText === undefined ? undefined : agencies('supporting', supportingText)
  const security = oneOf('security', markIn)
  const abstract = words('abstract')
  const product = words('product')
  if ((security ?? 'none') === 'none') {
    if (text === '') problems.push({ kind: 'missing', column: 'text' })
  } else if (text !== '' || (abstract ?? '') !== '' || (product ?? '') !== '') {
    problems.push({ kind: 'secret-task-holds-words' })
  }
  const doneOn = day('done-on')
  const resultNumber = words('result-number', true)
  const ownResultDate = day('result-date')
  const resultDate = ownResultDate ?? doneOn ?? null
  const isSaidDone = /^(da )?hoan thanh/.test(foldText(words('status') ?? '')) && !doneOn
  if (isSaidDone && !ownCode.test(code)) problems.push({ kind: 'missing', column: 'done-on' })
  if (resultNumber && resultDate === null) problems.push({ kind: 'missing', column: 'result-date' })
  for (const [column, one] of [
    ['done-on', doneOn],
    ['result-date', ownResultDate],
  ] as const) {
    if (one && one > today) problems.push({ kind: 'day-not-possible', column, day: one })
  }
  const percentCell = cell('percent')
  const percent = percentCell === undefined ? undefined : percentIn(percentCell)
  if (percent === 'unclear') {
    problems.push({ kind: 'unclear', column: 'percent', text: textIn(percentCell ?? null, is1904) })
  }
  const assigner = oneOf('assigner', (said) =>
    said === '' ? null : (directory.assigners.get(foldText(said)) ?? undefined),
  )
  const deadline = day('deadline')
  const original = day('original-deadline')
  const [leadAgency = null] = lead
  const alike =
    leadAgency === null
      ? null
      : taskAlike({ number: number ?? '', date: date ?? null, text, lead: leadAgency })
  const named = ownCode.test(code) ? TaskId.parse(code) : code !== '' ? idOf(`code/${foldText(code)}`) : null
  return {
    no: row.no,
    aside: null,
    task: named ?? alike,
    hasCode: code !== '',
    isOwnCode: ownCode.test(code),
    text,
    number,
    date,
    kind: oneOf('source-kind', sourceKindIn) ?? (number === undefined ? undefined : kindByNumber(number)),
    abstract,
    product,
    lead: leadAgency,
    supporting,
    security,
    assigner,
    deadline: deadline ?? original,
    original: original ?? (original === undefined ? undefined : deadline),
    percent: percent === 'unclear' ? null : percent,
    doneOn,
    result:
      resultNumber === undefined
        ? undefined
        : resultNumber !== '' && resultDate !== null
          ? { number: resultNumber, date: resultDate }
          : null,
    problems: problems.map((one) =>
      one.kind === 'unclear' && one.column === 'assigner'
        ? { kind: 'assigner-unknown', text: one.text }
        : one,
    ),
    notices,
  }
}

const asideRow = (row: SheetRow, table: TaskTable): ReadRow => ({
  no: row.no,
  aside: asideOf(row, table),
  task: null,
  hasCode: false,
  isOwnCode: false,
  text: asideText(row, table.is1904),
  number: undefined,
  date: undefined,
  kind: undefined,
  abstract: undefined,
  product: undefined,
  lead: null,
  supporting: undefined,
  security: undefined,
  assigner: undefined,
  deadline: undefined,
  original: undefined,
  percent: undefined,
  doneOn: undefined,
  result: undefined,
  problems: [],
  notices: [],
})

function sourceKindIn(text: string): SourceKind | undefined {
  const said = foldText(text)
  if (said === '') return undefined
  if (/ket luan|^tb$|thong bao/.test(said)) return 'conclusion'
  if (/nghi quyet|^nq$/.test(said)) return 'resolution'
  if (/phieu/.test(said) || said === foldText(sourceKindWords.ballot)) return 'ballot'
  return 'directive'
}

const kindByNumber = (number: string): SourceKind | undefined => {
  const said = foldText(number)
  if (said === '') return undefined
  return /\/(\d{4}\/)?nq/.test(said) ? 'resolution' : /\/(\d{4}\/)?tb/.test(said) ? 'conclusion' : 'directive'
}
