import { z } from 'zod'
import { InstantField } from '../domain/id.ts'
import { Period, Statistics } from '../domain/statistics.ts'

/** `GET /api/statistics?from&to`, for the page of figures. `at`: as of when. */
export const StatisticsReply = z.object({
  at: InstantField,
  /** Of which days there is anything to tell; null where there is nothing yet. */
  covered: Period.nullable(),
  statistics: Statistics,
})
export type StatisticsReply = z.infer<typeof StatisticsReply>
