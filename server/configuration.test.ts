import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseConfiguration, settingNames } from './configuration.ts'

const parse = (env: Record<string, string>, ...args: string[]) => parseConfiguration(env, args, '/srv/office')

const defaults = {
  port: 3000,
  dataDir: '/srv/office/data',
  keysDir: '/srv/office/data/keys',
  databaseUrl: null,
  tls: { kind: 'none' },
  proxies: 0,
  unusedUploadDays: 30,
  demo: 'today',
  mail: null,
  logLevel: null,
  bootstrap: null,
  restored: null,
}
const started = (change: object) => ({
  ok: true,
  value: { kind: 'start', configuration: { ...defaults, ...change } },
})

describe('settings', () => {
  it('nothing set is a demonstration on port 3000 for this machine alone', () => {
    expect(parse({})).toEqual(started({}))
    expect(parse({ PORT: '', DATA_DIR: '', PATH: '/bin' })).toEqual(started({}))
  })

  it.each([
    [{ PORT: '8443' }, { port: 8443 }],
    [{ PORT: ' 0 ' }, { port: 0 }],
    [{ DATA_DIR: '/var/lib/x' }, { dataDir: '/var/lib/x', keysDir: '/var/lib/x/keys' }],
    [{ KEYS_DIR: 'safe' }, { keysDir: '/srv/office/safe' }],
    [{ DATABASE_URL: 'postgresql://u:p@h/d' }, { databaseUrl: 'postgresql://u:p@h/d' }],
    [
      { TLS_CERT: 'c.pem', TLS_KEY: '/k.pem' },
      { tls: { kind: 'files', certPath: '/srv/office/c.pem', keyPath: '/k.pem' } },
    ],
    [{ TRUSTED_PROXIES: '2' }, { proxies: 2, tls: { kind: 'proxy' } }],
    [{ UNUSED_UPLOAD_DAYS: '90' }, { unusedUploadDays: 90 }],
    [{ DEMO: 'off' }, { demo: null }],
    [
      { SMTP_URL: 'smtp://mail.vn', MAIL_FROM: 'a@b.vn' },
      {
        mail: {
          ...{ host: 'mail.vn', port: 587, tls: 'required', login: null, publicUrl: null },
          from: { name: 'e-Cabinet', address: 'a@b.vn' },
        },
      },
    ],
    [
      { SMTP_URL: 'smtps://u%40b:p%2Fw@mail.vn', MAIL_FROM: 'a@b.vn', PUBLIC_URL: 'https://phong.vn/' },
      {
        mail: {
          ...{ host: 'mail.vn', port: 465, tls: 'from-the-start', publicUrl: 'https://phong.vn' },
          ...{ login: { user: 'u@b', password: 'p/w' }, from: { name: 'e-Cabinet', address: 'a@b.vn' } },
        },
      },
    ],
    [{ LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
  ])('%o', (env: Record<string, string>, change) => {
    expect(parse(env)).toEqual(started(change))
  })

  it('arguments', () => {
    expect(parse({}, '--tls')).toEqual(
      started({ tls: { kind: 'self-made', folder: '/srv/office/data/tls' } }),
    )
    expect(parse({ DEMO: 'off' }, '--demo=history')).toEqual(started({ demo: 'history' }))
    expect(parse({}, '--bootstrap', 'p.json')).toEqual(started({ bootstrap: '/srv/office/p.json' }))
    expect(parse({ PORT: 'x' }, '--help')).toEqual({ ok: true, value: { kind: 'help' } })
  })

  it.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: '3e3' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ TRUSTED_PROXIES: 'yes' }, 'TRUSTED_PROXIES'],
    [{ DEMO: 'no' }, 'DEMO'],
    [{ SMTP_URL: 'https://mail.vn' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://' }, 'SMTP_URL'],
    [{ MAIL_FROM: 'a@b\nBcc: c@d.vn' }, 'MAIL_FROM'],
    [{ PUBLIC_URL: 'phonghop.vn' }, 'PUBLIC_URL'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('[O6] %o is named, its value is not', (env: Record<string, string>, setting) => {
    expect(parse(env)).toEqual({ ok: false, error: { kind: 'setting-broken', setting } })
  })

  it.each([
    [parse({ TLS_KEY: 'k' }), { kind: 'tls-half-set' }],
    [parse({ TLS_CERT: 'c', TLS_KEY: 'k' }, '--tls'), { kind: 'tls-twice' }],
    [parse({ SMTP_URL: 'smtp://mail.vn' }), { kind: 'mail-half-set' }],
    [parse({}, '--port'), { kind: 'option-unknown', option: '--port' }],
    [parse({}, '--bootstrap'), { kind: 'option-without-value', option: '--bootstrap' }],
    [parse({}, '--restored'), { kind: 'option-without-value', option: '--restored' }],
    [parse({}, '--restored', ' '), { kind: 'option-without-value', option: '--restored' }],
    [parse({}, '--bootstrap', '--tls'), { kind: 'option-without-value', option: '--bootstrap' }],
  ])('[O6] what does not fit together is refused: %o', (parsed, error) => {
    expect(parsed).toEqual({ ok: false, error })
  })

  it('docs/configuration.md has a row for every variable and argument', () => {
    const page = readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8')
    const rows = page.split('\n').filter((line) => line.startsWith('| `'))
    const named = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+|--[a-z]+)/g)])
    expect(named.map((match) => match[1]).sort()).toEqual(
      [...settingNames, '--tls', '--demo', '--bootstrap', '--restored', '--help'].sort(),
    )
  })
})
