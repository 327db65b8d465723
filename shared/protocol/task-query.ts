import { z } from 'zod'
import { AgencyId, DayField, PersonId, UnitId } from '../domain/id.ts'
import { SourceKind } from '../domain/task.ts'
import { type TaskSort, taskSortKeys } from '../domain/task-order.ts'
import { everyTask, type TaskFilter, taskParts, taskShows } from '../domain/task-select.ts'

/**
 * A list of tasks as an address names it: that of a screen, so that it can be sent to a colleague and the way back leads to it,
 * and that of a file made of what the screen shows. What is the usual thing is left out.
 */
const filterFields = {
  part: z.enum(taskParts),
  show: z.enum(taskShows),
  basis: z.enum(['current', 'original']),
  agency: AgencyId,
  unit: UnitId,
  source: SourceKind,
  paper: z.string().min(1).max(200),
  assigner: PersonId,
  from: DayField,
  to: DayField,
} as const

/** The list itself, or what it comes to by what its tasks have in common. */
export const taskViewNames = ['list', 'agency', 'source', 'assigner', 'week', 'month'] as const
export type TaskViewName = (typeof taskViewNames)[number]

export const viewIn = (get: Get): TaskViewName => taskViewNames.find((one) => one === get('view')) ?? 'list'

type Get = (name: string) => string | null

/** As it stands in an address; what is not understood is as if it were not there. */
export function filterIn(get: Get): TaskFilter {
  const read = <T>(name: string, field: z.ZodType<T>): T | null => {
    const text = get(name)
    return text === null ? null : (field.safeParse(text).data ?? null)
  }
  return {
    part: read('part', filterFields.part) ?? everyTask.part,
    show: read('show', filterFields.show) ?? everyTask.show,
    basis: read('basis', filterFields.basis) ?? everyTask.basis,
    agency: read('agency', filterFields.agency),
    unit: read('unit', filterFields.unit),
    source: read('source', filterFields.source),
    paper: read('paper', filterFields.paper),
    assigner: read('assigner', filterFields.assigner),
    from: read('from', filterFields.from),
    to: read('to', filterFields.to),
    text: '',
  }
}

export function sortIn(get: Get): TaskSort {
  const text = get('sort') ?? ''
  const by = taskSortKeys.find((one) => one === text.replace(/^-/, ''))
  return by ? { by, descending: text.startsWith('-') } : null
}

/** "deadline", or "-deadline" for the last one first. */
export const sortName = (sort: TaskSort): string | null => sort && `${sort.descending ? '-' : ''}${sort.by}`

export const TableFormat = z.enum(['xlsx', 'pdf'])
export type TableFormat = z.infer<typeof TableFormat>

export const tableMediaType: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

/** Which list is taken along. */
export type TaskList = { view: TaskViewName; filter: TaskFilter; sort: TaskSort }

/** `GET /api/tasks/export`: the address of a screen, the words that are sought, and a format. */
export const TaskExportQuery = z
  .strictObject(filterFields)
  .partial()
  .extend({
    format: TableFormat,
    view: z.enum(taskViewNames).optional(),
    sort: z.string().max(20).optional(),
    text: z.string().max(200).optional(),
  })
  .transform((query): TaskList & { format: TableFormat } => {
    const named = new Map(Object.entries(query))
    const get: Get = (name) => named.get(name) ?? null
    return {
      format: query.format,
      view: viewIn(get),
      filter: { ...filterIn(get), text: query.text ?? '' },
      sort: sortIn(get),
    }
  })

/** The query that `TaskExportQuery` reads. */
export function exportQuery({ view, filter, sort }: TaskList, format: TableFormat): Record<string, string> {
  const named = { ...filter, view, sort: sortName(sort) }
  const usual: Record<string, unknown> = { ...everyTask, view: 'list', sort: null }
  return {
    format,
    ...Object.fromEntries(
      Object.entries(named).flatMap(([name, value]) =>
        value === null || value === '' || value === usual[name] ? [] : [[name, value]],
      ),
    ),
  }
}
