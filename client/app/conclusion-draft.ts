import { z } from 'zod'
import { type AgendaItemId, Hash, type MeetingId } from '../../shared/domain/id.ts'
import type { ConclusionContent, ItemSession } from '../../shared/domain/item-session.ts'

/** A conclusion being written, complete or not, kept by name in the drafts of this device (O7). */

const DraftAssignment = z.strictObject({
  agency: z.string().nullable(),
  text: z.string(),
  /** As the calendar of the screen writes a day. */
  deadline: z.string().nullable(),
  product: z.string(),
})
export type DraftAssignment = z.infer<typeof DraftAssignment>

const ConclusionDraft = z.strictObject({
  text: z.string(),
  lines: z.array(DraftAssignment),
  /** The conclusion that its author had before them; null where there was none. */
  basedOn: Hash.nullable(),
})
export type ConclusionDraft = z.infer<typeof ConclusionDraft>

export const conclusionDraftName = (meeting: MeetingId, item: AgendaItemId): string =>
  `conclusion/${meeting}/${item}`

export const parseConclusionDraft = (value: unknown): ConclusionDraft | null =>
  ConclusionDraft.safeParse(value).data ?? null

/** The conclusion that holds, as something to go on from. */
export const draftOver = (
  { conclusions }: Pick<ItemSession, 'conclusions'>,
  content: ConclusionContent | null,
): ConclusionDraft => ({
  text: content?.text ?? '',
  lines: (content?.assignments ?? []).map((line) => ({ ...line })),
  basedOn: conclusions.at(-1)?.contentHash ?? null,
})
