import type { PersonId } from '../../shared/domain/id.ts'
import { dayMs, instant } from '../../shared/lib/time.ts'
import type { MailState, MailTested } from '../../shared/protocol/mail.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { MailOwner, MailSender, MailStore } from './mail-port.ts'
import type { Clock, Random } from './ports.ts'

/** What the administrator does with e-mail: addresses, a test, what failed. */
export type MailDesk = {
  state(): Promise<MailState>
  /** @returns false where there is no such person or agency. */
  setAddress(owner: string, address: string | null, by: PersonId): Promise<boolean>
  /** Null where no e-mail is configured. */
  test(address: string): Promise<MailTested | null>
  again(id: string): Promise<boolean>
  /** For a job: forgets letters that were settled long ago. */
  sweep(): Promise<void>
}

const shownFailures = 50
const countedMs = 7 * dayMs
const keptMs = 90 * dayMs

export function createMailDesk(deps: {
  store: MailStore
  sender: MailSender | null
  ledger: Pick<LedgerReads, 'rows'>
  clock: Clock
  random: Random
}): MailDesk {
  const { store, sender, clock } = deps
  return {
    state: async () => {
      const [counts, addresses, failures] = await Promise.all([
        store.counts(instant(clock.now() - countedMs)),
        store.addresses(),
        store.failures(shownFailures),
      ])
      return {
        sender: sender && { server: sender.server, from: sender.from },
        counts,
        addresses,
        failures: failures.map(({ notice, ...failure }) => ({ ...failure, notice: notice.kind })),
      }
    },
    setAddress: async (owner, address, by) => {
      if ((await deps.ledger.rows([owner])).length === 0) return false
      await store.setAddress(owner as MailOwner, address, by, clock.now())
      return true
    },
    test: async (address) => {
      if (!sender) return null
      const id = Buffer.from(deps.random(20)).toString('hex')
      const sent = await sender.send({ id, to: { name: '', address }, notice: { kind: 'test' } })
      return { fault: sent.ok ? null : sent.error }
    },
    again: (id) => store.again(id, clock.now()),
    sweep: () => store.removeBefore(instant(clock.now() - keptMs)),
  }
}
