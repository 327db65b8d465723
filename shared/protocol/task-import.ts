import { z } from 'zod'
import { Hash, PersonId } from '../domain/id.ts'
import type { TaskColumnId } from '../domain/task-columns.ts'
import { PlannedRow } from '../domain/task-import.ts'

/** `GET /api/task-imports/{file}?assign&assigner`: what importing the file would do now. */
export const ImportQuery = z.strictObject({ assign: z.enum(['true', 'false']), assigner: PersonId })

export const ImportPreview = z.strictObject({
  sheet: z.string(),
  columns: z.array(z.string() as unknown as z.ZodType<TaskColumnId, string>),
  /** Heads of columns that say nothing to the register. */
  ignored: z.array(z.string()),
  planHash: Hash,
  rows: z.array(PlannedRow),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** `GET /api/task-imports/{file}/progress`: null where it is not being written at this moment. */
export const ImportProgress = z.strictObject({
  progress: z.strictObject({ done: z.int().min(0), total: z.int().min(0) }).nullable(),
})
export type ImportProgress = z.infer<typeof ImportProgress>

export const workbookMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
