import type { ActId } from '../../shared/domain/id.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { MakeAct } from './make-act.ts'
import type { OutboxStore, StoreFault } from './ports.ts'
import { asStoreFault } from './store-fault.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Signs an act and stores it to be sent, now or when there is a network; resolves when it is durable. */
export type QueueAct = (request: Parameters<MakeAct>[0]) => Promise<Result<ActId, StoreFault>>

export const createQueueAct =
  (deps: {
    copy: Pick<WorkingCopy, 'refresh'>
    makeAct: MakeAct
    outbox: OutboxStore
    onQueued(): void
  }): QueueAct =>
  async (request) => {
    try {
      const item = await deps.makeAct(request)
      await deps.outbox.add(item)
      await shown(deps.copy)
      deps.onQueued()
      return ok(item.id)
    } catch (error) {
      const fault = asStoreFault(error)
      if (fault === null) throw error
      return fail(fault)
    }
  }

/** What is durable stays so where it cannot be read at this moment: whoever is told otherwise signs it twice. */
async function shown(copy: Pick<WorkingCopy, 'refresh'>): Promise<void> {
  try {
    await copy.refresh('outbox')
  } catch (error) {
    if (asStoreFault(error) === null) throw error
  }
}
