import { z } from 'zod'
import { Hash, InstantField, MeetingId, PersonId, textField } from './id.ts'

/**
 * The minutes of a meeting ("Biên bản phiên họp"). They are about every item, and so for those alone who read every item: who
 * handles the meeting, and the chair. Each version is kept; the words are a content behind its hash.
 */

/** Characters of one section. */
export const minutesSectionMax = 40_000

export const MinutesSection = z.strictObject({
  /** `opening`, `attendance`, `item/{id}`, `closing`. */
  key: z.string().regex(/^[a-z]+(\/[\w-]{1,64})?$/),
  title: textField(400),
  text: textField(minutesSectionMax, 0),
  /** SHA-256 of what the rows said when they were last taken in here: by it is known what happened since. */
  drafted: Hash,
})
export type MinutesSection = z.infer<typeof MinutesSection>

export const MinutesContent = z.strictObject({
  sections: z
    .array(MinutesSection)
    .min(1)
    .max(300)
    .refine((list) => new Set(list.map(({ key }) => key)).size === list.length, 'two sections with one key'),
})
export type MinutesContent = z.infer<typeof MinutesContent>

const byAt = { by: PersonId, at: InstantField }

export const Minutes = z.strictObject({
  kind: z.literal('minutes'),
  meeting: MeetingId,
  /** Oldest first; each opens to a MinutesContent. */
  versions: z.array(z.strictObject({ hash: Hash, ...byAt })).min(1),
  /** Of the last version; from then on there is no other. */
  signed: z.strictObject(byAt).nullable(),
})
export type Minutes = z.infer<typeof Minutes>

export const minutesKey = (meeting: MeetingId): string => `minutes/${meeting}`
