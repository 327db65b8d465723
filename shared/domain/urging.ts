import { z } from 'zod'
import { DayField } from './id.ts'

/**
 * T6: agencies are urged by rule before the due date, on it and after it. All days are working days, and an urging is made at
 * the hour at which one begins, so that somebody is there to read it.
 */

export const UrgingRule = z.strictObject({
  /** Working days before the due date. */
  before: z
    .array(z.int().min(1).max(60))
    .max(5)
    .refine((days) => new Set(days).size === days.length, 'a day named twice'),
  onDay: z.boolean(),
  /** After the due date, each so many working days; 0: not at all. */
  everyAfter: z.int().min(0).max(60),
})
export type UrgingRule = z.infer<typeof UrgingRule>

/** What the rule says of one task: which of its days has come. */
export const UrgingPoint = z.strictObject({
  when: z.enum(['before', 'on-day', 'after']),
  /** Working days from the due date; 0 on it. */
  days: z.int().min(0),
  /** The day on which it was to be made; one that was missed is made up on a later one. */
  day: DayField,
})
export type UrgingPoint = z.infer<typeof UrgingPoint>
