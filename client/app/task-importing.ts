import type { Hash } from '../../shared/domain/id.ts'
import type { ImportChoices } from '../../shared/domain/task-import.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { ImportPreview } from '../../shared/protocol/task-import.ts'
import type { Perform, PerformFault } from './perform.ts'
import type { Api, NetworkFault } from './ports.ts'

/** The Office brings in a register from a workbook (T8): the server says what each row would do, and one act does all of it. */
export type TaskImporting = {
  preview(file: Hash, choices: ImportChoices): Promise<Result<ImportPreview, NetworkFault>>
  /** How many of the tasks are written, while they are; null before and after. */
  progress(file: Hash): Promise<{ done: number; total: number } | null>
  sign(file: Hash, choices: ImportChoices, seen: ImportPreview): Promise<Result<Verdict, PerformFault>>
  template(): ReturnType<Api['taskTemplate']>
}

/** Rows that the plan puts into the register. */
export const rowsToWrite = ({ rows }: Pick<ImportPreview, 'rows'>): number =>
  rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed').length

export const createTaskImporting = (deps: {
  api: Pick<Api, 'taskImport' | 'taskImportProgress' | 'taskTemplate'>
  perform: Perform
}): TaskImporting => ({
  preview: (file, choices) => deps.api.taskImport(file, choices),
  progress: async (file) => {
    const reply = await deps.api.taskImportProgress(file)
    return reply.ok ? reply.value.progress : null
  },
  sign: (file, choices, seen) =>
    deps.perform({
      kind: 'import-tasks',
      body: { file, planHash: seen.planHash, rows: rowsToWrite(seen), ...choices },
    }),
  template: () => deps.api.taskTemplate(),
})
