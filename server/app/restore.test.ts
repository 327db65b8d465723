import { describe, expect, it } from 'vitest'
import { BallotId } from '../../shared/domain/id.ts'
import { dayMs, hourMs, instant } from '../../shared/lib/time.ts'
import { restoreReport } from './restore-report.ts'
import { monday, createRestorableOffice as setUp, words } from './testing/restorable-office.ts'

const noneSeen = { seen: { epoch: 0, size: 0 }, left: 0 }

describe('a restored ledger', () => {
  it('[O4] is announced once for one reason, and begins another epoch for another', async () => {
    const office = await setUp()
    const [first, again, other] = [
      await office.announce(),
      await office.announce(),
      await office.announce('khác'),
    ]
    expect([first, again, other].map((one) => one.ok && one.value.epoch)).toEqual([1, 1, 2])
    expect((await office.ledger.head()).epoch).toBe(2)
  })

  it('[O9] decides nothing but its own declaration, by two officers on two devices, for exactly what was announced', async () => {
    const office = await setUp()
    await office.issue('b1')
    const { root } = await office.announce().then((one) => (one.ok ? one.value : Promise.reject(one.error)))
    const waiting = await office.answer('m2', 'b1', 'disagree')
    expect(await office.verdictOf(waiting)).toBe('read-only')
    expect(
      await office.perform('head', {
        kind: 'recall-ballot',
        body: { ballot: BallotId.parse('b1'), reason: 'r' },
      }),
    ).toBe('read-only')
    await expect(office.intake.appendServer(() => [{ id: 'x', events: [] }])).rejects.toThrow('read-only')
    const said = await office.declaration()
    const wrong = await office.propose('sec', {
      ...said,
      kind: 'begin-epoch',
      epoch: 1,
      size: 1,
      root,
      reason: 'r',
    })
    expect(await office.verdictOf(wrong)).toBe('refused')
    expect(await office.verdictOf(await office.propose('m2', said))).toBe('refused')
    const proposal = await office.propose('sec', said)
    expect(await office.verdictOf(proposal)).toBe('accepted')
    expect(await office.confirm('sec', proposal)).toBe('refused')
    expect(await office.confirm('head', proposal)).toBe('accepted')
    expect(await office.confirm('head', proposal)).toBe('refused')
    const restore = (await office.rows()).get('restore', 'restore/1')
    expect(restore).toMatchObject({ epoch: 1, reason: 'hỏng đĩa', by: ['sec', 'head'], ended: null })
    expect(await office.verdictOf(waiting)).toBe('read-only')
    expect(await office.end()).toEqual(['accepted', 'accepted'])
    expect(await office.verdictOf(waiting)).toBe('accepted')
    expect((await office.replay()).faults).toEqual([])
  })

  it('[O2][B8] no recorded act is lost, none is there twice, hours and counts stand', async () => {
    const office = await setUp()
    await office.issue('b1')
    const restore = office.disk.snapshot()
    const { size } = await office.ledger.head()
    await office.issue('b2', instant(monday + dayMs))
    for (const id of ['pm', 'm2', 'm3']) await office.deliver(id, 'b2')
    const objection = await office.answer('m2', 'b2', 'disagree')
    expect(await office.verdictOf(objection)).toBe('accepted')
    const open = await office.answer('m3', 'b1', 'agree')
    await office.send(open)
    office.pass(dayMs + hourMs)
    await office.intake.tick()
    const before = await office.rows()
    const receipts = await office.receiptsFrom(size, [words, ...objection.openings, ...open.openings])
    const seen = { epoch: 0, size: (await office.ledger.head()).size }
    restore()

    await office.announce()
    expect(await office.handIn('m2', { seen, left: 0, leaves: receipts.slice(0, 2) })).toEqual([
      'refused',
      'refused',
    ])
    await office.declare()
    // Nobody holds what the server wrote of the silent; two tablets hold the rest, in any order and twice.
    const held = receipts.filter(({ leaf }) => !leaf.includes('"id":"deemed/'))
    const outcomes = await office.handIn('m2', { seen, left: 1, leaves: [...held].reverse() })
    expect(new Set(outcomes)).toEqual(new Set(['kept']))
    expect(new Set(await office.handIn('m3', { seen, left: 0, leaves: held }))).toEqual(new Set(['kept']))
    const report = await restoreReport(office.ledger)
    expect(report).toMatchObject({ phase: 'declared', seen: seen.size, handedIn: held.length, apart: [] })
    expect(report.missing.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(
      receipts.length - held.length,
    )
    expect(report.devices.filter(({ at }) => at !== null).map(({ device }) => device)).toEqual(['d-m3'])
    expect((await office.rows()).get('ballot', 'ballot/b2')).toBeUndefined()
    await office.end(report.missing.length)

    const after = await office.rows()
    for (const key of ['answers/b2/m2', 'answers/b1/m3'] as const) {
      const [was, is] = [before.get('answers', key), after.get('answers', key)]
      expect(is?.revisions.map(({ act, at }) => [act, at])).toEqual(
        was?.revisions.map(({ act, at }) => [act, at]),
      )
    }
    expect(after.get('ballot', 'ballot/b2')?.phase).toMatchObject({ state: 'closed' })
    expect(after.get('tally', 'tally/b2')?.rounds.map(({ issues }) => issues)).toEqual(
      before.get('tally', 'tally/b2')?.rounds.map(({ issues }) => issues),
    )
    expect(after.get('progress', 'progress/b2/m3')?.silence).toMatchObject({ kind: 'deemed' })
    expect(await office.verdictOf(objection)).toBe('accepted')
    expect((await office.replay()).faults).toEqual([])
    const texts = await office.ledger.leavesFrom(0, 1000)
    expect(texts.filter(({ actId }) => actId === objection.id)).toHaveLength(1)
  })

  it('[B8] a ballot whose deadline fell into the silence waits for the head of office', async () => {
    const office = await setUp()
    await office.issue('b1', instant(monday + dayMs))
    await office.announce()
    await office.declare()
    office.pass(dayMs + hourMs)
    await office.intake.tick()
    expect((await office.rows()).get('ballot', 'ballot/b1')?.phase.state).toBe('issued')
    await office.end()
    await office.intake.tick()
    expect((await office.rows()).get('ballot', 'ballot/b1')?.phase.state).toBe('closing-waits')
  })

  it('[O2] what comes after the end is decided as of today; what was done in authority is kept apart', async () => {
    const office = await setUp()
    await office.issue('b1')
    const restore = office.disk.snapshot()
    const { size } = await office.ledger.head()
    const late = await office.answer('m2', 'b1', 'disagree')
    await office.send(late)
    await office.perform('head', {
      kind: 'recall-ballot',
      body: { ballot: BallotId.parse('b1'), reason: 'r' },
    })
    const receipts = await office.receiptsFrom(size, late.openings)
    restore()
    await office.announce()
    await office.declare()
    await office.end(2)
    expect(await office.handIn('m2', { ...noneSeen, leaves: receipts })).toEqual(['decided', 'apart'])
    expect(await office.handIn('m2', { ...noneSeen, leaves: receipts })).toEqual(['decided', 'apart'])
    const rows = await office.rows()
    expect(rows.get('answers', 'answers/b1/m2')?.revisions).toHaveLength(1)
    expect(rows.get('ballot', 'ballot/b1')?.phase.state).toBe('issued')
    expect((await restoreReport(office.ledger)).apart).toEqual([{ epoch: 0, n: size + 1 }])
    expect((await office.replay()).faults).toEqual([])
  })

  it('[O4] what proves nothing is refused, what is there is known, what contradicts the ledger is kept apart', async () => {
    const office = await setUp()
    const empty = office.disk.snapshot()
    await office.issue('b1')
    const other = await office.receiptsFrom(1)
    empty()
    await office.issue('b2')
    const restore = office.disk.snapshot()
    const known = await office.receiptsFrom(0)
    restore()
    await office.announce()
    await office.declare()
    const forged = known.map((receipt) => ({ ...receipt, leaf: receipt.leaf.replace('"at":1', '"at":2') }))
    const present = await office.receiptsFrom((await office.ledger.head()).size - 1)
    const outcomes = await office.handIn('m2', {
      ...noneSeen,
      leaves: [...forged, ...present, ...known, ...other],
    })
    expect(outcomes).toEqual([
      ...forged.map(() => 'refused'),
      ...present.map(() => 'refused'),
      ...known.map(() => 'known'),
      ...other.map(() => 'apart'),
    ])
    await office.end()
    expect((await office.rows()).get('ballot', 'ballot/b1')).toBeUndefined()
    expect((await office.replay()).faults).toEqual([])
  })

  it('[O2] an answer whose ballot nobody brought back stands in the ledger without effect', async () => {
    const office = await setUp()
    const restore = office.disk.snapshot()
    await office.issue('b1')
    const { size } = await office.ledger.head()
    const said = await office.answer('m2', 'b1', 'disagree')
    await office.send(said)
    const receipts = await office.receiptsFrom(size, said.openings)
    restore()
    await office.announce()
    await office.declare()
    expect(await office.handIn('m2', { ...noneSeen, leaves: receipts })).toEqual(['kept'])
    await office.end(3)
    expect(await office.verdictOf(said)).toBe('accepted')
    expect((await office.rows()).list('answers')).toEqual([])
    expect((await office.replay()).faults).toEqual([])
  })

  it('[O4] the feed gives the declaration to who knows an earlier epoch, and says in the log when a device has seen more', async () => {
    const office = await setUp()
    await office.issue('b1')
    await office.announce()
    expect((await office.feed('m2', 0)).restored).toBeUndefined()
    await office.declare()
    const page = await office.feed('m2', 0)
    expect(page.restored?.declared.leaf).toContain('epoch-began')
    expect((await office.feed('m2', 1)).restored).toBeUndefined()
    expect(office.logged).toEqual([])
    await office.feed('m2', 1, 900)
    await office.feed('m2', 2)
    expect(office.logged).toEqual(['ledger-behind-device', 'ledger-behind-device'])
  })
})
