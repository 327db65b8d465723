import { z } from 'zod'
import { ActId, type AgendaItemId, DayField, type MeetingId, type TaskId } from '../../shared/domain/id.ts'
import { type PointFacts, PointOutcome, responseKey } from '../../shared/domain/point.ts'

/** What is being written in a sheet and is not signed yet, kept by name in the drafts of this device (O7). */

const ResponseDraft = z.strictObject({
  outcome: PointOutcome.nullable(),
  reason: z.string(),
  place: z.string(),
  /** The response that its author had before them; null where there was none. */
  replaces: ActId.nullable(),
})
export type ResponseDraft = z.infer<typeof ResponseDraft>

export const responseDraftName = ({ ballot, issue, point }: PointFacts): string =>
  responseKey(ballot, issue, point)

/** Where somebody has responded since, the words stay and the outcome is to be chosen anew. */
export function parseResponseDraft(value: unknown, replaces: ActId | null): ResponseDraft | null {
  const draft = ResponseDraft.safeParse(value).data
  if (!draft) return null
  return draft.replaces === replaces ? draft : { ...draft, outcome: null, replaces }
}

const DeskDraft = z.strictObject({
  text: z.string(),
  percent: z.number().nullable(),
  number: z.string(),
  date: DayField.nullable(),
})
export type DeskDraft = z.infer<typeof DeskDraft>

export const deskDraftName = (task: TaskId, action: string): string => `desk/${task}/${action}`

export const parseDeskDraft = (value: unknown): DeskDraft | null => DeskDraft.safeParse(value).data ?? null

/** The note to one's position; null as long as nothing was written over what was said. */
const NoteDraft = z.strictObject({ note: z.string().nullable() })
export type NoteDraft = z.infer<typeof NoteDraft>

export const noteDraftName = (meeting: MeetingId, item: AgendaItemId): string => `position/${meeting}/${item}`

export const parseNoteDraft = (value: unknown): NoteDraft | null => NoteDraft.safeParse(value).data ?? null
