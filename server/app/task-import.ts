import { permit } from '../../shared/domain/access.ts'
import type { ActOf } from '../../shared/domain/act.ts'
import { agencyNames } from '../../shared/domain/agency-names.ts'
import { questionOfAct } from '../../shared/domain/decide.ts'
import type { DecideContext } from '../../shared/domain/decide-context.ts'
import type { Entity } from '../../shared/domain/entity.ts'
import type { Event } from '../../shared/domain/event.ts'
import type { Hash } from '../../shared/domain/id.ts'
import type { Agency, Person } from '../../shared/domain/people.ts'
import { type Task, taskKey } from '../../shared/domain/task.ts'
import type { ImportChoices, ImportPlan } from '../../shared/domain/task-import.ts'
import { importEntries } from '../../shared/domain/task-import-decide.ts'
import {
  assignersOn,
  importPlanOf,
  type KnownTasks,
  knownTask,
  planImportRow,
  tasksByLikeness,
  tasksSought,
} from '../../shared/domain/task-import-plan.ts'
import { type ReadRow, readImportRow } from '../../shared/domain/task-import-row.ts'
import type { TaskTable } from '../../shared/domain/task-sheet.ts'
import type { Result } from '../../shared/lib/result.ts'
import { type Day, dayOf, type Instant } from '../../shared/lib/time.ts'
import { taskContentOf } from './content.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { Pause } from './paced-line.ts'
import type { BlobStore } from './ports.ts'
import { appendEntry } from './server-entry.ts'

/** The register in a workbook, or why it is not taken in (server/intake/workbook-refusal.ts). */
export type ReadTable = (bytes: Uint8Array) => Promise<Result<TaskTable, { kind: string }>>

export type ImportProgress = { done: number; total: number }

/** What files of registers hold, and what becomes of them (T8). The event loop is given back every few rows. */
export type TaskImports = {
  /** What would happen now; null where there is no such file. */
  preview(
    file: Hash,
    choices: ImportChoices,
    at: Instant,
  ): Promise<{ table: TaskTable; plan: ImportPlan } | null>
  /** Reads a file that an act names before the ledger's lock is taken. */
  warm(file: Hash, at: Instant): Promise<void>
  /** Within the transaction, of the register as it stands there. */
  planOf(
    file: Hash,
    choices: ImportChoices,
    batch: LedgerBatch,
    ledger: PaperReads,
  ): Promise<ImportPlan | null>
  write(event: Imported, plan: ImportPlan, batch: LedgerBatch): Promise<void>
  /** How many tasks of a file that is being imported are written. */
  progress(file: Hash): ImportProgress | null
}

type Imported = Extract<Event, { kind: 'tasks-imported' }>
type PaperReads = Pick<LedgerReads, 'tasksOfPapers'>

const rowsAtOnce = 50
const tablesKept = 4

export function createTaskImports(deps: {
  ledger: Pick<LedgerReads, 'rows' | 'rowsOfKind' | 'openings' | 'tasksOfPapers'>
  blobs: Pick<BlobStore, 'state' | 'read'>
  readTable: ReadTable
  pause: Pause
}): TaskImports {
  const { ledger, blobs, readTable, pause } = deps
  const tables = new Map<Hash, Promise<TaskTable | null>>()
  const readings = new WeakMap<TaskTable, { of: string; rows: readonly ReadRow[] }>()
  const writing = new Map<Hash, ImportProgress>()

  const load = async (file: Hash): Promise<TaskTable | null> => {
    const state = await blobs.state(file)
    if (state?.kind !== 'ready' || state.pages !== 0) return null
    const bytes = new Uint8Array(state.size)
    let at = 0
    for await (const piece of blobs.read(file, 0, state.size)) {
      bytes.set(piece, at)
      at += piece.length
    }
    const table = await readTable(bytes)
    return table.ok ? table.value : null
  }
  const tableOf = (file: Hash): Promise<TaskTable | null> => {
    const known = tables.get(file)
    if (known) return known
    const table = load(file)
    tables.set(file, table)
    table.then((found) => found === null && tables.delete(file)).catch(() => tables.delete(file))
    for (const old of [...tables.keys()].slice(0, -tablesKept)) tables.delete(old)
    return table
  }
  const spread = async <T, R>(items: readonly T[], make: (item: T) => R): Promise<R[]> => {
    const made: R[] = []
    for (const [i, item] of items.entries()) {
      made.push(make(item))
      if (i % rowsAtOnce === rowsAtOnce - 1) await pause(0)
    }
    return made
  }
  /** The rows as they say, once for a file and a day's directory. */
  const readingOf = async (
    table: TaskTable,
    agencies: readonly Agency[],
    people: readonly Person[],
    today: Day,
  ) => {
    const of = JSON.stringify([agencies, people, today])
    const known = readings.get(table)
    if (known?.of === of) return known.rows
    const directory = { names: agencyNames(agencies), assigners: assignersOn(people, today), today }
    const rows = await spread(table.rows, (row) => readImportRow(row, table, directory))
    readings.set(table, { of, rows })
    return rows
  }
  const planned = async (rows: readonly ReadRow[], known: KnownTasks, choices: ImportChoices) => {
    const alike = tasksByLikeness(known)
    return importPlanOf(await spread(rows, (row) => planImportRow(row, known, alike, choices)))
  }
  const sought = (rows: readonly ReadRow[], agencies: readonly Agency[]) => ({
    keys: tasksSought(rows, agencies).map(taskKey),
    numbers: [...new Set(rows.flatMap(({ number }) => (number ? [number] : [])))],
  })
  const directoryOf = async () => {
    const [agencies, people] = await Promise.all([ledger.rowsOfKind('agency'), ledger.rowsOfKind('person')])
    return {
      agencies: sorted(agencies.map(({ entity }) => entity)),
      people: sorted(people.map(({ entity }) => entity)),
    }
  }

  return {
    preview: async (file, choices, at) => {
      const table = await tableOf(file)
      if (!table) return null
      const { agencies, people } = await directoryOf()
      const rows = await readingOf(table, agencies, people, dayOf(at))
      const { keys, numbers } = sought(rows, agencies)
      const found = [...(await ledger.rows(keys)), ...(await ledger.tasksOfPapers(numbers))]
      const tasks = tasksIn(found.map(({ entity }) => entity))
      const openings = await ledger.openings(tasks.map(({ contentHash }) => contentHash))
      const words = { opened: (hash: Hash) => openings.get(hash)?.value }
      const known = await spread(tasks, (task) =>
        knownTask(task, taskContentOf(words, task.contentHash), agencies),
      )
      const plan = await planned(rows, new Map(known.map((one) => [one.task.id, one])), choices)
      return { table, plan }
    },
    warm: async (file, at) => {
      const table = await tableOf(file)
      if (!table) return
      const { agencies, people } = await directoryOf()
      await readingOf(table, agencies, people, dayOf(at))
    },
    planOf: async (file, choices, batch, papers) => {
      const table = await tableOf(file)
      if (!table) return null
      await batch.load(['agency/'])
      const agencies = sorted(batch.reader.list('agency'))
      const people = sorted(batch.reader.list('person'))
      const rows = await readingOf(table, agencies, people, dayOf(batch.at))
      const { keys, numbers } = sought(rows, agencies)
      const all = [...keys, ...(await papers.tasksOfPapers(numbers)).map(({ key }) => key)]
      await batch.load(all)
      const tasks = tasksIn(all.map((key) => batch.reader.get('task', key)))
      const known = await spread(tasks, (task) =>
        knownTask(task, taskContentOf(batch, task.contentHash), agencies),
      )
      return await planned(rows, new Map(known.map((one) => [one.task.id, one])), choices)
    },
    write: async ({ import: act, by, file, rows: total }, { writes }, batch) => {
      const progress = { done: 0, total }
      writing.set(file, progress)
      try {
        for (const entry of importEntries({ act, by, file }, writes)) {
          await appendEntry(entry, batch)
          progress.done += entry.events.length
          await pause(0)
        }
      } finally {
        writing.delete(file)
      }
    },
    progress: (file) => writing.get(file) ?? null,
  }
}

/** Each once, in an order that is the same whatever the store and the transaction. */
const tasksIn = (rows: readonly (Entity | undefined)[]): Task[] =>
  sorted([...new Map(rows.flatMap((row) => (row?.kind === 'task' ? [[row.id, row] as const] : []))).values()])

const sorted = <T extends { id: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))

/** The plan that deciding an act asks for; for nobody who may not import is a file read. */
export async function importPlanFor(
  act: ActOf<'import-tasks'>,
  context: Pick<DecideContext, 'subject' | 'reader'>,
  batch: LedgerBatch,
  ledger: PaperReads,
  imports: TaskImports | undefined,
): Promise<ImportPlan | null> {
  const question = questionOfAct(act, context.reader)
  if (!imports || !question || !permit(context.subject, question).allow) return null
  return await imports.planOf(act.body.file, act.body, batch, ledger)
}
