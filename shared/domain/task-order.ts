import { foldText } from '../lib/text.ts'
import type { Day } from '../lib/time.ts'
import type { UnitId } from './id.ts'
import { deadlineBy, type ListedTask, statusBy } from './task-line.ts'
import type { DeadlineBasis, TaskStatus } from './task-status.ts'

/** In which order a list of tasks stands; text as Vietnamese dictionaries have it. */

export const taskSortKeys = [
  ...(['task', 'lead', 'source', 'assigner', 'deadline', 'status', 'report', 'unit'] as const),
] as const
export type TaskSortKey = (typeof taskSortKeys)[number]

/** Null: what is to be done first by its due date, then drafts, then what is over, the last one first. */
export type TaskSort = { by: TaskSortKey; descending: boolean } | null

export type TaskNames = {
  agency: (id: ListedTask['line']['lead']) => string
  person: (id: ListedTask['line']['assigner']) => string
  /** Where units are known. */
  unit?: (id: UnitId) => string
}

const collator = new Intl.Collator('vi', { numeric: true })
const last = '9999-12-31'
const statuses: readonly TaskStatus[] = ['overdue', 'in-time', 'done-late', 'done-on-time']

export function orderTasks<L extends ListedTask>(
  listed: readonly L[],
  sort: TaskSort,
  { names, basis = 'current' }: { names: TaskNames; basis?: DeadlineBasis },
): L[] {
  if (sort === null) return inDueOrder(listed)
  const way = sort.descending ? -1 : 1
  const key = keyOf(listed, sort.by, names, basis)
  const keyed = listed.map((one, at) => ({ one, at, key: key(one) }))
  keyed.sort((a, b) => (a.key < b.key ? -way : a.key > b.key ? way : a.at - b.at))
  return keyed.map(({ one }) => one)
}

function keyOf(
  listed: readonly ListedTask[],
  by: TaskSortKey,
  names: TaskNames,
  basis: DeadlineBasis,
): (one: ListedTask) => string | number {
  switch (by) {
    case 'task':
      return ({ line }) => line.words()
    case 'lead':
      return ranked(listed, ({ line }) => line.lead, names.agency)
    case 'assigner':
      return ranked(listed, ({ line }) => line.assigner, names.person)
    case 'unit': {
      const name = names.unit ?? String
      const named = (units: readonly UnitId[]) => units.map(name).sort(collator.compare).join('; ')
      // What no unit has a part in stands last.
      return ranked(
        listed,
        ({ units = [] }) => named(units),
        (words) => words || '\uffff',
      )
    }
    case 'source': {
      const keys = new Map<string, string>()
      return ({ line: { paper, source } }) => {
        const known = keys.get(paper) ?? numbersEven(`${source.number} ${source.date ?? ''}`)
        keys.set(paper, known)
        return known
      }
    }
    case 'deadline':
      return ({ line }) => deadlineBy(line, basis) ?? last
    case 'report':
      return ({ line }) => line.lastReport?.at ?? 0
    case 'status':
      return (one) => {
        const status = statusBy(one, basis)
        return status === null ? statuses.length : statuses.indexOf(status)
      }
  }
}

/** "9/CT" stands before "38/CT": of thousands of papers a collator would take many times as long. */
const numbersEven = (text: string): string =>
  foldText(text).replace(/\d+/g, (digits) => digits.padStart(8, '0'))

/** Thousands of tasks have some dozens of names: these are put in order, each once, and not those. */
function ranked<K extends string>(
  listed: readonly ListedTask[],
  idOf: (one: ListedTask) => K,
  nameOf: (id: K) => string,
): (one: ListedTask) => number {
  const found = new Map<K, string>()
  for (const one of listed) {
    const id = idOf(one)
    if (!found.has(id)) found.set(id, nameOf(id))
  }
  const inOrder = [...found].sort(([, a], [, b]) => collator.compare(a, b))
  const rank = new Map(inOrder.map(([id], at) => [id, at]))
  return (one) => rank.get(idOf(one)) ?? 0
}

export const inDueOrder = <L extends ListedTask>(listed: readonly L[]): L[] => listed.toSorted(byDueDay)

function byDueDay({ line: a }: ListedTask, { line: b }: ListedTask): number {
  const [one, other] = [groupOf(a), groupOf(b)]
  if (one !== other) return one - other
  if (one === 2) return b.since - a.since
  const [left, right]: [Day | string, Day | string] = [a.deadline ?? last, b.deadline ?? last]
  return left < right ? -1 : left > right ? 1 : 0
}

const groupOf = ({ state }: ListedTask['line']): number =>
  state === 'confirmed' || state === 'cancelled' ? 2 : state === 'draft' ? 1 : 0
