import { z } from 'zod'
import { AgendaItemId, BallotId, MeetingId } from './id.ts'

/**
 * Where an item of an agenda comes from: a ballot that was sent to a meeting (B4), or the item of an earlier meeting that was put
 * off. The Office says it with the item's words, so who may not read the item does not learn of the link (D2).
 */
export const MatterSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ballot'), ballot: BallotId }),
  z.strictObject({ kind: z.literal('item'), meeting: MeetingId, item: AgendaItemId }),
])
export type MatterSource = z.infer<typeof MatterSource>

export const sourceKey = (source: MatterSource): string =>
  source.kind === 'ballot' ? `ballot/${source.ballot}` : `agenda-item/${source.meeting}/${source.item}`
