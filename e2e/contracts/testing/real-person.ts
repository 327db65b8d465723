import { webcrypto } from 'node:crypto'
import { type Agent, type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import { createSealEnvelope } from '../../../server/store/sealing.ts'
import { DeviceId } from '../../../shared/domain/id.ts'
import { base64, fromBase64 } from '../../../shared/lib/base64.ts'
import { type Bytes, hex, utf8 } from '../../../shared/lib/bytes.ts'
import { EnrolledDevice, enrolmentText, type ServerKeys, SessionInfo } from '../../../shared/protocol/api.ts'
import type { SealEnvelope } from '../../../shared/protocol/crypto-ports.ts'
import type { RealServer } from './real-server.ts'

/** Somebody who has signed in to a real server by what it printed, and enrolled a device. */
export type RealPerson = {
  account: string
  person: string
  device: string
  cookie: string
  /** Raw r‖s over exactly these bytes. */
  sign(data: Bytes): Promise<Bytes>
  seal: SealEnvelope
  keys: ServerKeys
  ask: Ask
}

export type Asked = { status: number; headers: IncomingHttpHeaders; text: string }
export type Ask = (
  method: string,
  path: string,
  more?: { json?: unknown; body?: Uint8Array | string; headers?: Record<string, string> },
) => Promise<Asked>

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** @param onAnswer hears of every answer. */
export const createAsk =
  (port: number, agent: Agent, cookie: string | null, onAnswer: (asked: Asked) => void): Ask =>
  async (method, path, { json, body, headers = {} } = {}) => {
    const sent = json === undefined ? body : JSON.stringify(json)
    const answer = await send(sent, {
      port,
      agent,
      method,
      path,
      headers: {
        ...(cookie === null ? {} : { 'Sec-Fetch-Site': 'same-origin', Cookie: cookie }),
        ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
    })
    onAnswer(answer)
    return answer
  }

const send = (body: Uint8Array | string | undefined, options: RequestOptions): Promise<Asked> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', ...options }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', reject)
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response
        resolve({ status, headers, text: Buffer.concat(pieces).toString('utf8') })
      })
    })
    sent.on('error', reject)
    if (body !== undefined) sent.setHeader('Content-Length', Buffer.byteLength(body))
    sent.end(body)
  })

const cookieIn = ({ headers }: Asked): string =>
  (headers['set-cookie'] ?? []).find((line) => line.startsWith('__Host-session='))?.split(';')[0] ?? ''

export async function enrolPerson(
  server: RealServer,
  account: string,
  agent: Agent,
  onAnswer: (asked: Asked) => void,
): Promise<RealPerson> {
  const secret = '[A-Z2-9]{5}-[A-Z2-9]{5}'
  const password = await server.said(new RegExp(`^  ${account} +(${secret}) +${secret} `, 'm'))
  const code = await server.said(new RegExp(`^  ${account} +${secret} +(${secret}) `, 'm'))
  const signedIn = await createAsk(
    server.port,
    agent,
    null,
    onAnswer,
  )('POST', '/api/session', {
    json: { account, password },
  })
  const { person } = SessionInfo.parse(JSON.parse(signedIn.text))
  const pair = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const publicKey = base64(new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey)))
  const device = DeviceId.parse(hex(webcrypto.getRandomValues(new Uint8Array(16))))
  const sign = async (data: Bytes) =>
    new Uint8Array(await webcrypto.subtle.sign(algorithm, pair.privateKey, data))
  const askAs = (cookie: string) => createAsk(server.port, agent, cookie, onAnswer)
  const sig = base64(await sign(utf8(enrolmentText(device, publicKey))))
  const enrolled = await askAs(cookieIn(signedIn))('POST', '/api/devices', {
    json: { code, device, label: 'Máy thử', publicKey, sig },
  })
  const { keys } = EnrolledDevice.parse(JSON.parse(enrolled.text))
  const sealingKey = fromBase64(keys.sealingKey)
  if (!sealingKey) throw new Error('the sealing key is no base64')
  const cookie = cookieIn(enrolled)
  const seal = createSealEnvelope(sealingKey)
  return { account, person, device, cookie, sign, seal, keys, ask: askAs(cookie) }
}
