import type { OpenApp } from '../../app/open-app.ts'

/** What the server says of e-mail, or why it does not. */
export type MailReply = Awaited<ReturnType<OpenApp['mail']['readMail']>>
