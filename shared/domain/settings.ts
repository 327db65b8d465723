import { z } from 'zod'
import { type Day, hourMs } from '../lib/time.ts'
import { DayField, InstantField, PersonId } from './id.ts'
import { assumedCosts, UnitCosts } from './unit-costs.ts'
import { UrgingRule } from './urging.ts'

/** Numbers and choices that the law may change: each set holds from a day on (product.md, "Rules"). */
export const Settings = z.strictObject({
  /** B3: the window of a ballot, in working days. */
  windowMinDays: z.int().min(0).max(60),
  windowMaxDays: z.int().min(1).max(60),
  /** B5: working days that an amendment leaves at least. */
  amendMinDays: z.int().min(0).max(60),
  /** G2: a successor with less working days than this before closing counts as not reached when silent. */
  successorMinDays: z.int().min(0).max(60),
  /** B8, B10, B5: how silence, another opinion and agreement to a former version count. */
  deemed: z.enum(['in-favour', 'not-counted']),
  other: z.enum(['not-in-favour', 'in-favour']),
  formerAgree: z.enum(['not-in-favour', 'in-favour']),
  /** B6. */
  answersRevisable: z.boolean(),
  /** B8: a server that was down within so long before the deadline does not close by itself. */
  downtimeWindowMs: z.int().min(0),
  /** G3: so many parts of all members in post, rounded up. */
  quorum: z.strictObject({ parts: z.int().min(1).max(100), of: z.int().min(1).max(100) }),
  /** M6: a server that was away longer than this while a vote was open does not close it by itself. */
  voteDowntimeMs: z.int().min(0),
  /** trust.md: how long a tablet opens its store without having met the server. */
  offlineLeaseMs: z.int().min(hourMs),
  /** trust.md: idle time after which a device locks itself. */
  autoLockMs: z.int().min(10_000),
  /** reader.md: whether members may print documents, each page with their name over it. */
  documentsPrintable: z.boolean(),
  /** T6. */
  urging: UrgingRule,
  /** What the page of figures calculates with. */
  unitCosts: UnitCosts,
})
export type Settings = z.infer<typeof Settings>

export const defaultSettings: Settings = {
  windowMinDays: 2,
  windowMaxDays: 5,
  amendMinDays: 2,
  successorMinDays: 2,
  deemed: 'in-favour',
  other: 'not-in-favour',
  formerAgree: 'not-in-favour',
  answersRevisable: true,
  downtimeWindowMs: 4 * hourMs,
  quorum: { parts: 2, of: 3 },
  voteDowntimeMs: 5000,
  offlineLeaseMs: 72 * hourMs,
  autoLockMs: 15 * 60_000,
  documentsPrintable: true,
  urging: { before: [7, 3, 1], onDay: true, everyAfter: 5 },
  unitCosts: assumedCosts,
}

export const mostChanges = 1000

export const SettingsHistory = z.strictObject({
  kind: z.literal('settings'),
  changes: z
    .array(
      z.strictObject({
        from: DayField,
        values: Settings.partial(),
        /** By whom and when, where an act set it. */
        set: z.strictObject({ by: PersonId, at: InstantField }).optional(),
      }),
    )
    .max(mostChanges),
})
export type SettingsHistory = z.infer<typeof SettingsHistory>

/** The settings in force on a day: the defaults, overlaid by every change that has begun, in the order of their days. */
export function settingsOn(history: SettingsHistory | undefined, day: Day): Settings {
  let settings = defaultSettings
  const changes = [...(history?.changes ?? [])].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  )
  for (const change of changes) {
    if (change.from > day) continue
    const given = Object.entries(change.values).filter(([, value]) => value !== undefined)
    settings = { ...settings, ...Object.fromEntries(given) }
  }
  return settings
}

/** The first day of the set of urgings that is in force; null where nobody has set one. */
export const urgingSince = (history: SettingsHistory | undefined, day: Day): Day | null =>
  (history?.changes ?? [])
    .filter(({ from, values }) => values.urging !== undefined && from <= day)
    .reduce<Day | null>((last, { from }) => (last === null || from > last ? from : last), null)
