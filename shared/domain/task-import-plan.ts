import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256Hex } from '../lib/sha256.ts'
import { foldText } from '../lib/text.ts'
import type { Day } from '../lib/time.ts'
import { Hash, type TaskId } from './id.ts'
import { passedTask } from './passed-task.ts'
import { type Agency, memberAppointmentOn, type Person, primeMinisterOn, successorOf } from './people.ts'
import { doneDayOf, percentOf, productOf, type Task, type TaskContent } from './task.ts'
import type { TaskColumnId } from './task-columns.ts'
import type { ImportChoices, ImportPlan, ImportProblem, ImportWrite, PlannedRow } from './task-import.ts'
import { likenessOf, type ReadRow, taskAlike } from './task-import-row.ts'

/** What will happen to each row: made of the file, the register and the officer's choices alone, so that two machines say the same. */

export type KnownTask = { task: Task; content: TaskContent | undefined }
/** Of an agency that was merged, as if the one that took it over had had it: so the same file says the same again. */
export function knownTask(
  task: Task,
  content: TaskContent | undefined,
  agencies: readonly Agency[],
): KnownTask {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const now = [task.leadAgency, ...task.supporting].reduce((row, id) => {
    const agency = byId.get(id)
    const heir = agency ? successorOf(agency, byId) : id
    return heir === id ? row : passedTask(row, id, heir)
  }, task)
  return { task: now, content }
}

/**
 * Under which ids the tasks may be known that these rows speak of. A row without number and code is found by no paper: what was
 * brought in when another led it, that was merged since, has an id of that time.
 */
export function tasksSought(rows: readonly ReadRow[], agencies: readonly Agency[]): TaskId[] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const merged = Map.groupBy(
    agencies.filter(({ successor }) => successor !== undefined && successor !== null),
    (agency) => successorOf(agency, byId),
  )
  const ids = rows.flatMap(({ task, hasCode, lead, number = '', date = null, text }) => {
    if (task === null) return []
    if (hasCode || number !== '' || lead === null) return [task]
    const before = merged.get(lead) ?? []
    return [task, ...before.map(({ id }) => taskAlike({ number, date, text, lead: id }))]
  })
  return [...new Set(ids)]
}

export type KnownTasks = ReadonlyMap<TaskId, KnownTask>

/** Whom a cell may mean: a member in post by name or title, the Prime Minister in short as well. */
export function assignersOn(people: readonly Person[], day: Day): Map<string, Person['id'] | null> {
  const found = new Map<string, Person['id'] | null>()
  const put = (text: string, id: Person['id']) => {
    const name = foldText(text).trim()
    found.set(name, found.has(name) && found.get(name) !== id ? null : id)
  }
  for (const person of people) {
    const post = memberAppointmentOn(person, day)
    if (!post) continue
    const names = new Set([person.name, post.title, `${post.title} ${person.name}`])
    for (const name of names) put(name, person.id)
    if (post.role === 'deputy-prime-minister') put(`Phó Thủ tướng ${person.name}`, person.id)
  }
  const first = primeMinisterOn(people, day)
  if (first) {
    for (const name of ['Thủ tướng', 'Thủ tướng Chính phủ', 'TTg', 'TTgCP'])
      found.set(foldText(name), first.id)
  }
  return found
}

/** The register's tasks by what they say, for rows without a code. What is cancelled is nobody's likeness. */
export function tasksByLikeness(known: KnownTasks): Map<string, KnownTask> {
  const all = new Map<string, KnownTask>()
  for (const one of known.values()) {
    const { source, leadAgency, phase } = one.task
    if (!one.content || phase.state === 'cancelled') continue
    const facts = { number: source.number, date: source.date, text: one.content.text, lead: leadAgency }
    all.set(likenessOf(facts), one)
  }
  return all
}

type Made = { row: PlannedRow; write: ImportWrite | null }

export function planImportRow(
  read: ReadRow,
  known: KnownTasks,
  alike: ReadonlyMap<string, KnownTask>,
  choices: ImportChoices,
): Made {
  const { no, text, lead, problems, notices } = read
  const row: PlannedRow = {
    no,
    outcome: 'skipped',
    task: null,
    text,
    number: read.number ?? '',
    lead,
    deadline: read.deadline ?? null,
    aside: read.aside,
    changed: [],
    problems: [...problems],
    notices: [...notices],
  }
  if (read.aside !== null) return { row, write: null }
  const before = knownTaskOf(read, known, alike)
  if (read.task !== null && !before && read.isOwnCode) {
    row.problems.push({ kind: 'code-unknown', text: read.task })
  }
  row.task = before?.task.id ?? read.task
  const write = row.task === null || lead === null ? null : writeOf(read, row.task, before, choices)
  if (write) row.problems.push(...faultsOf(write, choices))
  row.problems = oneReasonEach(row.problems)
  if (row.problems.length > 0 || !write) return { row: { ...row, outcome: 'problem' }, write: null }
  const hasStanding = !!read.percent || !!read.doneOn || !!read.result
  if (!before) {
    if (hasStanding && !choices.assign) row.notices.push({ kind: 'standing-left-out' })
    return { row: { ...row, outcome: 'new' }, write }
  }
  const changed = differencesOf(read, write, before)
  const isDraft = before.task.phase.state === 'draft'
  if (isDraft) {
    if (hasStanding && !choices.assign) row.notices.push({ kind: 'standing-left-out' })
    const all: TaskColumnId[] = choices.assign ? [...changed, 'status'] : changed
    return all.length === 0
      ? { row: { ...row, outcome: 'same' }, write: null }
      : { row: { ...row, outcome: 'changed', changed: all }, write }
  }
  const standing = standingDifferences(read, before.task)
  const columns = [...changed, ...standing]
  if (columns.length === 0) return { row: { ...row, outcome: 'same' }, write: null }
  row.problems.push({ kind: 'already-assigned', columns })
  return { row: { ...row, outcome: 'problem' }, write: null }
}

/** A formula without a value is missing, too: one reason for one cell. */
function oneReasonEach(problems: readonly ImportProblem[]): ImportProblem[] {
  const unstored = new Set(problems.flatMap((one) => (one.kind === 'no-stored-value' ? [one.column] : [])))
  return problems.filter((one) => one.kind !== 'missing' || !unstored.has(one.column))
}

function knownTaskOf(
  read: ReadRow,
  known: KnownTasks,
  alike: ReadonlyMap<string, KnownTask>,
): KnownTask | undefined {
  const own = read.task === null ? undefined : known.get(read.task)
  if (own || read.hasCode || read.lead === null) return own
  const { number = '', date = null, text, lead } = read
  return alike.get(likenessOf({ number, date, text, lead }))
}

/** A column that the file does not have says nothing: what the register holds stays. */
function writeOf(
  read: ReadRow,
  task: TaskId,
  before: KnownTask | undefined,
  choices: ImportChoices,
): ImportWrite {
  const was = before?.task
  const content: TaskContent = {
    text: read.text,
    abstract: read.abstract ?? before?.content?.abstract ?? '',
    product: read.product ?? before?.content?.product ?? '',
  }
  const leadAgency = read.lead ?? was?.leadAgency
  if (leadAgency === undefined) throw new Error('a row without lead agency is a problem')
  const deadline = read.deadline === undefined ? (was?.deadline ?? null) : read.deadline
  const original = read.original ?? was?.deadlines[0]?.day ?? deadline
  const facts: ImportWrite['facts'] = {
    contentHash: Hash.parse(sha256Hex(utf8(canonicalJson(content)))),
    source: {
      kind: read.kind ?? was?.source.kind ?? 'directive',
      number: read.number ?? was?.source.number ?? '',
      date: read.date === undefined ? (was?.source.date ?? null) : read.date,
    },
    leadAgency,
    supporting: (read.supporting ?? was?.supporting ?? []).filter((one) => one !== leadAgency),
    security: read.security ?? was?.security ?? 'none',
    assigner: read.assigner ?? was?.assigner ?? choices.assigner,
    deadline,
  }
  const given =
    choices.assign && original !== null
      ? {
          original,
          percent: read.doneOn ? 100 : (read.percent ?? 0),
          doneOn: read.doneOn ?? null,
          product: read.result ?? null,
        }
      : null
  return { task, row: read.no, content, facts, given }
}

function faultsOf({ facts, content, given }: ImportWrite, { assign }: ImportChoices): ImportProblem[] {
  const { source, deadline, security, supporting } = facts
  const found: ImportProblem[] = []
  const isBefore = (day: Day | null | undefined): day is Day =>
    !!day && source.date !== null && day < source.date
  if (isBefore(deadline) || isBefore(given?.original)) found.push({ kind: 'deadline-before-source' })
  if (supporting.length > 60) {
    found.push({ kind: 'too-long', column: 'supporting', length: supporting.length, most: 60 })
  }
  if (!assign) return found
  const missing = (column: TaskColumnId) => found.push({ kind: 'missing', column })
  if (source.number.trim() === '') missing('source-number')
  if (source.date === null) missing('source-date')
  if (security === 'none' && content.abstract.trim() === '') missing('abstract')
  if (deadline === null) missing('deadline')
  if (given && deadline !== null && deadline < given.original)
    found.push({ kind: 'deadline-before-original' })
  const doneOn = given?.doneOn
  if (isBefore(doneOn)) found.push({ kind: 'day-not-possible', column: 'done-on', day: doneOn })
  return found
}

function differencesOf(
  read: ReadRow,
  { facts, content }: ImportWrite,
  { task, content: words }: KnownTask,
): TaskColumnId[] {
  const same: [TaskColumnId, unknown, unknown][] = [
    ['text', content.text, words?.text],
    ['abstract', content.abstract, words?.abstract],
    ['product', content.product, words?.product],
    ['source-kind', facts.source.kind, task.source.kind],
    ['source-number', facts.source.number, task.source.number],
    ['source-date', facts.source.date, task.source.date],
    ['lead', facts.leadAgency, task.leadAgency],
    ['supporting', [...facts.supporting].sort().join(), [...task.supporting].sort().join()],
    ['security', facts.security, task.security],
    ['assigner', facts.assigner, task.assigner],
    ['deadline', facts.deadline, task.deadline],
  ]
  const original = task.deadlines[0]?.day
  if (original && read.original) same.push(['original-deadline', read.original, original])
  return same.flatMap(([id, one, other]) => (one === other ? [] : [id]))
}

/** What a file says came of an assigned task is compared, and never taken over: that is the agency's word and the Office's check. */
function standingDifferences(read: ReadRow, task: Task): TaskColumnId[] {
  const found: TaskColumnId[] = []
  if (read.percent != null && read.percent !== percentOf(task)) found.push('percent')
  if (read.doneOn && read.doneOn !== doneDayOf(task)) found.push('done-on')
  const product = productOf(task)
  if (read.result && read.result.number !== product?.number) found.push('result-number')
  return found
}

/** The whole plan of rows that were planned one by one: two rows about one task are a problem of both. */
export function importPlanOf(made: readonly Made[]): ImportPlan {
  const rowsOf = new Map<TaskId, number[]>()
  for (const { row } of made) {
    if (row.task !== null) rowsOf.set(row.task, [...(rowsOf.get(row.task) ?? []), row.no])
  }
  const all = made.map(({ row, write }): Made => {
    const other = row.task === null ? undefined : rowsOf.get(row.task)?.find((no) => no !== row.no)
    if (other === undefined) return { row, write }
    const problems = [...row.problems, { kind: 'twice' as const, row: other }]
    return { row: { ...row, outcome: 'problem', problems }, write: null }
  })
  const named = all.map(({ row, write }) => sha256Hex(utf8(canonicalJson({ row, write }))))
  return {
    hash: Hash.parse(sha256Hex(utf8(named.join('\n')))),
    rows: all.map(({ row }) => row),
    writes: all.flatMap(({ write }) => write ?? []),
  }
}
