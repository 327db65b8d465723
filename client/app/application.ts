import { settingsOn } from '../../shared/domain/settings.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { dayOf, type Instant } from '../../shared/lib/time.ts'
import type { SessionInfo } from '../../shared/protocol/api.ts'
import { createOpenApp, ledgerKeyOf, type OpenApp, type OpenAppDeps } from './open-app.ts'
import { isWipeOrder } from './order.ts'
import type { DeviceIdentity, NetworkFault, UnlockedKeys, UnlockFault } from './ports.ts'
import { createSignOn, type EnrolFault } from './sign-on.ts'
import type { Owner, Tablet, Tablets } from './tablet.ts'
import { unattended } from './unattended.ts'

/** From the first tap to the open application and back: who is here, locked or open, waiting, revoked. */

export type Phase =
  | { kind: 'starting' }
  /** Nobody has enrolled in this browser: sign in by account and password. */
  | { kind: 'new' }
  /** Signed in; the one-time code makes this browser a device. */
  | { kind: 'enrolling'; session: SessionInfo }
  /** A further device waits for two officers. */
  | { kind: 'pending'; since: Instant | null }
  | { kind: 'locked'; wasRevoked: boolean }
  | { kind: 'open'; app: OpenApp }
  | { kind: 'wiped' }

export type UnlockProblem =
  | UnlockFault
  | { kind: 'lease-expired'; syncedAt: Instant }
  | { kind: 'still-pending' }
  /** The server knows this device and has revoked it; the phase says so, too. */
  | { kind: 'revoked' }

export type Application = {
  phase(): Phase
  subscribe(listener: () => void): () => void
  start(): Promise<void>
  /** Another tab takes over: everything stops and closes here; `start` begins anew. */
  stop(): void
  signIn(account: string, password: string): Promise<Result<null, NetworkFault>>
  enrol(request: { code: string; label: string; passPhrase: string }): Promise<Result<null, EnrolFault>>
  unlock(passPhrase: string): Promise<Result<null, UnlockProblem>>
  lock(): void
  /** Ends the session with the server, too; what was signed is still delivered, since it authenticates itself. */
  signOut(): Promise<void>
  /** Back to sign-in by password while nothing has been enrolled. */
  leaveEnrolment(): void
}

export function createApplication(
  deps: OpenAppDeps & {
    tablets: Tablets
    /** Delivers the outbox while the app is locked; the composition root stops it when the app opens. */
    deliverLocked(identity: DeviceIdentity, tablet: Tablet): { stop(): void }
  },
): Application {
  const { api, tablets, clock } = deps
  const signOn = createSignOn(deps)
  let phase: Phase = { kind: 'starting' }
  let held: { owner: Owner; tablet: Tablet; identity: DeviceIdentity } | null = null
  let delivery: { stop(): void } | null = null
  const listeners = new Set<() => void>()

  const enter = (next: Phase) => {
    phase = next
    for (const listener of [...listeners]) listener()
  }

  const toLocked = (wasRevoked = false) => {
    if (!held) return enter({ kind: 'new' })
    held.tablet.keyring.lock()
    delivery ??= deps.deliverLocked(held.identity, held.tablet)
    enter({ kind: 'locked', wasRevoked })
    return undefined
  }

  /**
   * @returns true where this device was told, provably, to destroy what it holds: it has, or it stays locked until what is
   * unsent has been handed over.
   */
  const obeyOrder = async (keys: UnlockedKeys | null): Promise<boolean> => {
    if (!held) return false
    const { identity, tablet } = held
    const reply = await api.order(identity.device)
    if (!reply.ok || reply.value === null) return false
    const { verifyEd25519 } = deps.crypto
    if (!(await isWipeOrder(reply.value, identity.device, ledgerKeyOf(identity), verifyEd25519))) return false
    if (phase.kind === 'open') {
      // Locked by its owner while the last word goes out: wiped all the same.
      const { app } = phase
      if (keys) await app.reportWiped()
      app.close()
    }
    let isHandedOver = true
    try {
      await tablets.destroy(tablet, async (unsent) => {
        isHandedOver = unsent.length === 0 || (await api.sendActs(unsent)).ok
        if (!isHandedOver) throw new Error('unsent acts could not be handed over')
      })
    } catch (error) {
      if (isHandedOver) throw error
      toLocked(true)
      return true
    }
    delivery?.stop()
    held = null
    enter({ kind: 'wiped' })
    return true
  }

  const open = (keys: UnlockedKeys) => {
    if (!held) return
    const { identity, tablet, owner } = held
    delivery?.stop()
    delivery = null
    const app = createOpenApp({
      ...deps,
      identity,
      tablet,
      keys,
      onSignedOut: () => {
        unattended(
          signOn.renew(owner, keys).then(async (renewed) => {
            // Locked and opened again meanwhile: the next one finds out by itself.
            if (phase.kind !== 'open' || phase.app !== app) return
            if (renewed.ok) app.syncNow()
            else if (isTurnedAway(renewed.error) && !(await obeyOrder(keys))) {
              app.close()
              toLocked(true)
            }
          }),
        )
      },
    })
    enter({ kind: 'open', app })
  }

  return {
    phase: () => phase,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: async () => {
      const owner = await tablets.owner()
      if (!owner) return enter({ kind: 'new' })
      const tablet = tablets.open(owner)
      const identity = await tablet.device.read()
      if (!identity) return enter({ kind: 'new' })
      held = { owner, tablet, identity }
      toLocked()
      await obeyOrder(null)
    },
    stop: () => {
      if (phase.kind === 'open') phase.app.close()
      delivery?.stop()
      delivery = null
      held?.tablet.keyring.lock()
      held = null
      enter({ kind: 'starting' })
    },
    signIn: async (account, password) => {
      const reply = await signOn.signIn(account, password)
      if (!reply.ok) return reply
      enter({ kind: 'enrolling', session: reply.value })
      return ok(null)
    },
    leaveEnrolment: () => enter({ kind: 'new' }),
    enrol: async (request) => {
      if (phase.kind !== 'enrolling') return fail({ kind: 'signed-out' })
      const reply = await signOn.enrol({ ...request, session: phase.session })
      if (!reply.ok) return reply
      const { identity, tablet, keys } = reply.value
      held = { owner: { person: identity.person, device: identity.device }, tablet, identity }
      if (identity.state === 'pending') {
        tablet.keyring.lock()
        enter({ kind: 'pending', since: clock.now() })
      } else {
        await signOn.renew(held.owner, keys)
        open(keys)
      }
      return ok(null)
    },
    unlock: async (passPhrase) => {
      if (!held) return fail({ kind: 'no-keys' })
      const { tablet, owner } = held
      const unlocked = await tablet.keyring.unlock(passPhrase)
      if (!unlocked.ok) return unlocked
      const renewed = await signOn.renew(owner, unlocked.value)
      if (!renewed.ok && isRevoked(renewed.error)) {
        if (await obeyOrder(unlocked.value)) return ok(null)
        toLocked(true)
        return fail({ kind: 'revoked' })
      }
      if (renewed.ok && held.identity.state === 'pending') {
        held.identity = { ...held.identity, state: 'active' }
        await tablet.device.write(held.identity)
      }
      if (held.identity.state === 'pending') {
        tablet.keyring.lock()
        return fail({ kind: 'still-pending' })
      }
      if (!renewed.ok) {
        const lapsed = await leaseLapsed(tablet, clock.now())
        if (lapsed !== null) {
          tablet.keyring.lock()
          return fail({ kind: 'lease-expired', syncedAt: lapsed })
        }
        if (isTurnedAway(renewed.error) && (await obeyOrder(unlocked.value))) return ok(null)
      }
      open(unlocked.value)
      return ok(null)
    },
    lock: () => {
      if (phase.kind !== 'open') return
      phase.app.close()
      toLocked()
    },
    signOut: async () => {
      if (phase.kind !== 'open') return
      const ended = api.signOut()
      phase.app.close()
      toLocked()
      await ended
    },
  }
}

/** This device is not let in (any more). A server in trouble or under load refuses too, and means nobody by it. */
const isTurnedAway = (fault: NetworkFault): boolean =>
  fault.kind === 'refused' && fault.status < 500 && fault.status !== 429

const isRevoked = (fault: NetworkFault): boolean =>
  fault.kind === 'refused' && fault.error.kind === 'device-not-active' && fault.error['state'] === 'revoked'

/** The hour of the last contact where it lies further back than the lease allows (trust.md, "offline lease"). */
async function leaseLapsed({ rows }: Tablet, now: Instant): Promise<Instant | null> {
  const { syncedAt } = await rows.cursor()
  if (syncedAt === null) return null
  const row = (await rows.all()).find(({ key }) => key === 'settings')
  const history = row?.entity.kind === 'settings' ? row.entity : undefined
  return now - syncedAt > settingsOn(history, dayOf(now)).offlineLeaseMs ? syncedAt : null
}
