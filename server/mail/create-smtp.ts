import { createTransport } from 'nodemailer'
import { fail, ok } from '../../shared/lib/result.ts'
import { secondMs } from '../../shared/lib/time.ts'
import type { MailFault } from '../../shared/protocol/mail.ts'
import type { MailSender } from '../app/mail-port.ts'
import { composeMail, type MailHead } from './compose-mail.ts'

export type SmtpConfiguration = MailHead & {
  host: string
  port: number
  /** `required`: by STARTTLS or not at all; `from-the-start`: the port speaks TLS; `if-offered`: in a network of one's own. */
  tls: 'required' | 'from-the-start' | 'if-offered'
  login: { user: string; password: string } | null
}

/** Letters by SMTP (RFC 5321), over a few connections that are kept. */
export function createSmtp(config: SmtpConfiguration): MailSender {
  const transport = createTransport({
    pool: true,
    maxConnections: 4,
    host: config.host,
    port: config.port,
    secure: config.tls === 'from-the-start',
    requireTLS: config.tls === 'required',
    tls: { rejectUnauthorized: config.tls !== 'if-offered' },
    ...(config.login && { auth: { user: config.login.user, pass: config.login.password } }),
    connectionTimeout: 20 * secondMs,
    greetingTimeout: 20 * secondMs,
    socketTimeout: 60 * secondMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    server: `${config.host}:${config.port}`,
    from: config.from.address,
    send: async (mail) => {
      try {
        await transport.sendMail(composeMail(mail, config))
        return ok(null)
      } catch (error) {
        return fail(faultOf(error))
      }
    },
    close: () => transport.close(),
  }
}

/** What came of it, in the few kinds that ask for different things to be done. */
function faultOf(error: unknown): MailFault {
  const { code, responseCode, response, message } = Object(error) as {
    [name in 'code' | 'responseCode' | 'response' | 'message']?: unknown
  }
  const reply = typeof responseCode === 'number' ? responseCode : null
  const said = typeof response === 'string' ? response : typeof message === 'string' ? message : ''
  return { kind: kindOf(code, reply, said), code: reply, answer: said.slice(0, 500) }
}

function kindOf(code: unknown, reply: number | null, said: string): MailFault['kind'] {
  // Under one code with a port that speaks no TLS, which asks for something else to be done.
  if (reply === null && /certificate/i.test(said)) return 'untrusted'
  if (code === 'ETLS') return 'no-tls'
  if (code === 'EAUTH' || code === 'ENOAUTH' || reply === 530 || reply === 535) return 'not-let-in'
  if (reply === null) return 'unreachable'
  return reply >= 500 ? 'refused' : 'later'
}
