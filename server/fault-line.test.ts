import { describe, expect, it } from 'vitest'
import { faultLine, type StartFault } from './fault-line.ts'

const folder = '/srv/data'
const file = '/srv/data/keys/server-keys.json'
const faults: StartFault[] = [
  { kind: 'setting-broken', setting: 'PORT' },
  { kind: 'tls-half-set' },
  { kind: 'tls-twice' },
  { kind: 'option-unknown', option: '--x' },
  { kind: 'option-without-value', option: '--bootstrap' },
  { kind: 'no-postgres-here', system: 'sunos' },
  { kind: 'folder-out-of-reach', folder, user: 'nobody' },
  { kind: 'folder-not-writable', folder, why: 'read-only', detail: 'EROFS' },
  { kind: 'folder-not-writable', folder, why: 'disk-full', detail: '3 MiB < 32 MiB' },
  { kind: 'folder-in-use', folder },
  { kind: 'other-postgres-version', found: '17', wanted: '18', folder },
  { kind: 'postgres-failed', step: 'initdb', detail: 'first line\nsecond line' },
  { kind: 'cannot-connect', detail: 'ECONNREFUSED' },
  { kind: 'not-durable', settings: ['fsync'] },
  { kind: 'not-utf8', encoding: 'LATIN1' },
  { kind: 'newer-schema', found: 9, known: 3 },
  { kind: 'keys-missing', file, leaves: 10 },
  { kind: 'keys-foreign', file },
  { kind: 'keys-unusable', file, detail: 'no JSON' },
  { kind: 'tls-unusable', file: 'c.pem', detail: 'no PEM' },
  { kind: 'port-taken', port: 3000 },
  { kind: 'port-not-allowed', port: 80 },
  { kind: 'bootstrap-unreadable', where: 'people.0.account' },
  { kind: 'bootstrap-unreadable', where: '' },
  { kind: 'bootstrap-account-twice', account: 'a' },
  { kind: 'bootstrap-agency-unknown', agency: 'x' },
  { kind: 'bootstrap-without-officer' },
  { kind: 'bootstrap-not-empty' },
  { kind: 'demo-data-here' },
  { kind: 'other-demo-here', name: 'history' },
  { kind: 'other-demo-here', name: 'today' },
  { kind: 'no-room-for-history' },
  { kind: 'nobody-here' },
  { kind: 'nothing-to-restore' },
  { kind: 'unexpected', detail: 'Error: x\n    at y' },
]

describe('why the server does not start', () => {
  it.each(faults)('[O6] one line in Vietnamese and English: %o', (fault) => {
    const line = faultLine(fault)
    expect(line).not.toMatch(/\n|undefined|\[object/)
    expect(line.split(' / ').length).toBe(2)
    expect(line).toBe(line.normalize('NFC'))
  })
})
