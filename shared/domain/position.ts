import { z } from 'zod'
import { ActId, AgendaItemId, Hash, InstantField, MeetingId, PersonId } from './id.ts'

/** Where a member stands on an item before the session (M4). It binds nobody: the vote does. */

export const Stance = z.enum(['no-objection', 'objection', 'wishes-to-speak'])
export type Stance = z.infer<typeof Stance>

const Mark = z.strictObject({ act: ActId, n: z.int().min(0), at: InstantField })

export const Position = z.strictObject({
  kind: z.literal('position'),
  meeting: MeetingId,
  item: AgendaItemId,
  person: PersonId,
  /** In the order of the ledger; the last counts. `contentHash` says which papers it is about. */
  taken: z.array(
    z.strictObject({ ...Mark.shape, stance: Stance, contentHash: Hash, noteCommit: Hash, by: PersonId }),
  ),
  /** That the papers lie on a tablet of this member, and that they were opened: evidence for the Office. */
  delivered: z.array(z.strictObject({ ...Mark.shape, contentHash: Hash })),
  opened: z.array(z.strictObject({ ...Mark.shape, file: Hash })),
})
export type Position = z.infer<typeof Position>

export const positionKey = (meeting: MeetingId, item: AgendaItemId, person: PersonId): string =>
  `position/${meeting}/${item}/${person}`

export const noPosition = (meeting: MeetingId, item: AgendaItemId, person: PersonId): Position => ({
  kind: 'position',
  meeting,
  item,
  person,
  taken: [],
  delivered: [],
  opened: [],
})
