import { ActId } from '../../shared/domain/id.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { ActIntake } from './act-intake.ts'
import type { OutboxIntake } from './room-port.ts'

/** An outbox room's update and the acts that it brought are stored by one transaction (architecture.md, step 8). */
export const createOutboxIntake = (intake: Pick<ActIntake, 'accept'>): OutboxIntake => ({
  take: async (batch) => {
    const acts = batch.flatMap(({ entries }) =>
      entries.flatMap(({ id, sealed }) => {
        const act = ActId.safeParse(id)
        // A key that is no act id cannot be answered by a receipt: the room keeps it, nothing decides it.
        return act.success ? [{ id: act.data, sealed: Uint8Array.from(sealed) as Bytes }] : []
      }),
    )
    const updates = batch.map(({ room, update }) => ({ room, update }))
    return (await intake.accept(acts, updates)).roomNumbers
  },
})
