import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../shared/domain/scope.ts'
import type { LedgerStore } from '../ledger-port.ts'
import { createFeedReader } from './feed-reader.ts'
import { actId, appendOne, leafAt, type PutRow, personId } from './ledger-rows.ts'

type Step = {
  rows?: readonly PutRow[]
  people?: Readonly<Record<string, readonly Scope[]>>
  scopesOnly?: readonly { key: string; scopes: readonly Scope[] }[]
  by?: string
}

/** What the feed selects, in every case of rows and scopes that come and go on either side. */
export function testFeed(storeOf: () => LedgerStore): void {
  describe('feed', () => {
    const step = ({ rows = [], people = {}, scopesOnly = [], by }: Step) =>
      storeOf().write(async (ledger) => {
        const { size } = await ledger.head()
        const facts = by ? { actId: actId(`${by}${size}`), serverId: null, person: personId(by) } : {}
        const n = await appendOne(ledger, facts, { rows, people })
        await ledger.setRowScopes(scopesOnly.map((row) => ({ ...row, n })))
      })
    const run = async (...steps: Step[]) => {
      for (const it of steps) await step(it)
    }
    const feed = (after: number, limit = 100) => storeOf().read.feed({ person: personId('an'), after, limit })
    const brief = async (after: number, limit?: number) => {
      const { rows, gone, upTo, more } = await feed(after, limit)
      return { rows: rows.map(({ key, n }) => [key, n]), gone, upTo, more }
    }
    const a = (...scopes: Scope[]): PutRow => ({ key: 'agency/a', scopes })

    it('a row of a common scope: new at first, then only as changed', async () => {
      await run({ people: { an: ['x'] } }, { rows: [a('x', 'z')] }, {}, { rows: [a('x', 'z')] })
      expect(await brief(-1)).toEqual({ rows: [['agency/a', 3]], gone: [], upTo: 3, more: false })
      expect(await brief(1)).toMatchObject({ rows: [['agency/a', 3]] })
      expect(await brief(3)).toEqual({ rows: [], gone: [], upTo: 3, more: false })
      const [row] = (await feed(1)).rows
      expect(row).toEqual({
        key: 'agency/a',
        entity: { kind: 'agency', id: 'a', name: 'agency/a 3' },
        n: 3,
        trail: [1, 3],
      })
    })

    it('[D2] a row of other scopes is not there, and nothing says that it is', async () => {
      await run({ people: { an: ['x'], binh: ['y'] } }, { rows: [a('y')] }, { rows: [a('y')] })
      expect(await brief(-1)).toEqual({ rows: [], gone: [], upTo: 2, more: false })
      await run({ rows: [a()] })
      expect(await brief(-1)).toEqual({ rows: [], gone: [], upTo: 3, more: false })
    })

    it('a person gains a scope: old rows come whole, under the number of the gain', async () => {
      await run({ people: { an: [] } }, { rows: [a('x')] }, {}, { people: { an: ['x'] } })
      expect(await brief(2)).toMatchObject({ rows: [['agency/a', 3]] })
    })

    it('a row gains a scope, by being written or by its scopes alone', async () => {
      await run({ people: { an: ['x'] } }, { rows: [a('y')] }, { rows: [a('y', 'x')] })
      expect(await brief(1)).toMatchObject({ rows: [['agency/a', 2]] })
      await run({ rows: [{ key: 'agency/b', scopes: [] }] })
      await run({
        scopesOnly: [
          { key: 'agency/b', scopes: ['x'] },
          { key: 'agency/none', scopes: ['x'] },
        ],
      })
      expect(await brief(3)).toEqual({ rows: [['agency/b', 4]], gone: [], upTo: 4, more: false })
      const [row] = (await feed(3)).rows
      expect(row?.trail).toEqual([3])
    })

    it.each<[string, Step]>([
      ['the person loses it', { people: { an: ['y'] } }],
      ['the row loses it', { rows: [a('z')] }],
      ['the row loses it unchanged', { scopesOnly: [{ key: 'agency/a', scopes: [] }] }],
    ])('[D2] a scope lost: %s, and the key is told as gone, once', async (_name, loss) => {
      await run({ people: { an: ['x', 'y'] } }, { rows: [a('x')] }, loss, {})
      expect(await brief(1)).toEqual({ rows: [], gone: ['agency/a'], upTo: 3, more: false })
      expect(await brief(2)).toEqual({ rows: [], gone: [], upTo: 3, more: false })
    })

    it('one of two common scopes lost: nothing has happened', async () => {
      await run({ people: { an: ['x', 'y'] } }, { rows: [a('x', 'y')] }, { people: { an: ['y'] } })
      expect(await brief(1)).toEqual({ rows: [], gone: [], upTo: 2, more: false })
    })

    it('one scope for another at one leaf: never out of sight, so not new', async () => {
      await run({ people: { an: ['x', 'y'] } }, { rows: [a('x')] }, { rows: [a('y')] })
      expect(await brief(1)).toEqual({ rows: [['agency/a', 2]], gone: [], upTo: 2, more: false })
    })

    it('one scope for another at one leaf, and the row unchanged: nothing has happened', async () => {
      await run({ people: { an: ['x', 'y'] } }, { rows: [a('x')] })
      await run({ scopesOnly: [{ key: 'agency/a', scopes: ['y'] }] })
      expect(await brief(1)).toEqual({ rows: [], gone: [], upTo: 2, more: false })
      await run({ people: { an: ['x'] }, scopesOnly: [{ key: 'agency/a', scopes: ['x'] }] })
      expect(await brief(1)).toEqual({ rows: [], gone: [], upTo: 3, more: false })
    })

    it('lost and gained again: new, and not gone', async () => {
      await run(
        { people: { an: ['x'] } },
        { rows: [a('x')] },
        { people: { an: [] } },
        { people: { an: ['x'] } },
      )
      expect(await brief(1)).toEqual({ rows: [['agency/a', 3]], gone: [], upTo: 3, more: false })
      expect(await brief(2)).toMatchObject({ rows: [['agency/a', 3]] })
    })

    it('gained and lost at one leaf, or within one write, leaves no trace', async () => {
      await run({ people: { an: ['x'] } })
      await storeOf().write(async (ledger) => {
        const n = await appendOne(ledger, {}, { rows: [a('x')] })
        await ledger.putRows([{ key: 'agency/a', entity: { kind: 'settings', changes: [] }, n, scopes: [] }])
      })
      expect(await brief(0)).toEqual({ rows: [], gone: [], upTo: 1, more: false })
    })

    it('pages: ascending, cut only between numbers, and every page says up to where', async () => {
      await run({ people: { an: ['x'] } })
      const keys = (...names: string[]) =>
        names.map((name): PutRow => ({ key: `agency/${name}`, scopes: ['x'] }))
      await run({ rows: keys('c') }, { rows: keys('b', 'd', 'e') }, { rows: keys('a') })
      expect(await brief(-1, 1)).toEqual({ rows: [['agency/c', 1]], gone: [], upTo: 1, more: true })
      expect(await brief(1, 1)).toEqual({
        rows: [
          ['agency/b', 2],
          ['agency/d', 2],
          ['agency/e', 2],
        ],
        gone: [],
        upTo: 2,
        more: true,
      })
      expect(await brief(2, 1)).toEqual({ rows: [['agency/a', 3]], gone: [], upTo: 3, more: false })
      expect((await brief(-1, 2)).upTo).toBe(2)
      expect((await brief(-1, 4)).upTo).toBe(2)
      expect((await brief(-1, 5)).more).toBe(false)
    })

    it('[O1] own leaves: all of the person and of nobody else, cut like rows', async () => {
      await run({ by: 'an' }, { by: 'binh' }, {}, { by: 'an' }, { by: 'an' })
      const numbers = async (after: number, limit?: number) => {
        const { ownLeaves, upTo, more } = await feed(after, limit)
        return { own: ownLeaves.map(({ n }) => n), upTo, more }
      }
      expect(await numbers(-1)).toEqual({ own: [0, 3, 4], upTo: 4, more: false })
      expect(await numbers(-1, 2)).toEqual({ own: [0, 3], upTo: 3, more: true })
      expect(await numbers(3, 2)).toEqual({ own: [4], upTo: 4, more: false })
      expect((await feed(2)).ownLeaves[0]).toEqual(
        leafAt(3, { actId: actId('an3'), serverId: null, person: personId('an') }),
      )
    })

    it('readers of leaves: whom a change, a scope or an own act concerns', async () => {
      const readers = (after: number, upTo: number) => storeOf().read.readersOf(after, upTo)
      await run({ people: { an: ['x'], binh: ['y'], chi: ['x', 'y'] } }, { rows: [a('x')] })
      expect(await readers(0, 1)).toEqual(['an', 'chi'])
      await run({ by: 'binh' }, { people: { binh: ['x'] } }, { rows: [a('y')] })
      expect(await readers(1, 2)).toEqual(['binh'])
      expect(await readers(2, 3)).toEqual(['binh'])
      expect(await readers(3, 4)).toEqual(['an', 'binh', 'chi'])
      expect(await readers(4, 4)).toEqual([])
    })

    it('a reader that pages at any time holds in the end what is visible, and nothing else', async () => {
      const scope = fc.constantFrom('x', 'y', 'z')
      const scopes = fc.uniqueArray(scope, { maxLength: 3 })
      const key = fc.constantFrom('agency/a', 'agency/b', 'agency/c', 'agency/d')
      const change = fc.oneof(
        fc.record({ rows: fc.array(fc.record({ key, scopes }), { minLength: 1, maxLength: 3 }) }),
        fc.record({ people: fc.record({ an: scopes }) }),
        fc.record({
          scopesOnly: fc.uniqueArray(fc.record({ key, scopes }), { minLength: 1, selector: (it) => it.key }),
        }),
        fc.record({ by: fc.constant('an') }),
      )
      const pull = fc.record({ limit: fc.integer({ min: 1, max: 3 }), pages: fc.integer({ min: 1, max: 3 }) })
      await fc.assert(
        fc.asyncProperty(fc.array(fc.oneof(change, pull), { maxLength: 14 }), async (script) => {
          // A world of its own for each run would cost a database: earlier rows are put out of sight instead.
          await run({
            people: { an: [] },
            rows: ['a', 'b', 'c', 'd'].map((it) => ({ key: `agency/${it}`, scopes: [] })),
          })
          const start = (await storeOf().read.head()).size - 1
          const reader = createFeedReader(storeOf().read, personId('an'), start)
          for (const it of script) {
            if (!('limit' in it)) await run(it)
            else for (let page = 0; page < it.pages; page++) await reader.pull(it.limit)
          }
          let hasMore = true
          while (hasMore) hasMore = await reader.pull(2)
          expect(reader.held()).toEqual(await reader.visibleNow())
        }),
        { numRuns: 25 },
      )
    })
  })
}
