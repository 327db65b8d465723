import type { Hash } from '../../shared/domain/id.ts'
import {
  type Product,
  percentOf,
  productOf,
  type SecurityMark,
  type Task,
  type TaskContent,
  taskKey,
} from '../../shared/domain/task.ts'
import { factsOfTask, type TaskFacts } from '../../shared/domain/task-access.ts'
import { type ListedTask, lineOf, listedOn, type TaskLine } from '../../shared/domain/task-line.ts'
import type { Day } from '../../shared/lib/time.ts'
import { taskContentOf } from './content.ts'
import type { LedgerReads, RowPlace } from './ledger-port.ts'

/**
 * The register as lists ask for it, in memory: tens of thousands of rows, each with the trail of its life, are not read anew for
 * every question. What has changed since the last one is read in pieces, so that nobody waits behind it. Nobody's rights are in
 * it: whoever asks is judged row by row (D2).
 */

export type HeldTask = ListedTask & { readonly about: TaskAbout }

export type TaskAbout = {
  facts: TaskFacts
  content: TaskContent | null
  security: SecurityMark
  /** Of the completion that was confirmed or waits for it (T5). */
  product: Product | null
  percent: number
}

export type HeldTasks = {
  /** As the ledger stands when it is asked, in the order of their first writing. */
  tasks(today: Day): Promise<readonly HeldTask[]>
}

type Reads = Pick<LedgerReads, 'rowsChanged' | 'openings'>

const rowsAtOnce = 200

export function createHeldTasks(ledger: Reads): HeldTasks {
  const known = new Map<string, { line: TaskLine; about: TaskAbout }>()
  let place: RowPlace = { n: -1, key: '' }
  let version = 0
  let listed: { version: number; today: Day; tasks: readonly HeldTask[] } | null = null
  let reading: Promise<void> = Promise.resolve()

  const readPiece = async (): Promise<boolean> => {
    const rows = await ledger.rowsChanged('task', place, rowsAtOnce)
    const last = rows.at(-1)
    if (!last) return false
    const openings = await ledger.openings(rows.map(({ entity }) => entity.contentHash))
    const words = { opened: (hash: Hash) => openings.get(hash)?.value }
    for (const { entity } of rows) {
      const made = indexed(entity, taskContentOf(words, entity.contentHash) ?? null)
      // Folded while nobody waits, and not all at once when words are first sought.
      made.line.words()
      known.set(taskKey(entity.id), made)
    }
    place = { n: last.n, key: last.key }
    version += 1
    return rows.length === rowsAtOnce
  }
  const readChanged = async () => {
    while (await readPiece()) await Promise.resolve()
  }

  return {
    tasks: async (today) => {
      // One after the other: two at once would read the same pieces.
      reading = reading.catch(() => undefined).then(readChanged)
      await reading
      if (listed?.version !== version || listed.today !== today) {
        const tasks = [...known.values()].map(({ line, about }) => ({ ...listedOn(line, today), about }))
        listed = { version, today, tasks }
      }
      return listed.tasks
    },
  }
}

function indexed(task: Task, content: TaskContent | null): { line: TaskLine; about: TaskAbout } {
  const isReported = task.phase.state === 'confirmed' || task.phase.state === 'reported-done'
  const product = isReported ? productOf(task) : null
  return {
    line: lineOf(task, () => content),
    about: { facts: factsOfTask(task), content, security: task.security, product, percent: percentOf(task) },
  }
}
