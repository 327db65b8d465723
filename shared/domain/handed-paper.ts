import { z } from 'zod'
import { AgendaItemId, InstantField, MeetingId, PaperId, PersonId, textField } from './id.ts'

/**
 * D3: a state secret is on no device. What is written down is who was given which copy of the paper by whom, and when it came
 * back: for those who prepare the meeting, and for whoever holds it.
 */

const byAt = { by: PersonId, at: InstantField }

/** As it stands on the paper. */
export const CopyNumber = textField(50)

export const HandedPaper = z.strictObject({
  kind: z.literal('handed-paper'),
  meeting: MeetingId,
  item: AgendaItemId,
  paper: PaperId,
  person: PersonId,
  /** The first handed out first. */
  copies: z
    .array(z.strictObject({ copy: CopyNumber, ...byAt, returned: z.strictObject(byAt).nullable() }))
    .min(1),
})
export type HandedPaper = z.infer<typeof HandedPaper>

type PaperName = Pick<HandedPaper, 'meeting' | 'item' | 'paper'>

/** Of all who were given the paper. */
export const handedPaperPrefix = ({ meeting, item, paper }: PaperName): string =>
  `handed-paper/${meeting}/${item}/${paper}/`

export const handedPaperKey = (name: PaperName, person: PersonId): string =>
  `${handedPaperPrefix(name)}${person}`

/** Copies that have not come back. */
export const copiesOut = ({ copies }: HandedPaper): HandedPaper['copies'] =>
  copies.filter(({ returned }) => returned === null)
