import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { type RequestListener, request } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayMs } from '../../shared/lib/time.ts'
import { type Listening, listen, type TlsChoice } from './listen.ts'
import { makeSelfSigned } from './self-signed.ts'
import { ownTls } from './tls-files.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tls-'))
})
afterAll(() => rm(folder, { recursive: true }))

const hello: RequestListener = (_request, response) => {
  response.end('hello')
}
const start = (tls: TlsChoice, app: RequestListener = hello, port = 0) =>
  listen({ port, tls, app, onServer: () => undefined, now: Date.now })

async function started(tls: TlsChoice, app?: RequestListener): Promise<Listening> {
  const result = await start(tls, app)
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}

const portOf = ({ address }: Listening) => Number(new URL(address).port)

const get = (listening: Listening): Promise<string> =>
  new Promise((resolve, reject) => {
    const port = portOf(listening)
    request({ host: '127.0.0.1', port }, (response) => {
      response.setEncoding('utf8')
      response.on('data', resolve)
    })
      .on('error', reject)
      .end()
  })

const getTls = (listening: Listening, ca: string, host: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const servername = host === '127.0.0.1' ? '' : host
    tlsRequest({ host: '127.0.0.1', servername, port: portOf(listening), ca, agent: false }, (response) => {
      response.setEncoding('utf8')
      response.on('data', resolve)
    })
      .on('error', reject)
      .end()
  })

describe('a self-made certificate', () => {
  const from = new Date(Date.UTC(2049, 11, 1))
  const to = new Date(Date.UTC(2050, 0, 5))
  const names = ['cabinet.example', '192.0.2.7', '2001:db8::7', 'localhost', '::1']

  it('[O3] vouches for the names and addresses that it was made for, and for its days', () => {
    const cert = new X509Certificate(makeSelfSigned(names, from, to).cert)
    expect(cert.verify(cert.publicKey)).toBe(true)
    expect(cert.subjectAltName).toBe(
      'DNS:cabinet.example, IP Address:192.0.2.7, IP Address:2001:DB8:0:0:0:0:0:7, DNS:localhost, IP Address:0:0:0:0:0:0:0:1',
    )
    expect([cert.ca, cert.validFromDate, cert.validToDate]).toEqual([false, from, to])
    expect([cert.keyUsage, cert.publicKey.asymmetricKeyDetails]).toEqual([
      ['1.3.6.1.5.5.7.3.1'],
      { namedCurve: 'prime256v1' },
    ])
    expect(cert.checkHost('other.example')).toBe(undefined)
  })

  it('[O3] is accepted by whoever trusts it, is kept, and is made anew before it ends', async () => {
    const own = join(folder, 'own')
    const listening = await started({ kind: 'self-made', folder: own })
    const held = await ownTls(own, Date.now())
    const cert = held.ok ? held.value.cert : ''
    expect(await getTls(listening, cert, 'localhost')).toBe('hello')
    await listening.close(1000)
    expect((await stat(join(own, 'key.pem'))).mode & 0o777).toBe(0o600)
    const later = await ownTls(own, Date.now() + 380 * dayMs)
    expect([later.ok, later.ok && later.value.cert === cert]).toEqual([true, false])
  })

  it('[O6] given files that are none are named', async () => {
    const path = join(folder, 'broken.pem')
    await writeFile(path, 'no certificate')
    const result = await start({ kind: 'files', certPath: path, keyPath: join(folder, 'absent.pem') })
    expect(result).toMatchObject({ ok: false, error: { kind: 'tls-unusable' } })
    expect(JSON.stringify(result)).toContain('broken.pem')
  })
})

describe('listening', () => {
  it('[O6] a taken port is one clear fault', async () => {
    const first = await started({ kind: 'none' })
    const second = await start({ kind: 'none' }, hello, portOf(first))
    expect(second).toEqual({ ok: false, error: { kind: 'port-taken', port: portOf(first) } })
    expect(await get(first)).toBe('hello')
    await first.close(1000)
  })

  it('[O2] stopping lets a running request finish, and takes no new one', async () => {
    let finish = () => {}
    let begun = () => {}
    const running = new Promise<void>((resolve) => {
      begun = resolve
    })
    const listening = await started({ kind: 'none' }, (_request, response) => {
      finish = () => response.end('done')
      begun()
    })
    const answer = get(listening)
    await running
    const closed = listening.close(60_000)
    await expect(get(listening)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    finish()
    expect(await answer).toBe('done')
    await closed
  })

  it('[O2] stopping cuts what does not finish in time', async () => {
    let begun = () => {}
    const running = new Promise<void>((resolve) => {
      begun = resolve
    })
    const listening = await started({ kind: 'none' }, () => begun())
    const answer = get(listening)
    const cut = expect(answer).rejects.toMatchObject({ code: 'ECONNRESET' })
    await running
    await listening.close(10)
    await cut
  })

  it('[O6] who opens a connection and says nothing holds it only so long', async () => {
    const listening = await started({ kind: 'none' })
    const { headersTimeout, requestTimeout, keepAliveTimeout, timeout, maxConnections } = listening.server
    expect([headersTimeout, requestTimeout, keepAliveTimeout, timeout, maxConnections]).toEqual([
      15_000, 120_000, 20_000, 300_000, 20_000,
    ])
    const silent = connect(portOf(listening), '127.0.0.1')
    const gone = new Promise((resolve) => silent.on('close', resolve))
    await new Promise((resolve) => silent.on('connect', resolve))
    await listening.close(50)
    await gone
  })

  it('[O6] who said nothing in time gets no answer, which a browser would take for that to its next request', async () => {
    const listening = await started({ kind: 'none' })
    const taken = new Promise<Socket>((resolve) => listening.server.once('connection', resolve))
    const silent = connect(portOf(listening), '127.0.0.1')
    const heard: Buffer[] = []
    silent.on('data', (bytes) => heard.push(bytes))
    const gone = new Promise((resolve) => silent.on('close', resolve))
    const overdue = Object.assign(new Error('silent'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
    listening.server.emit('clientError', overdue, await taken)
    await gone
    expect(heard).toEqual([])
    await listening.close(50)
  })
})
