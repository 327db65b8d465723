import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { securityHeaders } from './security-headers.ts'
import { createTestHttp, type TestHttp } from './testing/test-http.ts'

let http: TestHttp
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'client-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>app</title>')
  await writeFile(join(folder, 'service-worker.js'), 'self')
  await writeFile(join(folder, 'manifest.webmanifest'), '{}')
  await writeFile(join(folder, 'assets', 'main-abc123.js'), 'export {}')
  await writeFile(join(folder, '.secret'), 'no')
  http = await createTestHttp({ clientDir: folder })
})
afterAll(async () => {
  await http.stop()
  await rm(folder, { recursive: true })
})

const navigate = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Site': 'none', Accept: 'text/html' }

describe('policies', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/assets/main-abc123.js'],
    ['GET', '/service-worker.js'],
    ['GET', '/api/health'],
    ['HEAD', '/api/health'],
    ['GET', '/api/session'],
    ['GET', '/api/nothing'],
    ['PUT', '/api/session'],
    ['POST', '/api/session'],
    ['GET', '/nothing.png'],
    ['GET', '/%ff'],
    ['OPTIONS', '/api/acts'],
  ])('[O3] stand on %s %s', async (method, path) => {
    const { headers } = await http.ask(method, path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'")
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default")
    expect(policy).not.toContain("script-src 'self' 'unsafe")
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    expect(headers.get('x-powered-by')).toBe(null)
  })

  it('[O3] HTTPS is demanded for good where it is spoken, and never of "localhost"', () => {
    const strict = (host: string, isTls: boolean) => securityHeaders(host, isTls)['Strict-Transport-Security']
    expect(strict('cabinet.example', true)).toBe('max-age=31536000')
    expect([strict('localhost:3000', true), strict('cabinet.example', false)]).toEqual([undefined, undefined])
  })

  it('[O3] sockets of the same host are named, and a host that is none is not', () => {
    const policy = (host: string) => securityHeaders(host, true)['Content-Security-Policy']
    expect(policy('cabinet.example:8443')).toContain("connect-src 'self' wss://cabinet.example:8443;")
    expect(policy('[::1]:3000')).toContain("connect-src 'self' wss://[::1]:3000;")
    expect(policy("x; script-src 'unsafe-inline'")).toContain("connect-src 'self';")
  })
})

describe('the client', () => {
  it.each<[string, string, number, string | null]>([
    ['/assets/main-abc123.js', 'text/javascript; charset=utf-8', 200, 'public, max-age=31536000, immutable'],
    ['/service-worker.js', 'text/javascript; charset=utf-8', 200, 'no-cache'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8', 200, 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 200, 'no-cache'],
    ['/assets/gone-abc123.js', 'application/json; charset=utf-8', 404, 'no-store'],
    ['/.secret', 'application/json; charset=utf-8', 404, 'no-store'],
  ])('[O7] %s', async (path, type, status, cache) => {
    const { status: got, headers } = await http.ask('GET', path)
    expect([got, headers.get('content-type'), headers.get('cache-control')]).toEqual([status, type, cache])
  })

  it.each(['/', '/ballots/abc', '/any/depth'])('[O7] going to %s opens the app', async (path) => {
    const { status, headers, text } = await http.ask('GET', path, { headers: navigate })
    expect([status, headers.get('cache-control'), text]).toEqual([
      200,
      'no-cache',
      '<!doctype html><title>app</title>',
    ])
  })

  it('[O7] fetching what is not there does not bring the app', async () => {
    expect((await http.ask('GET', '/ballots/abc')).status).toBe(404)
    expect((await http.ask('GET', '/api/nothing', { headers: navigate })).status).toBe(404)
    expect((await http.ask('POST', '/ballots/abc', { headers: navigate })).status).toBe(404)
  })
})
