import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { comparisonKey, documentKey } from '../../../shared/domain/document.ts'
import { BallotId } from '../../../shared/domain/id.ts'
import { rootOfFrontier } from '../../../shared/ledger/frontier.ts'
import { leafHash, rootOf } from '../../../shared/ledger/merkle.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import type { LedgerStore } from '../ledger-port.ts'
import { testFeed } from './feed-contract.ts'
import {
  actId,
  agency,
  appendAll,
  appendOne,
  ballot,
  deviceId,
  hashOf,
  hour,
  leafAt,
  personId,
} from './ledger-rows.ts'
import { announcedAt, testRestore } from './restore-contract.ts'

export type LedgerUnderTest = {
  store: LedgerStore
  /** A second server on the same data. */
  other(): Promise<LedgerStore>
  close(): Promise<void>
}

/** What every ledger store keeps to, in memory and in PostgreSQL. */
export function testLedgerStore(name: string, create: () => Promise<LedgerUnderTest>): void {
  describe(`ledger store: ${name}`, () => {
    let subject: LedgerUnderTest
    let store: LedgerStore
    beforeEach(async () => {
      subject = await create()
      store = subject.store
    })
    afterEach(() => subject.close())

    it('[O4] an empty ledger', async () => {
      expect(await store.read.head()).toEqual({
        epoch: 0,
        size: 0,
        lastAt: 0,
        frontier: { size: 0, hashes: [] },
      })
      expect(await store.read.reached()).toEqual({ epoch: 0, upTo: -1 })
      expect(await store.read.checkpoint()).toBeNull()
      expect(await store.read.leavesFrom(0, 10)).toEqual([])
      expect(await store.read.feed({ person: personId('an'), after: -1, limit: 10 })).toEqual({
        rows: [],
        gone: [],
        ownLeaves: [],
        upTo: -1,
        more: false,
      })
    })

    it('[O4] leaves come back letter for letter, and the tree is theirs', async () => {
      const leaves = [
        leafAt(0, { actId: actId('a0'), person: personId('an'), device: deviceId('d1') }),
        leafAt(1),
        leafAt(2, { at: hour(101), text: '{"a":"Đồng ý 🏛 \\ud83d \u0001"}' }),
      ]
      await store.write(async (ledger) => appendAll(ledger, leaves, (await ledger.head()).frontier))
      expect(await store.read.leavesFrom(0, 10)).toEqual(leaves)
      expect(await store.read.leavesFrom(1, 1)).toEqual(leaves.slice(1, 2))
      expect(await store.read.leaves([2, 0, 0, 7])).toEqual([leaves[0], leaves[2]])
      expect(await store.read.leafOfAct(actId('a0'))).toEqual(leaves[0])
      expect(await store.read.leafOfAct(actId('a1'))).toBeUndefined()
      expect(await store.read.hasServerEntry('entry/1')).toBe(true)
      expect(await store.read.hasServerEntry('entry/0')).toBe(false)
      expect(await store.read.checkpoint()).toEqual({ size: 3, note: 'note 3' })
      const { frontier, ...head } = await store.read.head()
      expect(head).toEqual({ epoch: 0, size: 3, lastAt: 101 })
      expect(await store.read.reached()).toEqual({ epoch: 0, upTo: 2 })
      const root = rootOf(leaves.map(({ text }) => leafHash(utf8(text))))
      expect(base64(rootOfFrontier(frontier))).toBe(base64(root))
      const node = await store.read.nodes([{ level: 1, index: 0 }])
      expect(node(1, 0)).toHaveLength(32)
      await expect(store.read.nodes([{ level: 1, index: 1 }])).rejects.toThrow(RangeError)
    })

    it('[O4] no gap, no number twice, no hour before the last, no other tree', async () => {
      await store.write((ledger) => appendOne(ledger))
      const append = (facts: Parameters<typeof leafAt>, size = 2) =>
        store.write((ledger) =>
          ledger.append([{ ...leafAt(...facts), hash: leafHash(utf8('x')) }], [], { size, note: '' }),
        )
      await expect(append([2], 3)).rejects.toThrow()
      await expect(append([0], 1)).rejects.toThrow()
      await expect(append([1, { at: hour(99) }])).rejects.toThrow()
      await expect(append([1], 3)).rejects.toThrow()
      await append([1, { at: hour(100) }])
      expect((await store.read.leavesFrom(0, 9)).map(({ n, at }) => [n, at])).toEqual([
        [0, 100],
        [1, 100],
      ])
    })

    it('[O4] an act or a server entry is there once, and a leaf is of one of the two', async () => {
      await store.write((ledger) => appendOne(ledger, { actId: actId('a') }))
      await store.write((ledger) => appendOne(ledger, { serverId: 'deemed/b/an' }))
      await expect(store.write((ledger) => appendOne(ledger, { actId: actId('a') }))).rejects.toThrow()
      await expect(store.write((ledger) => appendOne(ledger, { serverId: 'deemed/b/an' }))).rejects.toThrow()
      await expect(store.write((ledger) => appendOne(ledger, { serverId: null }))).rejects.toThrow()
      await expect(
        store.write((ledger) => appendOne(ledger, { actId: actId('b'), serverId: 's' })),
      ).rejects.toThrow()
      expect((await store.read.head()).size).toBe(2)
    })

    it('[O2] nothing remains of what rejects, and readers never saw it', async () => {
      await store.write((ledger) => appendOne(ledger, {}, { rows: [{ key: 'agency/a', scopes: ['all'] }] }))
      const before = await store.read.rows(['agency/a'])
      const seen: number[] = []
      const failing = store.write(async (ledger) => {
        await appendOne(
          ledger,
          { actId: actId('x') },
          { rows: [{ key: 'agency/a', scopes: [] }], people: { an: ['all'] } },
        )
        await ledger.putOpenings(1, [{ commit: hashOf('o'), salt: '', value: 'o' }])
        await ledger.announce(announcedAt(2, 4), 'note of 4')
        expect(await ledger.appendRoomUpdates([{ room: 'acts/d/r', update: Uint8Array.of(1) }])).toEqual([1])
        expect((await ledger.head()).size).toBe(2)
        expect((await ledger.rows(['agency/a']))[0]?.n).toBe(1)
        seen.push((await store.read.head()).size)
        throw new Error('power cut')
      })
      await expect(failing).rejects.toThrow('power cut')
      expect(seen).toEqual([1])
      expect((await store.read.head()).epoch).toBe(0)
      expect((await store.read.head()).size).toBe(1)
      expect(await store.read.rows(['agency/a'])).toEqual(before)
      expect(await store.read.leafOfAct(actId('x'))).toBeUndefined()
      expect((await store.read.openings([hashOf('o')])).size).toBe(0)
      expect(await store.read.scopesOfPerson(personId('an'))).toEqual([])
      expect(await store.write((ledger) => appendOne(ledger))).toBe(1)
    })

    it('[O4] two servers that write at once take turns, from the first read to the commit', async () => {
      const other = await subject.other()
      const write = (ledger: LedgerStore) => ledger.write((writes) => appendOne(writes))
      const numbers = await Promise.all(
        Array.from({ length: 20 }, (_, turn) => write(turn % 2 === 0 ? store : other)),
      )
      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n))
      expect(await other.read.head()).toEqual(await store.read.head())
    })

    it('a row has its last value, its number, and the trail of all leaves that made it', async () => {
      await store.write(async (ledger) => {
        await appendOne(ledger, {}, { rows: [{ key: 'agency/b', scopes: ['all'], name: 'Bộ Y tế' }] })
        await appendOne(ledger, {}, { rows: [{ key: 'agency/a', scopes: ['all'] }] })
        await ledger.putRows([
          { key: 'agency/b', entity: agency('1'), n: 1, scopes: ['all'] },
          { key: 'agency/b', entity: agency('2'), n: 1, scopes: ['all'] },
        ])
      })
      await store.write(async (ledger) => {
        const n = await appendOne(ledger)
        await ledger.putRows([{ key: 'agency/b', entity: agency('3'), n, scopes: ['all'] }])
        await ledger.putRows([{ key: 'agency/b', entity: agency('4'), n, scopes: ['all'] }])
      })
      expect(await store.read.rows(['agency/b', 'agency/none'])).toEqual([
        { key: 'agency/b', entity: agency('4'), n: 2, trail: [0, 1, 2] },
      ])
      expect((await store.read.rowsOfKind('agency')).map(({ key }) => key)).toEqual(['agency/a', 'agency/b'])
      expect(await store.read.rowsOfKind('ballot')).toEqual([])
      const changed = async (n: number, key: string, limit = 9) =>
        (await store.read.rowsChanged('agency', { n, key }, limit)).map((row) => row.key)
      expect(await changed(-1, '')).toEqual(['agency/a', 'agency/b'])
      expect(await changed(-1, '', 1)).toEqual(['agency/a'])
      expect(await changed(1, 'agency/a')).toEqual(['agency/b'])
      expect(await changed(2, 'agency/b')).toEqual([])
    })

    it('rows by prefix: all below it and nothing beside it, in order, each once', async () => {
      const keys = ['progress/b1/z', 'progress/b1/a', 'progress/b10/a', 'progress/b1', 'progress/B1/a']
      await store.write(async (ledger) => {
        await appendOne(ledger, {}, { rows: keys.map((key) => ({ key, scopes: [] })) })
      })
      const found = async (...asked: string[]) => (await store.read.rows(asked)).map(({ key }) => key)
      expect(await found('progress/b1/')).toEqual(['progress/b1/a', 'progress/b1/z'])
      expect(await found('progress/', 'progress/b1')).toEqual(keys.toSorted())
      expect(await found('progress/b1/z', 'progress/b1/')).toEqual(['progress/b1/a', 'progress/b1/z'])
      expect(await found()).toEqual([])
    })

    it('[B8] ballots due: issued, and their deadline before the hour', async () => {
      const ballots = [
        ballot('due'),
        ballot('at', { deadlineAt: hour(2000) }),
        ballot('closed', { phase: { state: 'closed', at: hour(5), by: null, reason: '' } }),
        ballot('waits', { phase: { state: 'closing-waits', downFrom: hour(1), downTo: hour(2) } }),
        ballot('draft', { phase: { state: 'draft' } }),
      ]
      await store.write(async (ledger) => {
        const n = await appendOne(ledger)
        await ledger.putRows(ballots.map((entity) => ({ key: `ballot/${entity.id}`, entity, n, scopes: [] })))
      })
      const due = async (at: number) => (await store.read.ballotsDue(hour(at))).map(({ key }) => key)
      expect(await due(1000)).toEqual([])
      expect(await due(2000)).toEqual(['ballot/due'])
      expect(await due(2001)).toEqual(['ballot/at', 'ballot/due'])
      expect((await store.read.due(hour(2000))).map(({ key }) => key)).toEqual(['ballot/due'])
    })

    it('[D1] ballots of a file: every one that holds it', async () => {
      await store.write(async (ledger) => {
        const n = await appendOne(ledger)
        const files = [[hashOf('f'), hashOf('g')], [hashOf('g')]]
        await ledger.putRows(
          files.map((held, i) => ({
            key: `ballot/${i}`,
            entity: ballot(String(i), { files: held }),
            n,
            scopes: [],
          })),
        )
      })
      const of = async (...files: string[]) =>
        (await store.read.holdersOfFiles(files.map(hashOf))).map(({ key }) => key)
      expect(await of('f')).toEqual(['ballot/0'])
      expect(await of('g')).toEqual(['ballot/0', 'ballot/1'])
      expect(await of('h')).toEqual([])
      expect(await of('h', 'f', 'f')).toEqual(['ballot/0'])
      const [from, to] = [hashOf('f'), hashOf('g')]
      const made = (name: string) => [{ kind: 'text' as const, hash: hashOf(name), size: 1 }]
      await store.write(async (ledger) => {
        const n = await appendOne(ledger)
        const facts = { noText: [], broken: [], faults: [] }
        const counts = { added: 0, removed: 0, changed: 0 }
        await ledger.putRows([
          {
            key: documentKey(from),
            entity: { kind: 'document', id: from, derived: made('of f'), ...facts },
            n,
            scopes: [],
          },
          {
            key: comparisonKey(BallotId.parse('1'), from, to),
            entity: {
              kind: 'comparison',
              ballot: BallotId.parse('1'),
              from,
              to,
              derived: made('of both'),
              ...counts,
            },
            n,
            scopes: [],
          },
        ])
      })
      expect([await of('of f'), await of('of both')]).toEqual([['ballot/0'], ['ballot/1']])
    })

    it('[B9] the first entry after an hour', async () => {
      await store.write(async (ledger) => {
        for (const at of [10, 10, 20, 20]) await appendOne(ledger, { at: hour(at) })
      })
      const first = (at: number) => store.read.firstEntryAfter(hour(at))
      expect([await first(9), await first(10), await first(19), await first(20)]).toEqual([0, 2, 2, null])
    })

    it('openings: the first stays, whatever text it holds', async () => {
      const salt = base64(new Uint8Array(32))
      const odd = { commit: hashOf('odd'), salt, value: 'Không đồng ý\u0000\u200b' }
      await store.write(async (ledger) => {
        const n = await appendOne(ledger)
        await ledger.putOpenings(n, [odd, { commit: hashOf('p'), salt: '', value: '' }])
        await ledger.putOpenings(n, [{ ...odd, value: 'other' }])
      })
      expect(await store.read.openings([hashOf('odd'), hashOf('p'), hashOf('q')])).toEqual(
        new Map([
          [hashOf('odd'), odd],
          [hashOf('p'), { commit: hashOf('p'), salt: '', value: '' }],
        ]),
      )
    })

    it('[O2] room updates of an act and the epoch are of the same transaction', async () => {
      const numbers = await store.write(async (ledger) => {
        await appendOne(ledger)
        await ledger.announce(announcedAt(1, 3), 'note of 3')
        const [first] = await ledger.appendRoomUpdates([{ room: 'acts/d/r', update: Uint8Array.of(1) }])
        return [first, ...(await ledger.appendRoomUpdates([{ room: 'acts/d/r', update: Uint8Array.of(2) }]))]
      })
      expect(numbers).toEqual([1, 2])
      expect((await (await subject.other()).read.head()).epoch).toBe(3)
    })

    testFeed(() => store)
    testRestore(() => subject)
  })
}
