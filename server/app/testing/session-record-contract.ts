import { expect, test } from 'vitest'
import { Hash } from '../../../shared/domain/id.ts'
import { commitTo } from '../../../shared/ledger/commitment.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { hourMs, type Instant, instant, minuteMs } from '../../../shared/lib/time.ts'
import type { Database } from '../database.ts'
import { createMeetingWorld, itemId, meeting } from './meeting-world.ts'
import { person, startAt } from './test-office.ts'

const salt = new Uint8Array(32).fill(7)

/** What the tablet of a former chair still brings, through the server's own doors; in memory and in PostgreSQL. */
export function testSessionRecords(
  name: string,
  open: () => Promise<{ database: Database; close(): Promise<void> }>,
) {
  test(`[M8][M11][D2] what a chair wrote down without a line is taken after the chair was handed over, what they wrote later is not, and the item stays closed to them (${name})`, async () => {
    const { database, close } = await open()
    const world = await createMeetingWorld(database)
    const startsAt = instant(startAt + hourMs)
    await world.invite(startsAt, instant(startsAt + 3 * hourMs))
    world.set(startsAt)
    for (const who of ['pm', 'm2', 'm3', 'm4']) {
      await world.act(who, 'join-session', { meeting, how: 'in-room' })
    }
    expect(await world.act('pm', 'open-session', { meeting })).toBe('accepted')
    const record = (from: Instant, value: string) => {
      const noteCommit = Hash.parse(commitTo(salt, value))
      const body = { meeting, item: itemId('b'), what: 'note' as const, person: null, from, to: null }
      const opening = { commit: noteCommit, salt: base64(salt), value }
      return world.act('pm', 'record-session', { ...body, noteCommit }, [opening])
    }
    const wrote = world.now()
    world.pass(minuteMs)
    expect(await world.act('pm', 'hand-over-chair', { meeting, person: person('m2') })).toBe('accepted')
    expect(await record(world.now(), 'Sau khi chuyển')).toBe('not-allowed')
    expect(await record(wrote, 'Mất mạng')).toBe('accepted')
    const [row] = await database.ledger.read.rows([`item-session/${meeting}/b`])
    const told = row?.entity.kind === 'item-session' ? row.entity.records : []
    expect(told.map(({ by, from }) => [by, from])).toEqual([['pm', wrote]])
    expect((await world.rowsFor('pm')).filter((key) => key.includes('/b'))).toEqual([])
    expect((await world.rowsFor('m2')).includes(`item-session/${meeting}/b`)).toBe(true)
    await close()
  })
}
