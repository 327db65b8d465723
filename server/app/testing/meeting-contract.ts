import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agendaHash } from '../../../shared/domain/agenda-item.ts'
import { AgencyId, Hash } from '../../../shared/domain/id.ts'
import { commitTo } from '../../../shared/ledger/commitment.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { dayMs, hourMs, instant, minuteMs } from '../../../shared/lib/time.ts'
import type { Database } from '../database.ts'
import { createFileSweep } from '../file-sweep.ts'
import { replayLedger } from '../replay.ts'
import {
  createMeetingWorld,
  everybody,
  itemId,
  type MeetingWorld,
  meeting,
  openingOf,
} from './meeting-world.ts'
import { fileHash, person, startAt, testCrypto } from './test-office.ts'

const startsAt = instant(startAt + 3 * dayMs)
const endsAt = instant(startsAt + 3 * hourMs)
const reason = 'lý do'

/** One meeting through the server's own doors, from the draft to the guest's last minute; in memory and in PostgreSQL. */
export function testMeetings(
  name: string,
  open: () => Promise<{ database: Database; close(): Promise<void> }>,
) {
  describe(`a meeting (${name})`, () => {
    let world: MeetingWorld
    let opened: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      opened = await open()
      world = await createMeetingWorld(opened.database)
    })
    afterAll(() => opened.close())

    const rowsByPerson = async () =>
      Object.fromEntries(
        await Promise.all(everybody.map(async (who) => [who, await world.rowsFor(who)] as const)),
      )
    const whoMayFetch = async (file: Hash) => {
      const asked = await Promise.all(
        everybody.map(async (who) => ({ who, may: await world.mayFetch(who, file) })),
      )
      return asked.filter(({ may }) => may).map(({ who }) => who)
    }

    const draftItem = async (
      id: string,
      readers: string[] | null,
      kind: 'draft' | 'change' = 'draft',
      file = id,
    ) => {
      const { contentHash, opening } = await world.matter(`Nội dung ${id}`, file)
      const body = {
        ...{ meeting, item: itemId(id), contentHash, rank: id, plannedMinutes: 20 },
        leadAgency: AgencyId.parse('health'),
        readers: readers === null ? null : readers.map(person),
      }
      return kind === 'draft'
        ? await world.act('sec', 'draft-agenda-item', body, [opening])
        : await world.act('head', 'change-agenda-item', { ...body, reason }, [opening])
    }

    const heldRows = async () => {
      const rows = await opened.database.ledger.read.rows([`meeting/${meeting}`, `agenda-item/${meeting}/`])
      const [held] = rows.flatMap(({ entity }) => (entity.kind === 'meeting' ? [entity] : []))
      if (!held) throw new Error('no meeting')
      return { held, items: rows.flatMap(({ entity }) => (entity.kind === 'agenda-item' ? [entity] : [])) }
    }
    const hashNow = async () => {
      const { held, items } = await heldRows()
      return agendaHash(held, items)
    }

    it('[M1][D2] is seen by those who prepare it until it is sent out', async () => {
      const { contentHash, opening } = openingOf({ title: 'Phiên họp', place: 'Phòng 1', remarks: '' })
      const schedule = { meeting, contentHash, startsAt, endsAt, chair: person('pm') }
      const draft = { ...schedule, type: 'regular' as const, handlers: [person('sec')] }
      expect(await world.act('sec', 'draft-meeting', draft, [opening])).toBe('accepted')
      expect(await draftItem('a', null)).toBe('accepted')
      expect(await draftItem('b', ['m2', 'm3'])).toBe('accepted')
      expect(await world.act('sec', 'submit-meeting', { meeting, agendaHash: await hashNow() })).toBe(
        'accepted',
      )
      expect(await world.act('foreign', 'submit-meeting', { meeting, agendaHash: await hashNow() })).toBe(
        'not-found',
      )
      expect(await world.act('sec', 'approve-meeting', { meeting, agendaHash: await hashNow() })).toBe(
        'not-allowed',
      )
      expect(await world.act('head', 'approve-meeting', { meeting, agendaHash: await hashNow() })).toBe(
        'accepted',
      )
      await world.processAll()
      const rows = await rowsByPerson()
      expect(Object.entries(rows).flatMap(([who, keys]) => (keys.length > 0 ? [who] : []))).toEqual([
        'sec',
        'head',
      ])
      expect(await whoMayFetch(fileHash('b'))).toEqual(['sec', 'head'])
      expect(await world.act('sec', 'invite-to-meeting', { meeting })).toBe('accepted')
    })

    it('[D2] goes to exactly those entitled: rows, files, and what was made of the files', async () => {
      const row = {
        meeting: `meeting/${meeting}`,
        a: `agenda-item/${meeting}/a`,
        b: `agenda-item/${meeting}/b`,
      }
      const paper = { a: `document/${fileHash('a')}`, b: `document/${fileHash('b')}` }
      const all = Object.values(paper).concat(row.a, row.b, row.meeting).sort()
      const onlyA = [row.a, paper.a, row.meeting].sort()
      const told = await rowsByPerson()
      expect(told).toEqual({
        ...{ pm: all, m2: all, m3: all, m4: onlyA, sec: all, foreign: [], head: all },
        ...{ sub: [], guest: [], clerk: [], auditor: [], admin: [] },
      })
      for (const file of [fileHash('b'), world.textHashOf('b')]) {
        expect(await whoMayFetch(file)).toEqual(['pm', 'm2', 'm3', 'sec', 'head'])
      }
      expect(await whoMayFetch(fileHash('a'))).toEqual(['pm', 'm2', 'm3', 'm4', 'sec', 'head'])
      const page = JSON.stringify(await world.pageFor('m4'))
      for (const trace of [`${meeting}/b`, '"item":"b"', 'Nội dung b', fileHash('b')])
        expect([trace, page.includes(trace)]).toEqual([trace, false])
    })

    it('[M3][M4] what members say goes to the Office, the chair and themselves, with the note', async () => {
      const reply = {
        kind: 'substitute' as const,
        reason,
        person: person('sub'),
        letter: '15/GUQ',
        items: [itemId('b')],
      }
      const times = { from: world.now(), to: endsAt }
      expect(await world.act('m2', 'reply-to-invitation', { meeting, reply: { ...reply, ...times } })).toBe(
        'accepted',
      )
      const admit = { meeting, item: itemId('b'), person: person('sub'), member: person('m2'), ...times }
      expect(await world.act('sec', 'admit-to-item', admit)).toBe('accepted')
      const salt = new Uint8Array(32).fill(7)
      const note = {
        commit: Hash.parse(commitTo(salt, 'Chưa rõ nguồn vốn')),
        salt: base64(salt),
        value: 'Chưa rõ nguồn vốn',
      }
      const { items } = await heldRows()
      const contentHash = items.find(({ id }) => id === 'b')?.contentHash ?? fileHash('none')
      const said = {
        meeting,
        item: itemId('b'),
        contentHash,
        stance: 'objection',
        noteCommit: note.commit,
      } as const
      expect(await world.act('sub', 'take-position', { ...said, member: person('m3') }, [note])).toBe(
        'not-allowed',
      )
      expect(await world.act('sub', 'take-position', { ...said, member: person('m2') }, [note])).toBe(
        'accepted',
      )
      const key = `position/${meeting}/b/m2`
      const readers = await Promise.all(
        everybody.map(async (who) => [who, await world.pageFor(who)] as const),
      )
      const told = readers.filter(([, { rows }]) => rows.some((one) => one.key === key)).map(([who]) => who)
      expect(told).toEqual(['pm', 'm2', 'sec', 'head'])
      const chair = (await world.pageFor('pm')).rows.find((one) => one.key === key)
      expect(chair?.openings.map(({ value }) => value)).toEqual(['Chưa rõ nguồn vốn'])
      expect((await world.rowsFor('sub')).filter((one) => one.includes('/a'))).toEqual([])
    })

    it('[D2] a guest has one item until the hour; then nothing is read, and the tablet hears that it is gone', async () => {
      const to = instant(world.now() + hourMs)
      const admit = {
        meeting,
        item: itemId('a'),
        person: person('guest'),
        member: null,
        from: world.now(),
        to,
      }
      expect(await world.act('sec', 'admit-to-item', admit)).toBe('accepted')
      const page = await world.pageFor('guest')
      const held = [`agenda-item/${meeting}/a`, `document/${fileHash('a')}`, `meeting/${meeting}`]
      expect(await world.rowsFor('guest')).toEqual(held)
      world.set(to)
      expect(await world.mayFetch('guest', fileHash('a'))).toBe(true)
      world.pass(1)
      // Before the server has written anything about it.
      expect(await world.mayFetch('guest', fileHash('a'))).toBe(false)
      expect(await world.mayFetch('guest', world.textHashOf('a'))).toBe(false)
      expect((await world.rowsFor('guest')).includes(`agenda-item/${meeting}/a`)).toBe(false)
      await world.intake.tick()
      await world.intake.tick()
      const after = await world.pageFor('guest', page.upTo)
      expect([...after.gone].sort()).toEqual(held)
      expect(await world.rowsFor('guest')).toEqual([])
      const { held: row, items } = await heldRows()
      expect(row.admitted).toEqual(['sub'])
      expect(items[0]?.admissions).toMatchObject([{ person: 'guest', endedAt: world.now() }])
    })

    it('[D2][D1] readers who are taken off an item lose it with its files; those who stay keep the old version too', async () => {
      const before = (await world.pageFor('m3')).upTo
      expect(await draftItem('b', ['m2'], 'change', 'b-late')).toBe('accepted')
      await world.processAll()
      const gone = (await world.pageFor('m3', before)).gone
      expect([...gone].sort()).toEqual([`agenda-item/${meeting}/b`, `document/${fileHash('b')}`])
      expect(await whoMayFetch(fileHash('b'))).toEqual(['pm', 'm2', 'sec', 'head', 'sub'])
      expect(await whoMayFetch(fileHash('b-late'))).toEqual(['pm', 'm2', 'sec', 'head', 'sub'])
    })

    it('[M11][D2] a new chair reads every item, and the former one what is theirs', async () => {
      const { held } = await heldRows()
      const { contentHash } = held
      const body = { meeting, contentHash, startsAt, endsAt, chair: person('m4'), reason }
      expect(await world.act('head', 'change-meeting', body)).toBe('accepted')
      expect(await whoMayFetch(fileHash('b'))).toEqual(['m2', 'm4', 'sec', 'head', 'sub'])
      expect((await world.rowsFor('m4')).includes(`position/${meeting}/b/m2`)).toBe(true)
      const keys = await world.rowsFor('pm')
      expect(keys.filter((key) => key.includes('/b'))).toEqual([])
      expect(keys).not.toContain(`document/${fileHash('b')}`)
    })

    it('[O6] files that an item holds are not swept, others are', async () => {
      await world.upload('loose')
      await world.processAll()
      const clock = { now: () => instant(world.now() + dayMs) }
      const sweep = createFileSweep({ ...opened.database, keptDays: 0, clock, log: () => {} })
      await sweep()
      const state = async (name: string) => (await opened.database.blobs.state(fileHash(name)))?.kind
      expect([await state('a'), await state('b'), await state('b-late'), await state('loose')]).toEqual([
        'ready',
        'ready',
        'ready',
        undefined,
      ])
    })

    it('[O4] the ledger makes the same rows again', async () => {
      world.pass(minuteMs)
      const { ledgerKey, verifyEd25519 } = testCrypto
      const { faults } = await replayLedger(opened.database.ledger.read, ledgerKey, verifyEd25519)
      expect(faults).toEqual([])
    })
  })
}
