import type { Socket } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../server/app/database.ts'
import { addressed } from '../../server/app/mail-notices.ts'
import type { MailStore } from '../../server/app/mail-port.ts'
import { createMailRound, nextTry } from '../../server/app/mail-round.ts'
import { person } from '../../server/app/testing/test-office.ts'
import { createSmtp, type SmtpConfiguration } from '../../server/mail/create-smtp.ts'
import { BallotId } from '../../shared/domain/id.ts'
import { dayMs, hourMs, instant, minuteMs } from '../../shared/lib/time.ts'
import { refusal as error, openMailServer } from '../testing/mail-server.ts'
import { opened, startCluster } from './postgres-cluster.ts'

/** Letters from PostgreSQL through a mail server of their own, which does what mail servers do. */

let cluster: Awaited<ReturnType<typeof startCluster>>
let database: Database
let now = instant(Date.UTC(2026, 2, 2, 2))
const closers: (() => Promise<void> | void)[] = []
beforeAll(async () => {
  cluster = await startCluster()
})
afterAll(() => cluster.stop())
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function mailServer(more: SMTPServerOptions = {}) {
  const opened = await openMailServer(more)
  closers.push(opened.close)
  return opened
}

function senderTo(port: number, more: Partial<SmtpConfiguration> = {}) {
  const sender = createSmtp({
    ...{ host: '127.0.0.1', port, tls: 'if-offered', login: null, publicUrl: 'https://phonghop.vn' },
    from: { name: 'Văn phòng Chính phủ', address: 'phonghop@vpcp.vn' },
    ...more,
  })
  closers.push(() => sender.close())
  return sender
}

async function freshOffice(addresses: readonly string[]) {
  database = await opened(await cluster.freshUrl())
  closers.push(() => database.close())
  for (const address of addresses) {
    await database.mail.setAddress(`person/${address.split('@')[0]}`, address, person('admin'), now)
  }
  return database
}

const notice = {
  kind: 'ballot-issued',
  ballot: BallotId.parse('ballot'),
  number: '0123/PLYK/2026',
  deadlineAt: instant(Date.UTC(2026, 2, 4, 9)),
} as const

const round = (sender: ReturnType<typeof senderTo>, store: MailStore = database.mail) =>
  createMailRound({ store, ledger: database.ledger.read, sender, clock: { now: () => now }, log: () => {} })

const write = (owners: readonly string[]) =>
  database.mail.put(
    owners.flatMap((owner) => addressed('cause', [`person/${owner}`], notice)),
    now,
  )
const counts = () => database.mail.counts(instant(0))
const idOf = (text = '') => /^Message-ID: (<.*>)/im.exec(text)?.[1]

describe('letters through a mail server', () => {
  it('[B16] are delivered once, to one recipient each; who has no address gets none', async () => {
    await freshOffice(['m2@chinhphu.vn', 'm3@chinhphu.vn'])
    const { letters, port } = await mailServer()
    await write(['m2', 'm3', 'm4'])
    const send = round(senderTo(port))
    expect([await send(), await send()]).toEqual([2, 0])
    expect(letters.map(({ to }) => to).sort()).toEqual(['m2@chinhphu.vn', 'm3@chinhphu.vn'])
    expect(await counts()).toMatchObject({ waiting: 0, sent: 2, givenUp: 0 })
    expect(letters[0]?.text).toContain('Auto-Submitted: auto-generated')
  })

  it('[O6] names and numbers with diacritics and line breaks begin no header of their own', async () => {
    const { letters, port } = await mailServer()
    const sender = senderTo(port)
    const name = 'Nguyễn Văn Ẩn\r\nBcc: ai@khac.vn'
    const sent = await sender.send({
      id: 'a'.repeat(40),
      to: { name, address: 'm2@chinhphu.vn' },
      notice: { ...notice, number: '12\r\nX-Evil: 1' },
    })
    expect(sent).toEqual({ ok: true, value: null })
    const head = letters[0]?.text.split('\r\n\r\n')[0] ?? ''
    expect(letters[0]?.to).toBe('m2@chinhphu.vn')
    expect(head).not.toMatch(/^(Bcc|X-Evil):/im)
    expect(head).toMatch(/^Subject: =\?UTF-8\?/m)
    expect(head).toMatch(/^To: .*=\?UTF-8\?[\s\S]*<m2@chinhphu.vn>/m)
    expect(idOf(head)).toBe(`<${'a'.repeat(40)}@vpcp.vn>`)
  })

  it('[B16] put off by the mail server (4xx) are tried again after a pause, then delivered', async () => {
    await freshOffice(['m2@chinhphu.vn'])
    let isGrey = true
    const { letters, port } = await mailServer({
      onRcptTo: (_address, _session, done) => done(isGrey ? error('greylisted', 451) : null),
    })
    await write(['m2'])
    const send = round(senderTo(port))
    await send()
    const [failure] = await database.mail.failures(9)
    expect(failure).toMatchObject({ state: 'waiting', tries: 1, fault: { kind: 'later', code: 451 } })
    isGrey = false
    expect(await send()).toBe(0)
    now = instant(now + minuteMs)
    expect(await send()).toBe(1)
    expect([letters.length, (await counts()).sent]).toEqual([1, 1])
  })

  it('[B16] a recipient who is refused for good is given up, and written to once more when asked', async () => {
    await freshOffice(['m2@chinhphu.vn'])
    let isKnown = false
    const { letters, port } = await mailServer({
      onRcptTo: (_address, _session, done) => done(isKnown ? null : error('no such user', 550)),
    })
    await write(['m2'])
    const send = round(senderTo(port))
    await send()
    const [failure] = await database.mail.failures(9)
    expect(failure).toMatchObject({ state: 'given-up', fault: { kind: 'refused', code: 550 } })
    isKnown = true
    expect(await database.mail.again(failure?.id ?? '', now)).toBe(true)
    await send()
    expect(letters).toHaveLength(1)
  })

  it('[O5] a wrong password is said as such, and letters wait for the right one', async () => {
    await freshOffice(['m2@chinhphu.vn'])
    const { letters, port } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'vpcp' && password === 'đúng' ? done(null, { user: 'vpcp' }) : done(error('wrong', 535)),
    })
    await write(['m2'])
    await round(senderTo(port, { login: { user: 'vpcp', password: 'sai' } }))()
    const [failure] = await database.mail.failures(9)
    expect(failure).toMatchObject({ state: 'waiting', fault: { kind: 'not-let-in', code: 535 } })
    expect(JSON.stringify(failure)).not.toContain('sai')
    now = instant(now + minuteMs)
    await round(senderTo(port, { login: { user: 'vpcp', password: 'đúng' } }))()
    expect(letters).toHaveLength(1)
  })

  it('[O5] nothing is sent in the clear where TLS is required', async () => {
    await freshOffice(['m2@chinhphu.vn'])
    const { letters, port } = await mailServer()
    await write(['m2'])
    await round(senderTo(port, { tls: 'required' }))()
    const [failure] = await database.mail.failures(9)
    expect([letters, failure?.fault.kind, failure?.state]).toEqual([[], 'no-tls', 'waiting'])
  })

  it('[O5] nothing is sent under a certificate that nobody vouches for, and it is said that this is why', async () => {
    await freshOffice(['m2@chinhphu.vn'])
    const { letters, port } = await mailServer({ disabledCommands: [] })
    await write(['m2'])
    await round(senderTo(port, { tls: 'required' }))()
    const [failure] = await database.mail.failures(9)
    expect([letters, failure?.fault.kind, failure?.state]).toEqual([[], 'untrusted', 'waiting'])
    const secure = await mailServer({ secure: true })
    const other = await senderTo(secure.port, { tls: 'from-the-start' }).send({
      ...{ id: 'b'.repeat(40), to: { name: '', address: 'm2@chinhphu.vn' }, notice },
    })
    expect(other).toMatchObject({ ok: false, error: { kind: 'untrusted' } })
  })

  it('[B16] a connection cut in the middle of a letter leaves it waiting, and so does a mail server that is not there', async () => {
    await freshOffice(['m2@chinhphu.vn'])
    const sockets: Socket[] = []
    const { port, server } = await mailServer({
      onData: (stream) => {
        stream.resume()
        for (const socket of sockets) socket.destroy()
      },
    })
    server.server.on('connection', (socket: Socket) => sockets.push(socket))
    await write(['m2'])
    await round(senderTo(port))()
    expect((await database.mail.failures(9))[0]).toMatchObject({
      state: 'waiting',
      fault: { kind: 'unreachable' },
    })
    now = instant(now + minuteMs)
    await round(senderTo(1))()
    expect((await database.mail.failures(9))[0]).toMatchObject({ tries: 2, fault: { kind: 'unreachable' } })
    const { letters, port: other } = await mailServer()
    now = instant(now + 2 * minuteMs)
    await round(senderTo(other))()
    expect(letters).toHaveLength(1)
  })

  it('[B16] a server that dies between sending and marking sends once more, under the same name', async () => {
    await freshOffice(['m2@chinhphu.vn'])
    const { letters, port } = await mailServer()
    await write(['m2'])
    const sender = senderTo(port)
    let died = () => {}
    const death = new Promise<void>((resolve) => {
      died = resolve
    })
    const dying = {
      ...database.mail,
      sent: async () => {
        died()
        await new Promise(() => {})
      },
    }
    void round(sender, dying)()
    await death
    expect(await round(sender)()).toBe(0)
    now = instant(now + hourMs)
    expect([await round(sender)(), await round(sender)()]).toEqual([1, 0])
    expect(letters).toHaveLength(2)
    expect(idOf(letters[0]?.text)).toBe(idOf(letters[1]?.text))
  })

  it('[B16] five hundred go out by a few connections, and two servers send none twice', async () => {
    const owners = Array.from({ length: 500 }, (_, i) => `m${i}`)
    await freshOffice(owners.map((owner) => `${owner}@chinhphu.vn`))
    let most = 0
    let open = 0
    const { letters, port } = await mailServer({
      onConnect: (_session, done) => {
        open += 1
        most = Math.max(most, open)
        done()
      },
      onClose: () => {
        open -= 1
      },
    })
    await write(owners)
    const [one, other] = [round(senderTo(port)), round(senderTo(port))]
    const run = async (send: () => Promise<number>) => {
      while ((await send()) > 0);
    }
    await Promise.all([run(one), run(other)])
    expect(new Set(letters.map(({ to }) => to)).size).toBe(500)
    expect(letters).toHaveLength(500)
    expect(most).toBeLessThanOrEqual(8)
  })
})

describe('the next try', () => {
  const mail = (tries: number) => ({ writtenAt: now, tries })
  it.each([
    [1, minuteMs],
    [2, 2 * minuteMs],
    [6, 32 * minuteMs],
    [7, hourMs],
    [500, hourMs],
  ])('[B16] after %i comes in %i ms', (tries, pause) => {
    expect(nextTry(mail(tries), { kind: 'unreachable' }, now)).toBe(now + pause)
  })

  it('[B16] does not come after three days, nor where the mail server has said no', () => {
    expect(nextTry(mail(9), { kind: 'later' }, instant(now + 3 * dayMs))).toBeNull()
    expect(nextTry(mail(1), { kind: 'refused' }, now)).toBeNull()
  })
})
