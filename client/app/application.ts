import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { VerifyP256 } from '../../shared/protocol/crypto-ports.ts'
import { createClearBrowser } from './clear-browser.ts'
import { type Enrolled, enrolledHere } from './enrolled-here.ts'
import { createLeftBehind } from './left-behind.ts'
import { createLockedDelivery, type DeliverLocked, type Sending } from './locked-delivery.ts'
import { leaseLapsed } from './offline-lease.ts'
import { createOpenApp } from './open-app.ts'
import type { OpenAppDeps } from './open-app-deps.ts'
import { isWipeOrder } from './order.ts'
import type { Phase, UnlockProblem } from './phase.ts'
import { ledgerKeyOf } from './pinned-key.ts'
import type { DeviceIdentity, NetworkFault, UnlockedKeys } from './ports.ts'
import { signReportWiped } from './report-wiped.ts'
import { createSignOn, type EnrolFault } from './sign-on.ts'
import { asStoreFault } from './store-fault.ts'
import type { Tablets } from './tablet.ts'
import { isRevoked, isTurnedAway } from './turned-away.ts'
import { unattended } from './unattended.ts'

/** From the first tap to the open application and back: who is here, locked or open, waiting, revoked. */

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
  /**
   * Whether a locked device is to destroy what it holds: asked at each contact, since nobody may ever unlock it again (O5).
   * An emptied one has its browser clear up, where that failed.
   */
  checkIn(): Promise<void>
  /** Ends the session with the server, too; what was signed is still delivered, since it authenticates itself. */
  signOut(): Promise<void>
  /** Back to sign-in by password while nothing has been enrolled. */
  leaveEnrolment(): void
  /**
   * A new enrolment in place of one that is revoked, or whose pass phrase is forgotten. Until it has come about nothing
   * changes; afterwards the old store is kept until everything signed in it has arrived.
   */
  registerAgain(): void
  /** From there back to the lock. */
  goBack(): void
  /** Acts of earlier enrolments in this browser that are still on their way. */
  leftBehind(): number
}

export function createApplication(
  deps: OpenAppDeps & {
    tablets: Tablets
    verifyP256: VerifyP256
    deliverLocked: DeliverLocked
  },
): Application {
  const { api, tablets, clock, deliverLocked } = deps
  const crypto = { verifyEd25519: deps.crypto.verifyEd25519, verifyP256: deps.verifyP256 }
  const signOn = createSignOn(deps)
  let phase: Phase = { kind: 'starting' }
  let held: Enrolled | null = null
  let delivery: { stop(): void } | null = null
  let sending: Sending | null = null
  /** Several learn at once that they are turned away; one of them destroys. */
  let obeying: Promise<boolean> | null = null
  const browser = createClearBrowser(deps)
  const listeners = new Set<() => void>()

  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const enter = (next: Phase) => {
    phase = next
    tell()
  }

  const leftBehind = createLeftBehind({ tablets, deliver: deliverLocked, crypto, onChange: tell })

  const deliver = ({ identity, tablet: { outbox } }: Enrolled) => {
    sending = null
    const onChange = (next: Sending) => {
      sending = next
      if (phase.kind === 'locked') enter({ ...phase, sending })
    }
    return createLockedDelivery({ identity, outbox, deliver: deliverLocked, crypto, onChange })
  }

  const toLocked = () => {
    if (!held) return enter({ kind: 'new', canGoBack: false })
    const { identity, tablet } = held
    tablet.keyring.lock()
    delivery ??= deliver(held)
    enter({ kind: 'locked', wasRevoked: identity.state === 'revoked', identity, sending })
    return undefined
  }

  const toRest = (since: Instant | null) => {
    if (held?.identity.state !== 'pending') return toLocked()
    held.tablet.keyring.lock()
    enter({ kind: 'pending', since, identity: held.identity })
    return undefined
  }

  /** What the server has said of this device; a storage that fails now is no reason to stay open. */
  const keepState = async (of: Enrolled, state: DeviceIdentity['state']) => {
    if (of.identity.state === state) return
    of.identity = { ...of.identity, state }
    try {
      await of.tablet.device.write(of.identity)
    } catch (error) {
      if (!asStoreFault(error)) throw error
    }
  }

  /**
   * @returns true where this device was told, provably, to destroy what it holds: it has, or it stays locked until what is
   * unsent has been handed over.
   */
  const obeyOrder = (keys: UnlockedKeys | null): Promise<boolean> => {
    obeying ??= lookForOrder(keys).finally(() => {
      obeying = null
    })
    return obeying
  }

  const lookForOrder = async (keys: UnlockedKeys | null): Promise<boolean> => {
    if (!held) return false
    const { identity, tablet, owner } = held
    const reply = await api.order(identity.device)
    if (!reply.ok || reply.value === null) return false
    const { verifyEd25519 } = deps.crypto
    if (!(await isWipeOrder(reply.value, identity.device, ledgerKeyOf(identity), verifyEd25519))) return false
    await keepState(held, 'revoked')
    // Locked by its owner at this moment: wiped all the same.
    const lastWord = keys && (await signReportWiped(identity, keys, deps).catch(() => null))
    if (phase.kind === 'open') phase.app.close()
    let isHandedOver = true
    try {
      await tablets.destroy(tablet, async (unsent) => {
        isHandedOver = unsent.length === 0 || (await api.sendActs(unsent)).ok
        if (!isHandedOver) throw new Error('unsent acts could not be handed over')
      })
    } catch (error) {
      if (isHandedOver) throw error
      toLocked()
      return true
    }
    delivery?.stop()
    delivery = null
    held = null
    browser.emptied(owner)
    enter({ kind: 'wiped' })
    if (lastWord) await api.sendActs([lastWord])
    await browser.clear()
    return true
  }

  const open = (keys: UnlockedKeys) => {
    if (!held) return
    const mine = held
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
            const wasRevoked = !renewed.ok && isRevoked(renewed.error)
            if (wasRevoked) await keepState(mine, 'revoked')
            // Locked and opened again meanwhile: the next one finds out by itself.
            if (phase.kind !== 'open' || phase.app !== app) return
            if (renewed.ok) app.syncNow()
            else if (isTurnedAway(renewed.error) && !(await obeyOrder(keys)) && wasRevoked) {
              app.close()
              toLocked()
            }
          }),
        )
      },
    })
    enter({ kind: 'open', app })
    leftBehind.takenOver()
  }

  return {
    phase: () => phase,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: async () => {
      try {
        held = await enrolledHere(tablets)
      } catch {
        return enter({ kind: 'refused' })
      }
      if (!held) return enter({ kind: 'new', canGoBack: false })
      toRest(null)
      unattended(leftBehind.start(held.owner))
      await obeyOrder(null)
    },
    stop: () => {
      if (phase.kind === 'open') phase.app.close()
      delivery?.stop()
      delivery = null
      leftBehind.stop()
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
    leaveEnrolment: () => enter({ kind: 'new', canGoBack: held !== null }),
    registerAgain: () => {
      if (phase.kind === 'locked' || phase.kind === 'pending') enter({ kind: 'new', canGoBack: true })
    },
    goBack: () => {
      if (phase.kind === 'new' && held) toRest(null)
    },
    leftBehind: leftBehind.waiting,
    enrol: async (request) => {
      if (phase.kind !== 'enrolling') return fail({ kind: 'signed-out' })
      const reply = await signOn.enrol({ ...request, session: phase.session })
      if (!reply.ok) return reply
      const { identity, tablet, keys } = reply.value
      delivery?.stop()
      delivery = null
      held = { owner: { person: identity.person, device: identity.device }, tablet, identity }
      if (identity.state === 'pending') toRest(clock.now())
      else {
        await signOn.renew(held.owner, keys)
        open(keys)
      }
      unattended(leftBehind.start({ person: identity.person, device: identity.device }))
      return ok(null)
    },
    unlock: async (passPhrase) => {
      if (!held) return fail({ kind: 'no-keys' })
      const mine = held
      const { tablet, owner } = mine
      const unlocked = await tablet.keyring.unlock(passPhrase)
      if (!unlocked.ok) return unlocked
      const renewed = await signOn.renew(owner, unlocked.value)
      // Another tab has taken over meanwhile.
      if (held !== mine) return fail({ kind: 'no-keys' })
      // What the server once said stands until it says otherwise, and not only while it can be asked (O5).
      if (!renewed.ok && (isRevoked(renewed.error) || held.identity.state === 'revoked')) {
        await keepState(held, 'revoked')
        if (await obeyOrder(unlocked.value)) return ok(null)
        toLocked()
        return fail({ kind: 'revoked', wasAsked: isRevoked(renewed.error) })
      }
      if (renewed.ok) await keepState(held, 'active')
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
    checkIn: async () => {
      if (phase.kind === 'locked' || phase.kind === 'pending') await obeyOrder(null)
      if (phase.kind === 'wiped') await browser.clear()
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
