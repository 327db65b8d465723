import { z } from 'zod'
import { InstantField } from '../domain/id.ts'

/** E-mail as the administrator sees it: whether it goes out, to whom, and what became of it. Never what a letter says. */

const Owner = z.string().regex(/^(person|agency)\/[A-Za-z0-9_-]{1,64}$/)
const Address = z.email().max(254)

/** `code`: of the mail server's reply, where there was one; `answer`: its words, for who keeps it. */
export const MailFault = z.strictObject({
  kind: z.enum(['unreachable', 'no-tls', 'untrusted', 'not-let-in', 'refused', 'later', 'no-address']),
  code: z.int().nullable(),
  answer: z.string().max(500),
})
export type MailFault = z.infer<typeof MailFault>

export const MailCounts = z.strictObject({
  waiting: z.int(),
  sent: z.int(),
  givenUp: z.int(),
  /** When the oldest letter that waits was written. */
  oldestAt: InstantField.nullable(),
})
export type MailCounts = z.infer<typeof MailCounts>

export const MailState = z.strictObject({
  /** Null: not configured. */
  sender: z.strictObject({ server: z.string(), from: z.string() }).nullable(),
  counts: MailCounts,
  addresses: z.array(z.strictObject({ owner: Owner, address: z.string() })),
  failures: z.array(
    z.strictObject({
      id: z.string(),
      owner: Owner,
      notice: z.string(),
      state: z.enum(['waiting', 'given-up']),
      tries: z.int(),
      at: InstantField,
      fault: MailFault,
    }),
  ),
})
export type MailState = z.infer<typeof MailState>

/** `address` null: none any more. */
export const SetMailAddress = z.strictObject({ owner: Owner, address: Address.nullable() })
export const MailTest = z.strictObject({ address: Address })
/** `fault` null: the mail server has taken it. */
export const MailTested = z.strictObject({ fault: MailFault.nullable() })
export type MailTested = z.infer<typeof MailTested>
export const MailAgain = z.strictObject({ id: z.string().max(128) })
