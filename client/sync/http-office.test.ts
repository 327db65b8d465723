import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileHash, files } from '../../server/app/testing/test-office.ts'
import { createTestHttp, type TestHttp } from '../../server/http/testing/test-http.ts'
import { ActId, DeviceId } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { fail, ok } from '../../shared/lib/result.ts'
import { sessionText } from '../../shared/protocol/api.ts'
import type { Timers } from '../app/ports.ts'
import { createApi } from './http.ts'
import { createPageFetch } from './testing/page-fetch.ts'
import { createSeededRandom } from './testing/seeded-random.ts'
import { uploadFile } from './upload.ts'

let http: TestHttp
beforeAll(async () => {
  http = await createTestHttp({
    checkFile: async (bytes) => (bytes[0] === 0x25 ? ok({ pages: 3 }) : fail({ kind: 'encrypted' })),
  })
})
afterAll(() => http.stop())

const never: Timers = { after: () => () => {} }
const apiWith = (...cookies: string[]) =>
  createApi({
    fetch: createPageFetch(cookies),
    baseUrl: `http://127.0.0.1:${http.port}`,
    timers: never,
  })
const apiOf = async (person: string) => apiWith(await http.office.cookieOf(person, true))

const upload = async (text: string) => {
  const bytes = utf8(text)
  return await uploadFile({
    api: await apiOf('handler'),
    file: { size: bytes.length, slice: async (from, to) => bytes.slice(from, to) },
    timers: never,
    random: createSeededRandom(),
    onProgress: () => {},
    signal: new AbortController().signal,
  })
}

describe('the real interface', () => {
  it('[O3] signing in by password, as a device, and out', async () => {
    const api = apiWith()
    expect(await api.session()).toEqual({ ok: false, error: { kind: 'signed-out' } })
    expect(await api.signIn({ account: 'minister', password: 'wrong' })).toEqual({
      ok: false,
      error: { kind: 'refused', status: 403, error: { kind: 'wrong-credentials' } },
    })
    expect(await api.signIn({ account: 'minister', password: 'right minister' })).toMatchObject({
      ok: true,
      value: { person: 'minister', device: null },
    })
    const challenge = await api.challenge()
    if (!challenge.ok) throw new Error(challenge.error.kind)
    const { nonce } = challenge.value
    const device = DeviceId.parse('device-minister')
    const sig = await http.office.key.sign(utf8(sessionText(nonce, device)))
    expect(await api.deviceSignIn({ device, nonce, sig })).toMatchObject({ ok: true, value: { device } })
    expect(await api.session()).toMatchObject({ ok: true, value: { device } })
    expect(await api.order(device)).toEqual({ ok: true, value: null })
    expect(await api.signOut()).toEqual({ ok: true, value: null })
    expect(await api.session()).toEqual({ ok: false, error: { kind: 'signed-out' } })
  })

  it('[O2] the feed of a device is read page by page', async () => {
    const api = await apiOf('minister')
    const first = await api.feed({ epoch: 0, after: -1, tree: 0 })
    if (!first.ok) throw new Error(first.error.kind)
    expect(first.value.rows.length).toBeGreaterThan(0)
    const { epoch, upTo } = first.value
    expect(await api.feed({ epoch, after: upTo, tree: 0 })).toMatchObject({
      ok: true,
      value: { more: false },
    })
  })

  it('[O3] a session that is not of a device reads no feed', async () => {
    const api = apiWith(await http.office.cookieOf('minister', false))
    expect(await api.feed({ epoch: 0, after: -1, tree: 0 })).toMatchObject({
      ok: false,
      error: { kind: 'refused', status: 403, error: { kind: 'device-needed' } },
    })
  })

  it('[O2] acts are delivered without any session, and each is answered', async () => {
    const id = ActId.parse('act-000000000000000000001')
    expect(await apiWith().sendActs([{ id, sealed: utf8('rubbish') }])).toEqual({
      ok: true,
      value: [{ kind: 'rejected', id, reason: 'malformed' }],
    })
  })

  it('[D4] a part of a document is exactly that part, and a forbidden one is not found', async () => {
    expect(await (await apiOf('minister')).readDocument(files.issued, 2, 5)).toEqual({
      ok: true,
      value: utf8('sue'),
    })
    expect(await (await apiOf('minister')).readDocument(files.draft, 0, 2)).toMatchObject({
      ok: false,
      error: { kind: 'refused', status: 404 },
    })
  })

  it('[M7][D2] a whole file comes to whoever may read it, and to nobody else', async () => {
    expect(await (await apiOf('minister')).readFile(files.issued)).toEqual({
      ok: true,
      value: utf8('issued'),
    })
    expect(await (await apiOf('minister')).readFile(files.draft)).toMatchObject({
      ok: false,
      error: { kind: 'refused', status: 404 },
    })
  })

  it('[D1] a file is taken, or refused with its reason', async () => {
    const text = '%PDF-1.7 tờ trình'
    expect(await upload(text)).toEqual({
      ok: true,
      value: { hash: fileHash(text), size: utf8(text).length, pages: 3 },
    })
    expect(await upload('locked')).toEqual({
      ok: false,
      error: { kind: 'file-refused', reason: { kind: 'encrypted' } },
    })
  })
})
