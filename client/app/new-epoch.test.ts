import { describe, expect, it } from 'vitest'
import { createRestorableOffice, words } from '../../server/app/testing/restorable-office.ts'
import { fail, ok } from '../../shared/lib/result.ts'
import type { FeedPage } from '../../shared/protocol/feed.ts'
import { HandInRequest } from '../../shared/protocol/restore.ts'
import { moveToEpoch } from './new-epoch.ts'
import type { FeedCursor } from './ports.ts'
import { verifyFeedPage } from './take-feed.ts'

const start: FeedCursor = { epoch: 0, after: -1, tree: null, syncedAt: null }

/** A tablet of m2 that has followed the ledger, which is then set back by what came after `before`. */
async function restoredBehind() {
  const office = await createRestorableOffice()
  await office.issue('b1')
  const restore = office.disk.snapshot()
  await office.issue('b2')
  const said = await office.answer('m2', 'b2', 'disagree')
  await office.send(said)
  const { ledgerKey, verifyEd25519: verify } = office.crypto
  const deps = { ledgerKey, verify, clock: { now: () => office.now() } }
  const page = await office.feed('m2', 0)
  const taken = await verifyFeedPage(page, { cursor: start, outbox: [said] }, deps)
  if (!taken.ok) throw new Error(taken.error.kind)
  const { rows, settled, cursor } = taken.value
  restore()
  await office.announce()
  const store = {
    held: cursor,
    reset: async (next: FeedCursor) => {
      store.held = next
    },
  }
  const move = (page: FeedPage, isCut = false) =>
    moveToEpoch(
      page,
      { cursor, rows, settled },
      {
        ...deps,
        store,
        api: {
          handInLeaves: async (request) =>
            isCut
              ? fail({ kind: 'unreachable' })
              : ok({ outcomes: await office.handIn('m2', HandInRequest.parse(request)) }),
        },
      },
    )
  return { office, said, store, cursor, move }
}

describe('a tablet that meets a new epoch', () => {
  it('[O4] keeps what it has until two officers have declared it', async () => {
    const { office, move, store, cursor } = await restoredBehind()
    expect(await move(await office.feed('m2', 0))).toEqual(ok({ kind: 'undeclared' }))
    expect(store.held).toEqual(cursor)
  })

  it('[O2] hands in everything that it holds, then begins its rows anew in the proven tree', async () => {
    const { office, move, store, said } = await restoredBehind()
    await office.declare()
    const page = await office.feed('m2', 0)
    expect(await move(page, true)).toEqual(ok({ kind: 'not-handed-in', fault: { kind: 'unreachable' } }))
    expect(store.held.epoch).toBe(0)
    expect(await move(page)).toEqual(ok({ kind: 'moved' }))
    expect(store.held).toMatchObject({ epoch: 1, after: -1, tree: { epoch: 1 } })
    await office.end()
    const rows = await office.rows()
    // The ballot itself came back by the leaves behind its row, with its words.
    expect(rows.get('ballot', 'ballot/b2')?.phase.state).toBe('issued')
    expect(rows.get('answers', 'answers/b2/m2')?.heads).toEqual([said.id])
    expect((await office.ledger.openings([words.commit])).size).toBe(1)
    expect((await office.replay()).faults).toEqual([])
  })

  it('[O1] settles what it still had to send by the leaf that stands again', async () => {
    const { office, move, said, store } = await restoredBehind()
    await office.declare()
    await move(await office.feed('m2', 0))
    await office.end()
    const page = await office.feed('m2', 1, store.held.tree?.size ?? 0)
    const { ledgerKey, verifyEd25519: verify } = office.crypto
    const deps = { ledgerKey, verify, clock: { now: () => office.now() } }
    const taken = await verifyFeedPage(page, { cursor: store.held, outbox: [said] }, deps)
    expect(taken.ok && taken.value.settled.map(({ id }) => id)).toEqual([said.id])
  })

  it.each<[string, (page: FeedPage, other: FeedPage) => FeedPage]>([
    ['without its leaf in the tree', (page) => withDeclared(page, { path: [] })],
    ['with another leaf', (page) => withDeclared(page, { leaf: page.leaves[0]?.leaf ?? '' })],
    ['that is no longer text of a leaf', (page) => withDeclared(page, { leaf: '{}' })],
    ['of a tree that does not hold the backup', (page) => withRestored(page, { consistency: [] })],
    ['under an unsigned checkpoint', (page) => ({ ...page, checkpoint: `${page.checkpoint}x` })],
    ['of another ledger than the page', (page, other) => ({ ...page, checkpoint: other.checkpoint })],
  ])('[O4] does not believe a declaration %s', async (_, change) => {
    const { office, move, store } = await restoredBehind()
    const undeclared = await office.feed('m2', 0)
    await office.declare()
    const page = await office.feed('m2', 0)
    // As long as the declaration stands at its end, a path of nothing would lead from it to the tree.
    await office.propose('sec', { kind: 'end-restore', epoch: 1, missing: 0, reason: 'r' }).then(office.send)
    const later = await office.feed('m2', 0)
    expect(page.restored).toBeDefined()
    expect(await move(change(later, undeclared))).toEqual(fail({ kind: 'new-epoch', epoch: 1 }))
    expect(store.held.epoch).toBe(0)
  })
})

const withRestored = (page: FeedPage, change: Partial<NonNullable<FeedPage['restored']>>): FeedPage =>
  page.restored ? { ...page, restored: { ...page.restored, ...change } } : page

const withDeclared = (
  page: FeedPage,
  change: Partial<NonNullable<FeedPage['restored']>['declared']>,
): FeedPage =>
  page.restored ? withRestored(page, { declared: { ...page.restored.declared, ...change } }) : page
