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
      await deps.copy.refresh('outbox')
      deps.onQueued()
      return ok(item.id)
    } catch (error) {
      const fault = asStoreFault(error)
      if (fault === null) throw error
      return fail(fault)
    }
  }
