import { describe, expect, it } from 'vitest'
import { createManualTime } from '../../server/live/testing/manual-time.ts'
import { ActId, DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import { createApi } from './http.ts'

type Sent = { url: string; method: string; headers: Headers; body: unknown }
const hash = Hash.parse('a'.repeat(64))
const actId = ActId.parse('act-000000000000000000001')

/** A server of one answer. */
function serve(answer: (signal: AbortSignal) => Response | Promise<Response>, signal?: AbortSignal) {
  const sent: Sent[] = []
  const time = createManualTime()
  const api = createApi({
    baseUrl: 'https://office.example',
    timers: time,
    ...(signal ? { signal } : {}),
    async fetch(url, init) {
      const text = init.body instanceof Uint8Array ? new TextDecoder().decode(init.body) : null
      sent.push({ url, method: init.method ?? '', headers: new Headers(init.headers), body: text })
      if (!init.signal) throw new TypeError('every request can be ended')
      return await answer(init.signal)
    },
  })
  return { api, sent, time }
}

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })
const range = (bytes: number, contentRange: string | null, status = 206) =>
  new Response(new Uint8Array(bytes), {
    status,
    headers: contentRange === null ? {} : { 'content-range': contentRange },
  })
const page = {
  protocol: 1,
  epoch: 1,
  upTo: 4,
  more: false,
  rows: [],
  gone: [],
  leaves: [],
  checkpoint: null,
  consistency: [],
}

describe('requests', () => {
  it('[O2] the feed is asked for after what the device has', async () => {
    const { api, sent } = serve(() => json(page))
    expect(await api.feed({ epoch: 1, after: -1, tree: 0 })).toEqual({ ok: true, value: page })
    expect(sent.map(({ method, url }) => [method, url])).toEqual([
      ['GET', 'https://office.example/api/feed?epoch=1&after=-1&tree=0'],
    ])
  })

  it('[O2] sealed acts travel as base64, and each comes back with its outcome', async () => {
    const outcomes = [{ kind: 'rejected', id: actId, reason: 'read-only' }]
    const { api, sent } = serve(() => json({ outcomes }))
    const reply = await api.sendActs([{ id: actId, sealed: Uint8Array.from([1, 2, 3]) }])
    expect(reply).toEqual({ ok: true, value: outcomes })
    expect(sent[0]?.body).toBe(`{"acts":[{"id":"${actId}","sealed":"AQID"}]}`)
    expect(sent[0]?.headers.get('content-type')).toBe('application/json')
  })

  it('[O6] a piece of an upload is bytes, a request without a body names no type', async () => {
    const { api, sent } = serve(() => json({ kind: 'receiving', received: 3, size: 9 }))
    await api.putUpload(hash, 6, Uint8Array.from([1, 2, 3]))
    await api.finishUpload(hash)
    expect(
      sent.map(({ method, url, headers, body }) => [method, url, headers.get('content-type'), body]),
    ).toEqual([
      [
        'PUT',
        `https://office.example/api/uploads/${hash}?offset=6`,
        'application/octet-stream',
        '\u0001\u0002\u0003',
      ],
      ['POST', `https://office.example/api/uploads/${hash}/finish`, null, null],
    ])
  })

  it('[O3] signing out is done when the server says so, with or without words', async () => {
    const { api, sent } = serve(() => new Response(null, { status: 204 }))
    expect(await api.signOut()).toEqual({ ok: true, value: null })
    expect(await api.clearSiteData()).toEqual({ ok: true, value: null })
    expect(sent[0]?.method).toBe('DELETE')
  })

  it('[O5] an order for a device is text, or nothing', async () => {
    expect(await serve(() => json({ order: null })).api.order(DeviceId.parse('d1'))).toEqual({
      ok: true,
      value: null,
    })
  })
})

describe('ranges of a document', () => {
  it('[D4] exactly the bytes asked for are taken', async () => {
    const { api, sent } = serve(() => range(4, 'bytes 8-11/100'))
    expect(await api.readDocument(hash, 8, 12)).toEqual({ ok: true, value: new Uint8Array(4) })
    expect(sent[0]?.headers.get('range')).toBe('bytes=8-11')
  })

  it.each([
    ['the whole instead of a part', range(100, null, 200), 'not-understood'],
    ['another part', range(4, 'bytes 0-3/100'), 'not-understood'],
    ['a part that begins alike', range(4, 'bytes 8-110/200'), 'not-understood'],
    ['a part without saying which', range(4, null), 'not-understood'],
    ['more than announced', range(5, 'bytes 8-11/100'), 'not-understood'],
    ['less than announced', range(3, 'bytes 8-11/100'), 'unreachable'],
  ])('[D4] %s is not stored', async (_what, response, kind) => {
    expect(await serve(() => response).api.readDocument(hash, 8, 12)).toEqual({ ok: false, error: { kind } })
  })
})

describe('a cut', () => {
  const cutAfter = (bytes: number, contentRange: string) =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new Uint8Array(bytes)),
        pull: (controller) => controller.error(new TypeError('network error')),
      }),
      { status: 206, headers: { 'content-range': contentRange } },
    )
  const heard = async (response: Response) => {
    let bytes = 0
    const reply = await serve(() => response).api.readDocument(hash, 8, 12, (piece) => {
      bytes += piece.length
    })
    return { bytes, reply }
  }

  it('[D4] in the middle of a piece leaves what came before it', async () => {
    const unreachable = { ok: false, error: { kind: 'unreachable' } }
    expect(await heard(cutAfter(3, 'bytes 8-11/100'))).toEqual({ bytes: 3, reply: unreachable })
    expect(await heard(cutAfter(3, 'bytes 0-3/100'))).toEqual({ bytes: 0, reply: unreachable })
  })

  it('[D4] without one it is the whole piece', async () => {
    const whole = { ok: true, value: new Uint8Array(4) }
    expect(await heard(range(4, 'bytes 8-11/100'))).toEqual({ bytes: 4, reply: whole })
  })
})

describe('faults', () => {
  const person = PersonId.parse('p1')
  const faultOf = async (answer: () => Response | Promise<Response>) => {
    const reply = await serve(answer).api.handOutCode(person)
    return reply.ok ? null : reply.error
  }

  it.each([
    ['no network', () => Promise.reject(new TypeError('failed to fetch')), { kind: 'unreachable' }],
    [
      'a cut in the middle',
      () =>
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('{"code":'))
              controller.error(new TypeError('network error'))
            },
          }),
        ),
      { kind: 'unreachable' },
    ],
    ['no session', () => json({ error: { kind: 'signed-out' } }, 401), { kind: 'signed-out' }],
    ['a newer protocol', () => json({ error: { kind: 'upgrade' } }, 426), { kind: 'not-understood' }],
    ['a page of a captive portal', () => new Response('<html>'), { kind: 'not-understood' }],
    ['an answer of another shape', () => json({ code: 7 }), { kind: 'not-understood' }],
    ['bytes that are no text', () => new Response(Uint8Array.from([0xff])), { kind: 'not-understood' }],
    ['a proxy without its server', () => new Response('<html>', { status: 502 }), { kind: 'unreachable' }],
    [
      'a refusal with its facts',
      () => json({ error: { kind: 'too-many-requests', retryAfterMs: 900 } }, 429),
      { kind: 'refused', status: 429, error: { kind: 'too-many-requests', retryAfterMs: 900 } },
    ],
    ['a refusal in no words of ours', () => new Response('no', { status: 400 }), { kind: 'not-understood' }],
  ])('[O6] %s', async (_what, answer, fault) => {
    expect(await faultOf(answer)).toEqual(fault)
  })

  it('[O2] a line that hangs ends after its time, the request with it', async () => {
    let ended = false
    const { api, time } = serve((signal) => {
      signal.addEventListener('abort', () => {
        ended = true
      })
      return new Promise(() => {})
    })
    const reply = api.challenge()
    await time.advance(20_000)
    expect([await reply, ended]).toEqual([{ ok: false, error: { kind: 'unreachable' } }, true])
  })

  it('[O5] locking ends what is under way, and what is asked afterwards', async () => {
    const lock = new AbortController()
    const { api } = serve(() => new Promise(() => {}), lock.signal)
    const reply = api.session()
    lock.abort()
    expect([await reply, await api.session()]).toEqual([
      { ok: false, error: { kind: 'unreachable' } },
      { ok: false, error: { kind: 'unreachable' } },
    ])
  })
})
