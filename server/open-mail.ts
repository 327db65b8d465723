import type { Database } from './app/database.ts'
import type { MailSender } from './app/mail-port.ts'
import { createMailReminders } from './app/mail-reminders.ts'
import { createMailRound } from './app/mail-round.ts'
import type { Clock, Log } from './app/ports.ts'
import type { Configuration } from './configuration.ts'
import { createSmtp } from './mail/create-smtp.ts'

type Jobs = { sendMail(): Promise<unknown>; remind(): Promise<unknown> }

/** What sends letters, and its jobs; where no e-mail is configured, nothing does. */
export function openMail(
  configuration: Configuration['mail'],
  { mail: store, ledger: { read: ledger } }: Pick<Database, 'mail' | 'ledger'>,
  { clock, log }: { clock: Clock; log: Log },
): { sender: MailSender | null; jobs: Jobs } {
  if (!configuration) return { sender: null, jobs: { sendMail: async () => {}, remind: async () => {} } }
  const sender = createSmtp(configuration)
  return {
    sender,
    jobs: {
      sendMail: createMailRound({ store, ledger, sender, clock, log }),
      remind: createMailReminders({ store, ledger, clock }),
    },
  }
}
