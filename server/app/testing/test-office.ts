import type { Event } from '../../../shared/domain/event.ts'
import { AgencyId, BallotId, DeviceId, Hash, PersonId } from '../../../shared/domain/id.ts'
import type { Appointment, Role } from '../../../shared/domain/people.ts'
import { ledgerName } from '../../../shared/ledger/checkpoint.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { type Bytes, utf8 } from '../../../shared/lib/bytes.ts'
import { ok } from '../../../shared/lib/result.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import { dayMs, instant, parseDay } from '../../../shared/lib/time.ts'
import type { VerifyP256 } from '../../../shared/protocol/crypto-ports.ts'
import { firstKey, verifyEd25519 } from '../../../shared/testing/rfc8032-key.ts'
import { readTaskTable } from '../../intake/read-task-table.ts'
import { createPaperWriters } from '../../reports/create-paper-writers.ts'
import { writeTemplateInThread } from '../../reports/create-template-writer.ts'
import { createActIntake } from '../act-intake.ts'
import { createFeedFor } from '../feed-for.ts'
import { createFrontDesk } from '../front-desk.ts'
import { sessionCookie } from '../office-cookie.ts'
import type { PasswordHasher, ServerCrypto } from '../ports.ts'
import { createRecentLedger } from '../recent-ledger.ts'
import { createTaskImports } from '../task-import.ts'
import type { CheckFile } from '../upload.ts'
import { createMemoryDatabase } from './memory-database.ts'

/** A small government on the memory database, with the whole front desk over it and a clock that a test moves. */

export const startAt = instant(Date.UTC(2026, 2, 2, 2))

const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const
const p256Sha256 = { name: 'ECDSA', hash: 'SHA-256' } as const

const verifyP256: VerifyP256 = async (publicKey, signature, data) => {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, p256, false, ['verify'])
    return await crypto.subtle.verify(p256Sha256, key, signature, data)
  } catch {
    return false
  }
}

export type TestKey = { publicKey: string; sign(data: Bytes): Promise<string> }

export async function makeTestKey(): Promise<TestKey> {
  const pair = await crypto.subtle.generateKey(p256, true, ['sign', 'verify'])
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey)
  return {
    publicKey: base64(new Uint8Array(raw)),
    sign: async (data) => base64(new Uint8Array(await crypto.subtle.sign(p256Sha256, pair.privateKey, data))),
  }
}

export const testCrypto: ServerCrypto = {
  keys: {
    ledgerId: 'test',
    ledgerKey: base64(firstKey.publicKey),
    sealingKey: base64(new Uint8Array(65).fill(4)),
  },
  ledgerKey: { name: ledgerName('test'), publicKey: firstKey.publicKey },
  sign: firstKey.sign,
  unseal: async (sealed) => sealed,
  verifyP256,
  verifyEd25519,
}

const hasher: PasswordHasher = {
  hash: async (password) => `plain:${password}`,
  verify: async (hash, password) => hash !== null && hash === `plain:${password}`,
}

export const person = (id: string) => PersonId.parse(id)
export const device = (id: string) => DeviceId.parse(id)
export const fileHash = (text: string) => Hash.parse(sha256Hex(utf8(text)))
const day = (text: string) => parseDay(text) ?? startAtDay()
const startAtDay = (): never => {
  throw new Error('not a day')
}

const post = (role: Role, agency: string | null = null, to: string | null = null): Appointment => ({
  role,
  title: role,
  agency: agency === null ? null : AgencyId.parse(agency),
  from: day('2024-01-01'),
  to: to === null ? null : day(to),
})

/** Everybody, each named for what they are. */
export const postsByPerson: Readonly<Record<string, Appointment[]>> = {
  'prime-minister': [post('prime-minister')],
  deputy: [post('deputy-prime-minister')],
  minister: [post('minister', 'health')],
  substitute: [post('substitute')],
  assistant: [post('assistant')],
  handler: [post('secretary')],
  secretary: [post('secretary')],
  head: [post('head-of-office')],
  clerk: [post('clerk', 'health')],
  'other-clerk': [post('clerk', 'transport')],
  guest: [post('guest')],
  auditor: [post('auditor')],
  admin: [post('admin')],
  'admin-minister': [post('admin'), post('minister', 'transport')],
  former: [post('minister', 'health', '2025-12-31')],
}

export const files = { issued: fileHash('issued'), draft: fileHash('draft'), loose: fileHash('loose') }

const ballot = (id: string, file: Hash, isIssued: boolean): Event[] => {
  const of = { ballot: BallotId.parse(id), by: person('handler') }
  const contentHash = fileHash(`content of ${id}`)
  const drafted: Event = {
    kind: 'ballot-drafted',
    ...of,
    contentHash,
    leadAgency: AgencyId.parse('health'),
    handlers: [person('handler')],
    deadlineAt: instant(startAt + 30 * dayMs),
    windowReason: '',
    files: [file],
  }
  return isIssued
    ? [drafted, { kind: 'ballot-issued', ...of, year: 2026, serial: 1, contentHash }]
    : [drafted]
}

const deviceEvents = (owner: string, publicKey: string): Event[] => {
  const id = device(`device-${owner}`)
  const phase = { state: 'pending' } as const
  return [
    {
      kind: 'device-asked',
      device: {
        kind: 'device',
        id,
        person: person(owner),
        label: 'tablet',
        publicKey,
        askedAt: startAt,
        phase,
      },
    },
    { kind: 'device-enrolled', device: id },
  ]
}

export type LogLine = { level: string; event: string; facts: Record<string, unknown> }

export async function createTestOffice({ checkFile }: { checkFile?: CheckFile } = {}) {
  const disk = createMemoryDatabase()
  const database = disk.connect()
  const logged: LogLine[] = []
  const pauses: number[] = []
  const rejudged: string[] = []
  let now = startAt
  let dice = 0
  const clock = { now: () => now }
  const log = (level: string, event: string, facts: Record<string, unknown> = {}) => {
    logged.push({ level, event, facts })
  }
  const pause = async (ms: number) => {
    pauses.push(ms)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const taskImports = createTaskImports({
    ...{
      ledger: database.ledger.read,
      blobs: database.blobs,
      readTable: async (bytes) => readTaskTable(bytes),
      pause,
    },
  })
  const intake = createActIntake({
    imports: taskImports,
    store: database.ledger,
    crypto: testCrypto,
    clock,
    uptime: { downBetween: async () => null },
    signals: database.signals,
    log,
  })
  const recent = createRecentLedger(database.ledger.read)
  const desk = createFrontDesk({
    database,
    crypto: testCrypto,
    hasher,
    checkFile: checkFile ?? (async () => ok({ pages: 1 })),
    paperWriters: createPaperWriters(),
    mailSender: null,
    intake,
    feedFor: createFeedFor({ ledger: database.ledger.read, recent, clock, log }),
    recent,
    clock,
    random: (length) => {
      dice += 1
      return Uint8Array.from({ length }, (_, i) => (dice * 31 + i * 7) % 256)
    },
    pause,
    taskImports,
    writeTemplate: writeTemplateInThread,
    onRightsChanged: (id) => {
      rejudged.push(id)
    },
    log,
  })
  const key = await makeTestKey()
  const append = (id: string, events: Event[]) =>
    intake.appendServer(
      () => [{ id, events }],
      ['person/', 'device/', 'ballot/', 'meeting/', 'agenda-item/', 'session/'],
    )

  for (const [id, appointments] of Object.entries(postsByPerson)) {
    await append(`set/${id}`, [
      { kind: 'person-set', person: { kind: 'person', id: person(id), name: id, appointments } },
    ])
    await append(`device/${id}`, deviceEvents(id, key.publicKey))
    await database.accounts.put({ account: id, person: person(id), passwordHash: `plain:right ${id}` })
  }
  await append('issued', ballot('issued', files.issued, true))
  await append('draft', ballot('draft', files.draft, false))
  for (const name of ['issued', 'draft', 'loose'] as const) {
    const bytes = utf8(name)
    await database.blobs.begin(files[name], bytes.length, person('handler'), now)
    await database.blobs.write(files[name], 0, bytes)
    await database.blobs.markReady(files[name], 1)
  }

  return {
    desk,
    database,
    intake,
    append,
    logged,
    /** Whose rights the desk said have changed. */
    rejudged,
    /** How long each answer was held back. */
    pauses,
    /** The key of everybody's first device, `device-{person}`. */
    key,
    pass: (ms: number) => {
      now = instant(now + ms)
    },
    /** A `Cookie` header; `isDevice`: of a session of their device. */
    cookieOf: async (id: string, isDevice: boolean): Promise<string> => {
      const opened = await desk.sessions.open(person(id), isDevice ? device(`device-${id}`) : null)
      return `${sessionCookie}=${opened?.token ?? 'none'}`
    },
  }
}

export type TestOffice = Awaited<ReturnType<typeof createTestOffice>>
