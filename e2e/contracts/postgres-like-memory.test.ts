import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LedgerStore } from '../../server/app/ledger-port.ts'
import { appendOne, personId } from '../../server/app/testing/ledger-rows.ts'
import { createMemoryDatabase } from '../../server/app/testing/memory-database.ts'
import { opened, startCluster } from './postgres-cluster.ts'

const scopes = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 })
const key = fc.constantFrom('agency/a', 'agency/b', 'agency/c')
const person = fc.constantFrom('an', 'binh')

/** One write of one to three leaves, as the intake makes them. */
const write = fc.array(
  fc.record({
    rows: fc.array(fc.record({ key, scopes }), { maxLength: 2 }),
    moved: fc.uniqueArray(fc.record({ key, scopes }), { maxLength: 2, selector: (it) => it.key }),
    people: fc.dictionary(person, scopes, { maxKeys: 2 }),
  }),
  { minLength: 1, maxLength: 3 },
)
const question = fc.record({
  person,
  back: fc.integer({ min: 0, max: 12 }),
  limit: fc.integer({ min: 1, max: 4 }),
})

type Write = typeof write extends fc.Arbitrary<infer T> ? T : never

const apply = (store: LedgerStore, leaves: Write) =>
  store.write(async (ledger) => {
    for (const { rows, moved, people } of leaves) {
      const n = await appendOne(ledger, {}, { rows, people })
      await ledger.setRowScopes(moved.map((row) => ({ ...row, n })))
    }
  })

it('PostgreSQL answers what memory answers, whatever was written before', async () => {
  const cluster = await startCluster()
  const database = await opened(await cluster.freshUrl())
  const stores = [database.ledger, createMemoryDatabase().connect().ledger] as const
  try {
    // The two live side by side from the first write on, so each run begins where the one before has ended.
    await fc.assert(
      fc.asyncProperty(
        write,
        fc.array(question, { minLength: 3, maxLength: 3 }),
        async (leaves, questions) => {
          for (const store of stores) await apply(store, leaves)
          const { size } = await stores[1].read.head()
          for (const { person: name, back, limit } of questions) {
            const after = Math.max(-1, size - 1 - back)
            const [ours, memory] = await Promise.all(
              stores.map(async ({ read }) => ({
                feed: await read.feed({ person: personId(name), after, limit }),
                readers: await read.readersOf(after, Math.min(size - 1, after + limit)),
                scopes: await read.scopesOfPerson(personId(name)),
              })),
            )
            expect(ours).toEqual(memory)
          }
        },
      ),
      { numRuns: 150, endOnFailure: true },
    )
    expect(await database.ledger.read.head()).toEqual(await stores[1].read.head())
  } finally {
    await database.close()
    await cluster.stop()
  }
})
