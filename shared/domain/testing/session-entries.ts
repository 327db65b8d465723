import type { TallyEntry } from '../tally.ts'
import type { SessionOffice } from './session-office.ts'

/** What each member counts as in the last count. */
export const entriesOf = (office: SessionOffice): Record<string, TallyEntry> =>
  Object.fromEntries(office.voteRounds.at(-1)?.tally.entries.map((one) => [one.person, one.entry]) ?? [])
