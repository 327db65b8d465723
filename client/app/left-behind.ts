import type { DeviceId } from '../../shared/domain/id.ts'
import {
  createLockedDelivery,
  type DeliverLocked,
  type DeliveryCrypto,
  type Sending,
} from './locked-delivery.ts'
import type { Owner, Tablet, Tablets } from './tablet.ts'
import { unattended } from './unattended.ts'

/**
 * Stores of earlier enrolments in this browser: after a revocation, or a forgotten pass phrase. Nobody opens them any more,
 * but what was signed there still goes to the Office (O2). Each is destroyed once a new enrolment is in use and the Office
 * has shown a receipt for every act in it, not before.
 */
export type LeftBehind = {
  start(current: Owner): Promise<void>
  /** The new enrolment has been opened. */
  takenOver(): void
  /** Acts in them without a receipt so far. */
  waiting(): number
  stop(): void
}

type Rest = { tablet: Tablet; sending: Sending | null; stop(): void }

export function createLeftBehind(deps: {
  tablets: Pick<Tablets, 'leftBehind' | 'open' | 'discard'>
  deliver: DeliverLocked
  crypto: DeliveryCrypto
  onChange(): void
}): LeftBehind {
  const { tablets, deliver, crypto, onChange } = deps
  const rests = new Map<DeviceId, Rest>()
  let isTakenOver = false
  /** Another object after each start. */
  let life = {}

  const settle = async () => {
    if (!isTakenOver) return
    for (const [device, { tablet, sending, stop }] of [...rests]) {
      if (sending?.waiting !== 0) continue
      rests.delete(device)
      stop()
      await tablets.discard(tablet)
    }
  }

  const take = async (owner: Owner) => {
    const tablet = tablets.open(owner)
    const identity = await tablet.device.read()
    if (!identity || rests.has(owner.device)) return
    const rest: Rest = { tablet, sending: null, stop: () => {} }
    rests.set(owner.device, rest)
    const delivery = createLockedDelivery({
      identity,
      outbox: tablet.outbox,
      deliver,
      crypto,
      onChange: (sending) => {
        rest.sending = sending
        onChange()
        unattended(settle())
      },
    })
    rest.stop = () => delivery.stop()
  }

  return {
    start: async (current) => {
      const mine = life
      for (const owner of await tablets.leftBehind(current)) {
        if (mine === life) await take(owner)
      }
    },
    takenOver: () => {
      isTakenOver = true
      unattended(settle())
    },
    waiting: () => [...rests.values()].reduce((sum, { sending }) => sum + (sending?.waiting ?? 0), 0),
    stop: () => {
      life = {}
      isTakenOver = false
      for (const { stop } of rests.values()) stop()
      rests.clear()
    },
  }
}
