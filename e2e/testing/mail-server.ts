import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail server of one's own, which does what mail servers do. */

export type Letter = { to: string; text: string }

/** As it answers what it does not take. */
export const refusal = (message: string, responseCode: number) =>
  Object.assign(new Error(message), { responseCode })

/** @param more what this one does otherwise; without, it takes everything from everybody in the clear @param at 0: any port */
export async function openMailServer(more: SMTPServerOptions = {}, at = 0) {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    // Who is still connected is cut off.
    closeTimeout: 100,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join()
        letters.push({ to, text: Buffer.concat(chunks).toString() })
        done()
      })
    },
    ...more,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { letters, port, server, close }
}
