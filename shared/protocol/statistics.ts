import { z } from 'zod'
import { DayField, InstantField, PersonId } from '../domain/id.ts'
import { Period, Statistics } from '../domain/statistics.ts'
import { UnitCosts } from '../domain/unit-costs.ts'

/** `GET /api/statistics?from&to`, for the page of figures. `at`: as of when. */
export const StatisticsReply = z.object({
  at: InstantField,
  /** Of which days there is anything to tell; null where there is nothing yet. */
  covered: Period.nullable(),
  statistics: Statistics,
  /** Those of the day, and what was ever set, in that order: the figures were computed with these. */
  costs: z.object({
    inForce: UnitCosts,
    set: z.array(
      z.object({
        from: DayField,
        costs: UnitCosts,
        told: z.object({ by: PersonId, at: InstantField }).nullable(),
      }),
    ),
  }),
})
export type StatisticsReply = z.infer<typeof StatisticsReply>
