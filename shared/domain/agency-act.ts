import { z } from 'zod'
import { AgencyId, DayField, textField } from './id.ts'

/** What becomes of agencies: ministries are founded, renamed and merged (decision 0035). */

const name = textField(200)

export const agencyBodies = {
  'add-agency': z.strictObject({ agency: AgencyId, name }),
  /** `from`: the first day of the new name. */
  'rename-agency': z.strictObject({ agency: AgencyId, name, from: DayField }),
  /** `from`: the first day on which the agency is no more, and `into` does its work. */
  'merge-agency': z.strictObject({ agency: AgencyId, into: AgencyId, from: DayField }),
} as const

export const agencyDeliveries = {
  'add-agency': 'online-only',
  'rename-agency': 'online-only',
  'merge-agency': 'online-only',
} as const
