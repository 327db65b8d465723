import { dayMs, hourMs, type Instant, instant, minuteMs } from '../../shared/lib/time.ts'
import type { MailFault } from '../../shared/protocol/mail.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { MailSender, MailStore, WaitingMail } from './mail-port.ts'
import type { Clock, Log } from './ports.ts'

const atOnce = 20
/** Longer than any attempt takes; a letter of a server that died in the middle is tried again after it. */
const leaseMs = 10 * minuteMs
const keptTryingMs = 3 * dayMs
const longestPauseMs = hourMs

/**
 * Sends what waits, a few at a time. A letter is marked as sent after the mail server has taken it: a server that dies in between
 * sends it once more, under the same name (at least once, and recognisably so).
 */
export function createMailRound(deps: {
  store: MailStore
  ledger: Pick<LedgerReads, 'rows'>
  sender: MailSender
  clock: Clock
  log: Log
}): () => Promise<number> {
  const { store, sender, clock, log } = deps

  const sendOne = async (mail: WaitingMail) => {
    const failed = async (fault: MailFault) => {
      const now = clock.now()
      const next = nextTry(mail, fault, now)
      await store.failed(mail.id, fault, now, next)
      log('warn', 'mail-failed', {
        id: mail.id,
        fault: fault.kind,
        code: fault.code,
        tries: mail.tries,
        isGivenUp: next === null,
      })
    }
    const { id, address, owner, notice } = mail
    if (address === null) return await failed({ kind: 'no-address', code: null, answer: '' })
    const [row] = await deps.ledger.rows([owner])
    const { entity } = row ?? {}
    const name = entity?.kind === 'person' || entity?.kind === 'agency' ? entity.name : ''
    const sent = await sender.send({ id, to: { name, address }, notice })
    if (!sent.ok) return await failed(sent.error)
    await store.sent(id, clock.now())
  }

  return async () => {
    const now = clock.now()
    const mails = await store.take(now, instant(now + leaseMs), atOnce)
    await Promise.all(mails.map(sendOne))
    return mails.length
  }
}

/** Null: given up. What the mail server refuses for good, and an address that is gone, is not tried again by itself. */
export function nextTry(
  { writtenAt, tries }: Pick<WaitingMail, 'writtenAt' | 'tries'>,
  { kind }: Pick<MailFault, 'kind'>,
  now: Instant,
): Instant | null {
  if (kind === 'refused' || kind === 'no-address' || now - writtenAt >= keptTryingMs) return null
  return instant(now + Math.min(longestPauseMs, minuteMs * 2 ** Math.min(tries - 1, 10)))
}
