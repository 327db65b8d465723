import { describe, expect, it } from 'vitest'
import { createMakeAct, noAnchor } from '../../client/app/make-act.ts'
import { BallotId } from '../../shared/domain/id.ts'
import { fromBase64 } from '../../shared/lib/base64.ts'
import { dayMs, hourMs, instant, minuteMs, secondMs } from '../../shared/lib/time.ts'
import { ClockBehindLedger } from './ledger-clock.ts'
import { createTestOffice, device, fileHash, person, startAt } from './testing/test-office.ts'

const ballot = BallotId.parse('issued')
const contentHash = fileHash('content of issued')
const deadlineMs = 30 * dayMs

async function setUp() {
  const office = await createTestOffice()
  let dice = 0
  const actor = (id: string) =>
    createMakeAct({
      person: person(id),
      device: device(`device-${id}`),
      sign: async (bytes) => {
        const signed = fromBase64(await office.key.sign(bytes))
        if (!signed) throw new Error('no signature')
        return signed
      },
      seal: async (bytes) => bytes,
      random: (length) => {
        dice += 1
        return Uint8Array.from({ length }, (_, i) => (dice >> ((i % 4) << 3)) & 255)
      },
      clock: { now: () => startAt },
      anchor: () => noAnchor,
    })
  const { read } = office.database.ledger
  return {
    ...office,
    deliver: () => actor('minister')({ kind: 'mark-delivered', body: { ballot, versionHash: contentHash } }),
    /** A minister submits no ballots. */
    refused: (count: number) =>
      Promise.all(
        Array.from({ length: count }, () =>
          actor('minister')({ kind: 'submit-ballot', body: { ballot, contentHash } }),
        ),
      ),
    size: async () => (await read.head()).size,
    state: async () => (await read.rows([`ballot/${ballot}`]))[0]?.entity,
  }
}

describe('a server clock that jumped ahead and came back', () => {
  it('[B8][G4] takes no act and closes nothing before it has caught up; what waited is taken in then', async () => {
    const { intake, deliver, pass, size, state, logged } = await setUp()
    const [first, second] = [await deliver(), await deliver()]
    // An act writes the hour of the jump into the ledger.
    pass(deadlineMs - minuteMs)
    await intake.accept([first])
    const before = await size()

    pass(-2 * hourMs)
    const fault = { behindMs: 2 * hourMs, retryAfterMs: minuteMs }
    await expect(intake.accept([second])).rejects.toMatchObject(fault)
    await expect(intake.accept([second], [{ room: 'r', update: new Uint8Array() }])).rejects.toMatchObject(
      fault,
    )
    await expect(intake.appendServer(() => [])).rejects.toBeInstanceOf(ClockBehindLedger)
    await intake.tick()
    expect(await size()).toBe(before)
    expect(await state()).toMatchObject({ phase: { state: 'issued' } })
    const told = logged.map(({ event }) => event)
    expect(told.filter((event) => event === 'clock-behind-ledger')).toHaveLength(1)
    expect(told).not.toContain('batch-replayed')

    pass(2 * hourMs - minuteMs)
    expect((await intake.accept([second])).outcomes[0]?.kind).toBe('recorded')
  })

  it('says so to who watches it, and reading goes on', async () => {
    const { desk, intake, deliver, pass } = await setUp()
    pass(hourMs)
    await intake.accept([await deliver()])
    pass(-minuteMs)
    expect(await desk.health.state()).toBe('serving')
    pass(-1)
    expect(await desk.health.state()).toBe('clock-behind-ledger')
    const page = await desk.feedFor(person('minister'), { epoch: 0, after: -1, tree: 0 })
    expect(page.rows.map(({ key }) => key)).toContain(`ballot/${ballot}`)
  })

  it('is asked to come again soon, and not later than in a minute', () => {
    const retry = (behindMs: number) => new ClockBehindLedger(instant(behindMs), instant(0)).retryAfterMs
    expect([retry(minuteMs + 1), retry(minuteMs + 5 * secondMs), retry(hourMs)]).toEqual([
      secondMs,
      5 * secondMs,
      minuteMs,
    ])
  })
})

describe('refused acts of one device', () => {
  it('[O4] do not fill the ledger: after a hundred they are answered without a leaf', async () => {
    const { intake, refused, size, pass } = await setUp()
    const begun = await size()
    const { outcomes } = await intake.accept(await refused(105))
    expect((await size()) - begun).toBe(100)
    expect(outcomes.slice(100).map((outcome) => outcome.kind === 'rejected' && outcome.reason)).toEqual(
      Array(5).fill('too-many-refused'),
    )
    pass(minuteMs)
    await intake.accept(await refused(5))
    expect((await size()) - begun).toBe(101)
  })

  it('[O2][O3] keep nobody from what they may do, nor another device from its own refusals', async () => {
    const { intake, refused, deliver } = await setUp()
    await intake.accept(await refused(120))
    expect((await intake.accept([await deliver()])).outcomes[0]?.kind).toBe('recorded')
  })
})
