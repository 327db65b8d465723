import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IssueId, MeetingId, VoteId } from '../../../shared/domain/id.ts'
import type { VoteContent } from '../../../shared/domain/vote.ts'
import { hourMs, instant } from '../../../shared/lib/time.ts'
import { heldMs, tokenHashOf } from '../../../shared/protocol/room-screen.ts'
import type { Database } from '../database.ts'
import { createRoomScreens, type RoomScreens } from '../room-screen.ts'
import {
  createMeetingWorld,
  everybody,
  itemId,
  type MeetingWorld,
  meeting,
  openingOf,
} from './meeting-world.ts'
import { startAt } from './test-office.ts'

const startsAt = instant(startAt + hourMs)
const endsAt = instant(startsAt + 3 * hourMs)
const issue: VoteContent['issue'] = {
  id: IssueId.parse('issue'),
  question: 'Đồng chí có tán thành?',
  form: { kind: 'opinion' },
}
const tokenOf = (digit: string) => digit.repeat(64)

/** The life of the link of the display in the hall, through the server's own doors; in memory and in PostgreSQL. */
export function testRoomScreens(
  name: string,
  open: () => Promise<{ database: Database; close(): Promise<void> }>,
) {
  describe(`the room screen (${name})`, () => {
    let world: MeetingWorld
    let screens: RoomScreens
    let opened: Awaited<ReturnType<typeof open>>
    /** Ends the time for which a question is kept. */
    let overs: (() => void)[] = []
    beforeAll(async () => {
      opened = await open()
      const { database } = opened
      world = await createMeetingWorld(database)
      await world.invite(startsAt, endsAt)
      screens = createRoomScreens({
        ledger: database.ledger.read,
        signals: database.signals,
        clock: { now: world.now },
        pause: (ms) => (ms < heldMs ? Promise.resolve() : new Promise((resolve) => overs.push(resolve))),
      })
      world.set(startsAt)
    })
    afterAll(async () => {
      screens.beginStopping()
      await opened.close()
    })

    const openLink = (who: string, digit: string) =>
      world.act(who, 'open-room-screen', { meeting, tokenHash: tokenHashOf(tokenOf(digit)) })
    const look = (digit: string, seen: string | null = null, of = meeting) =>
      screens.look({ meeting: of, token: tokenOf(digit), seen })
    const shown = async (digit: string, seen: string | null = null) => {
      const reply = await look(digit, seen)
      if (typeof reply === 'string') throw new Error(reply)
      return reply
    }

    it('[O3][O5] without the token of the link that is alive nothing is told, not even that there is a meeting', async () => {
      expect(await look('a')).toBe('not-found')
      expect(await openLink('m2', 'a')).toBe('not-allowed')
      expect(await openLink('foreign', 'a')).toBe('not-found')
      expect(await openLink('sec', 'a')).toBe('accepted')
      expect((await shown('a')).view.stage.kind).toBe('before')
      expect(await look('b')).toBe('not-found')
      expect(await look('a', null, MeetingId.parse('another'))).toBe('not-found')
      expect(await look('a', null, MeetingId.parse('__proto__x'))).toBe('not-found')
    })

    it('[O5] the ledger holds the hash of the token; who conducts the meeting reads it, and nobody else', async () => {
      const pages = await Promise.all(
        everybody.map(async (who) => {
          const text = JSON.stringify((await world.pageFor(who)).rows)
          return { who, sees: text.includes(tokenHashOf(tokenOf('a'))), token: text.includes(tokenOf('a')) }
        }),
      )
      expect(pages.filter(({ sees }) => sees).map(({ who }) => who)).toEqual(['pm', 'sec', 'head'])
      expect(pages.filter(({ token }) => token)).toEqual([])
    })

    it('[M5] a question that has nothing new is kept, and answered with the next change', async () => {
      const { version } = await shown('a')
      const kept = shown('a', version)
      for (const who of ['pm', 'm2', 'm3']) {
        await world.act(who, 'join-session', { meeting, how: 'in-room' })
      }
      expect((await kept).version).not.toBe(version)
      await world.act('pm', 'open-session', { meeting })
      await world.act('sec', 'start-item', { meeting, item: itemId('a') })
      const now = await shown('a')
      expect(now.view.stage).toMatchObject({ kind: 'item', no: 1, title: 'Nội dung a', vote: null })
      overs = []
      const same = shown('a', now.version)
      await expect.poll(() => overs.length).toBe(1)
      overs[0]?.()
      expect(await same).toMatchObject({ version: now.version, view: now.view })
    })

    it('[M6] tells of a vote how many have voted, and after closing who said what', async () => {
      const vote = { meeting, item: itemId('a'), vote: VoteId.parse('vote') }
      const question = openingOf({ issue, text: '' })
      const { contentHash } = question
      await world.act('pm', 'open-vote', { ...vote, contentHash, seconds: 60 }, [question.opening])
      expect((await shown('a')).view.stage).toMatchObject({ vote: { state: 'open', cast: 0, members: 4 } })
      await world.act('pm', 'close-vote', vote)
      expect((await shown('a')).view.stage).toMatchObject({
        vote: {
          state: 'closed',
          result: 'not-adopted',
          entries: Array(4).fill({ said: { kind: 'not-voted' } }),
        },
      })
    })

    it('[D2] of an item for some members alone it shows that it shows nothing', async () => {
      await world.act('sec', 'start-item', { meeting, item: itemId('b') })
      expect((await shown('a')).view.stage).toEqual({ kind: 'hidden' })
    })

    it('[O6] no more displays than a hall can have', async () => {
      const { version } = await shown('a')
      overs = []
      const kept = Array.from({ length: 12 }, () => look('a', version))
      await expect.poll(() => overs.length).toBe(12)
      expect(await look('a', version)).toBe('too-many')
      // Whoever has seen nothing yet is told at once.
      expect((await shown('a')).version).toBe(version)
      for (const over of overs) over()
      await Promise.all(kept)
    })

    it('[O5] another link ends the one before, also for a question that is kept; switching off ends all', async () => {
      const { version } = await shown('a')
      const kept = look('a', version)
      expect(await openLink('pm', 'b')).toBe('accepted')
      expect(await kept).toBe('not-found')
      expect(await look('a')).toBe('not-found')
      const now = await shown('b')
      const other = look('b', now.version)
      expect(await world.act('head', 'close-room-screen', { meeting })).toBe('accepted')
      expect(await other).toBe('not-found')
      expect(await look('b')).toBe('not-found')
    })

    it('[M5] it ends some hours after the session', async () => {
      expect(await openLink('sec', 'c')).toBe('accepted')
      await world.act('pm', 'end-session', { meeting })
      expect((await shown('c')).view.stage.kind).toBe('ended')
      world.pass(3 * hourMs + 1)
      expect(await look('c')).toBe('not-found')
      expect(await openLink('sec', 'd')).toBe('wrong-state')
    })
  })
}
