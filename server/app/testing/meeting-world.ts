import { permit, subjectOn } from '../../../shared/domain/access.ts'
import type { ActKind, BodyOf } from '../../../shared/domain/act.ts'
import { type AgendaItemContent, agendaHash } from '../../../shared/domain/agenda-item.ts'
import { conclusionsHash, readsOfConclusions } from '../../../shared/domain/conclusions-hash.ts'
import { type EntityKey, readerOver } from '../../../shared/domain/entity.ts'
import type { Event } from '../../../shared/domain/event.ts'
import { AgencyId, AgendaItemId, DocumentId, Hash, MeetingId } from '../../../shared/domain/id.ts'
import type { Role } from '../../../shared/domain/people.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { type Bytes, utf8 } from '../../../shared/lib/bytes.ts'
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import { type Instant, instant, parseDay } from '../../../shared/lib/time.ts'
import type { Opening } from '../../../shared/protocol/envelope.ts'
import { parseEntry } from '../../../shared/protocol/leaf.ts'
import { readTaskTable } from '../../intake/read-task-table.ts'
import { createActIntake } from '../act-intake.ts'
import type { Database } from '../database.ts'
import { createDocuments } from '../document.ts'
import { createDocumentIntake } from '../document-intake.ts'
import { createFeedFor } from '../feed-for.ts'
import { createRecentLedger } from '../recent-ledger.ts'
import { createTaskImports } from '../task-import.ts'
import { createUrging } from '../urging.ts'
import { device, makeTestKey, person, startAt, testCrypto } from './test-office.ts'

/** The server's own doors over a database, with the people of a meeting and a clock that a test moves. */

export const meeting = MeetingId.parse('meeting')
export const itemId = (id: string) => AgendaItemId.parse(id)

const roles = {
  pm: 'prime-minister',
  m2: 'minister',
  m3: 'minister',
  m4: 'minister',
  sec: 'secretary',
  foreign: 'secretary',
  head: 'head-of-office',
  sub: 'substitute',
  guest: 'guest',
  clerk: 'clerk',
  auditor: 'auditor',
  admin: 'admin',
} as const
export const everybody = Object.keys(roles)

const noAnchor = { epoch: 0, size: 0, root: Hash.parse(sha256Hex(new Uint8Array())) }
const textOf = (name: string) => utf8(`text of ${name}`)

export async function createMeetingWorld(database: Database) {
  let now = startAt
  let acts = 0
  const clock = { now: () => now }
  const log = () => {}
  const ledger = database.ledger.read
  let away: { from: Instant; to: Instant } | null = null
  const uptime = { downBetween: async () => away }
  const store = database.ledger
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve))
  const taskImports = createTaskImports({
    ...database,
    ledger,
    readTable: async (bytes) => readTaskTable(bytes),
    pause,
  })
  const intake = createActIntake({
    ...{ store, crypto: testCrypto, clock, uptime, signals: database.signals, log, imports: taskImports },
    writesMail: true,
  })
  const feedFor = createFeedFor({ ledger, recent: createRecentLedger(ledger), clock, log })
  const documents = createDocuments({ ...database, ledger })
  const key = await makeTestKey()
  const append = (id: string, events: Event[]) => intake.appendServer(() => [{ id, events }], ['device/'])
  const from = parseDay('2024-01-01')
  if (from === null) throw new Error('not a day')
  const enlist = async (id: string, role: Role, agency: string | null = null) => {
    const of = agency === null ? null : AgencyId.parse(agency)
    const appointments = [{ role, title: role, agency: of, from, to: null }]
    const asked = { id: device(`device-${id}`), person: person(id), label: 'máy', publicKey: key.publicKey }
    const phase = { state: 'pending' } as const
    await append(`set/${id}`, [
      { kind: 'person-set', person: { kind: 'person', id: person(id), name: id, appointments } },
      { kind: 'device-asked', device: { kind: 'device', ...asked, askedAt: now, phase } },
      { kind: 'device-enrolled', device: asked.id },
    ])
  }
  for (const [id, role] of Object.entries(roles)) await enlist(id, role)

  /** @returns `accepted`, or why not. */
  const act = async <K extends ActKind>(
    who: string,
    kind: K,
    body: BodyOf<K>,
    openings: readonly Opening[] = [],
  ): Promise<string> => {
    acts += 1
    const id = `act-${acts}`.padEnd(22, '-')
    const by = { person: person(who), device: device(`device-${who}`) }
    const bytes = utf8(
      canonicalJson({ v: 1, id, kind, ...by, prev: [], castAt: now, anchor: noAnchor, body } as Json),
    )
    const envelope = { v: 1, bytes: base64(bytes), sig: await key.sign(bytes), openings }
    const { outcomes } = await intake.accept([{ id: id as never, sealed: utf8(JSON.stringify(envelope)) }])
    const [outcome] = outcomes
    if (outcome?.kind !== 'recorded') return outcome?.reason ?? 'nothing'
    const entry = parseEntry(outcome.leaf)
    if (entry?.kind !== 'act') throw new Error('a receipt of no act')
    return entry.verdict.kind === 'accepted' ? 'accepted' : entry.verdict.reason.kind
  }

  const keep = async (bytes: Bytes, pages: number): Promise<Hash> => {
    const hash = Hash.parse(sha256Hex(bytes))
    await database.blobs.begin(hash, bytes.length, person('sec'), now)
    await database.blobs.write(hash, 0, bytes)
    await database.blobs.markReady(hash, pages)
    return hash
  }
  const upload = (name: string): Promise<Hash> => keep(utf8(name), 1)

  /** An item with one paper, whose file has the item's name. */
  const matter = async (name: string, file = name) => {
    const hash = await upload(file)
    const size = utf8(file).length
    const content: AgendaItemContent = {
      title: name,
      presenter: 'Bộ trưởng',
      summary: '',
      documents: [{ id: DocumentId.parse('doc'), title: file, kind: 'draft', hash, size, pages: 1 }],
      secrets: [],
    }
    return openingOf(content)
  }

  /** A meeting from `startsAt` on, with item `a` for everybody and `b` for m2 and m3, handled by `sec`, chaired by `pm`. */
  const invite = async (startsAt: Instant, endsAt: Instant) => {
    const { contentHash, opening } = openingOf({ title: 'Phiên họp', place: 'Phòng 1', remarks: '' })
    const schedule = { meeting, contentHash, startsAt, endsAt, chair: person('pm') }
    await act('sec', 'draft-meeting', { ...schedule, type: 'regular', handlers: [person('sec')] }, [opening])
    for (const [id, readers] of [
      ['a', null],
      ['b', ['m2', 'm3']],
    ] as const) {
      const { contentHash: words, opening: said } = await matter(`Nội dung ${id}`, id)
      const body = {
        ...{ meeting, item: itemId(id), contentHash: words, rank: id, plannedMinutes: 20 },
        leadAgency: AgencyId.parse('health'),
        readers: readers === null ? null : readers.map(person),
      }
      await act('sec', 'draft-agenda-item', body, [said])
    }
    const rows = await ledger.rows([`meeting/${meeting}`, `agenda-item/${meeting}/`])
    const [held] = rows.flatMap(({ entity }) => (entity.kind === 'meeting' ? [entity] : []))
    if (!held) throw new Error('no meeting')
    const items = rows.flatMap(({ entity }) => (entity.kind === 'agenda-item' ? [entity] : []))
    const hash = agendaHash(held, items)
    await act('sec', 'submit-meeting', { meeting, agendaHash: hash })
    await act('head', 'approve-meeting', { meeting, agendaHash: hash })
    const told = await act('sec', 'invite-to-meeting', { meeting })
    if (told !== 'accepted') throw new Error(told)
  }

  /** What stands now, as it is signed with the conclusion of the meeting. */
  const conclusions = async () => {
    const rows = await ledger.rows(readsOfConclusions(meeting))
    return conclusionsHash(readerOver(new Map(rows.map(({ key, entity }) => [key, entity]))), meeting)
  }

  const pageFor = async (who: string, after = -1) => await feedFor(person(who), { epoch: 0, after, tree: 0 })

  return {
    act,
    append,
    conclusions,
    enlist,
    invite,
    intake,
    matter,
    upload,
    taskImports,
    /** A register in a workbook. */
    uploadWorkbook: (bytes: Bytes) => keep(bytes, 0),
    now: () => now,
    /** What the server will say of its own absence. */
    wasAway: (span: typeof away) => {
      away = span
    },
    set: (at: Instant) => {
      now = at
    },
    pass: (ms: number) => {
      now = instant(now + ms)
    },
    pageFor,
    /** Keys of rows about the meeting and its files. */
    rowsFor: async (who: string): Promise<EntityKey[]> =>
      (await pageFor(who)).rows
        .map(({ key: of }) => of)
        .filter((of) =>
          /^(meeting|agenda-item|attendance|position|document|session|presence|item-session|minutes|vote|vote-tally|cast)\//.test(
            of,
          ),
        )
        .sort(),
    /** Whether a person may have these bytes. */
    mayFetch: async (who: string, file: Hash): Promise<boolean> => {
      const [row] = await ledger.rows([`person/${who}`])
      if (row?.entity.kind !== 'person') throw new Error(`nobody called ${who}`)
      const subject = subjectOn(row.entity, null, now)
      return (await documents.questionsFor(file)).some((question) => permit(subject, question).allow)
    },
    /** A server of its own each time, as after a restart: it urges whom the rule names. */
    urge: () => createUrging({ ledger, appendServer: intake.appendServer, clock })(),
    /** What the server makes of every file: one text each. */
    processAll: () =>
      createDocumentIntake({
        ...database,
        process: async (bytes) => ({
          files: [{ kind: 'text', bytes: textOf(Buffer.from(bytes).toString()) }],
          noText: [],
          broken: [],
          faults: [],
        }),
        appendServer: intake.appendServer,
        clock,
        log,
      }).work(new AbortController().signal),
    appendServer: intake.appendServer,
    textHashOf: (name: string) => Hash.parse(sha256Hex(textOf(name))),
  }
}

export type MeetingWorld = Awaited<ReturnType<typeof createMeetingWorld>>

export function openingOf(content: Json): { contentHash: Hash; opening: Opening } {
  const value = canonicalJson(content)
  const contentHash = Hash.parse(sha256Hex(utf8(value)))
  return { contentHash, opening: { commit: contentHash, salt: '', value } }
}
