import { describe, expect, it } from 'vitest'
import { commitOpening, createMakeAct, hashOpening, noAnchor } from '../../client/app/make-act.ts'
import type { BallotContent } from '../../shared/domain/ballot.ts'
import type { Device } from '../../shared/domain/device.ts'
import type { Event } from '../../shared/domain/event.ts'
import { AgencyId, BallotId, DeviceId, Hash, IssueId, PersonId } from '../../shared/domain/id.ts'
import type { Person, Role } from '../../shared/domain/people.ts'
import { rootOfFrontier } from '../../shared/ledger/frontier.ts'
import { verifyReceipt } from '../../shared/ledger/receipt.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { hex, utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256 } from '../../shared/lib/sha256.ts'
import { addDays, dayMs, dayOf, hourMs, type Instant, instant } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { createPlainCrypto } from '../../shared/testing/plain-crypto.ts'
import { createActIntake } from './act-intake.ts'
import type { UptimeStore } from './ports.ts'
import { replayLedger } from './replay.ts'
import { createMemoryDatabase } from './testing/memory-database.ts'

const monday = instant(Date.UTC(2026, 2, 2, 1))
const agency = AgencyId.parse('health')
const firstDay = addDays(dayOf(monday), -60)

/** Three members and an Office of two on the memory database, with a clock that a test moves. */
async function setUp(downBetween: UptimeStore['downBetween'] = async () => null) {
  const plain = createPlainCrypto('intake')
  const database = createMemoryDatabase().connect()
  let now: Instant = monday
  let dice = 0
  const clock = { now: () => now }
  const intake = createActIntake({
    store: database.ledger,
    crypto: plain.server,
    clock,
    uptime: { downBetween },
    signals: database.signals,
    log: () => {},
  })
  const roles: Record<string, Role> = {
    pm: 'prime-minister',
    m2: 'minister',
    m3: 'minister',
    sec: 'secretary',
    head: 'head-of-office',
  }
  const keys = Object.fromEntries(Object.keys(roles).map((id) => [id, plain.deviceKey(id)]))
  const events: Event[] = Object.entries(roles).flatMap(([id, role]): Event[] => {
    const person: Person = {
      kind: 'person',
      id: PersonId.parse(id),
      name: id,
      appointments: [{ role, title: id, agency: null, from: firstDay, to: null }],
    }
    const device: Device = {
      kind: 'device',
      id: DeviceId.parse(`d-${id}`),
      person: person.id,
      label: id,
      publicKey: base64(keys[id]?.publicKey ?? new Uint8Array()),
      askedAt: now,
      phase: { state: 'pending' },
    }
    return [
      { kind: 'person-set', person },
      { kind: 'device-asked', device },
      { kind: 'device-enrolled', device: device.id },
    ]
  })
  await intake.appendServer(() => [{ id: 'begin', events }])
  const random = (length: number) => sha256(utf8(`dice ${dice++}`)).slice(0, length)
  const actor = (id: string, anchor = noAnchor) =>
    createMakeAct({
      person: PersonId.parse(id),
      device: DeviceId.parse(`d-${id}`),
      sign: keys[id]?.sign ?? (async () => new Uint8Array(64)),
      seal: plain.seal,
      random,
      clock,
      anchor: () => anchor,
    })
  const content: BallotContent = {
    title: 'Dự thảo Nghị định về khám bệnh',
    reason: '',
    summary: '',
    advice: '',
    issues: [{ id: IssueId.parse('i1'), question: 'Đồng ý ban hành?', form: { kind: 'opinion' } }],
    documents: [],
  }
  const words = hashOpening(canonicalJson(content))
  const ballot = BallotId.parse('b1')
  const deadlineAt = instant(monday + 3 * dayMs)
  const perform = async (...request: Parameters<ReturnType<typeof actor>>) => {
    const [{ kind }] = request
    const make = actor(kind === 'issue-ballot' ? 'head' : 'sec')
    const { outcomes } = await intake.accept([await make(...request)])
    return outcomes[0]
  }
  const issue = async (at = deadlineAt) => {
    const draft = { ballot, contentHash: words.commit, leadAgency: agency, handlers: [PersonId.parse('sec')] }
    await perform({
      kind: 'draft-ballot',
      body: { ...draft, deadlineAt: at, windowReason: at === deadlineAt ? '' : 'Khẩn cấp.' },
      openings: [words],
    })
    await perform({ kind: 'submit-ballot', body: { ballot, contentHash: words.commit } })
    return perform({ kind: 'issue-ballot', body: { ballot, contentHash: words.commit } })
  }
  const answer = (id: string, value: string, anchor = noAnchor) => {
    const choice = commitOpening(random, value)
    const text = commitOpening(random, '')
    return actor(
      id,
      anchor,
    )({
      kind: 'answer-ballot',
      body: {
        ballot,
        versionHash: words.commit,
        answers: [{ issue: IssueId.parse('i1'), choiceCommit: choice.commit, textCommit: text.commit }],
      },
      openings: [choice, text],
    })
  }
  const deliver = (id: string) =>
    actor(id)({ kind: 'mark-delivered', body: { ballot, versionHash: words.commit } })
  return {
    intake,
    plain,
    database,
    issue,
    answer,
    deliver,
    deadlineAt,
    moveTo: (at: number) => {
      now = instant(at)
    },
    row: async (key: string) => (await database.ledger.read.rows([key]))[0]?.entity,
  }
}

describe('the ledger takes in acts', () => {
  it('[O1] an answer is recorded with a receipt that verifies under the pinned key', async () => {
    const { intake, issue, answer, plain } = await setUp()
    await issue()
    const item = await answer('m2', 'disagree')
    const { outcomes } = await intake.accept([item])
    const [outcome] = outcomes
    if (outcome?.kind !== 'recorded') throw new Error('not recorded')
    const verified = await verifyReceipt(outcome, plain.server.ledgerKey, plain.verifyEd25519)
    expect(verified.ok).toBe(true)
    const entry = parseEntry(outcome.leaf)
    expect(entry?.kind === 'act' && [entry.act.id, entry.verdict.kind]).toEqual([item.id, 'accepted'])
  })

  it('[O2] the same act again gets its first leaf; the same id with other bytes is turned away', async () => {
    const { intake, issue, answer, database } = await setUp()
    await issue()
    const item = await answer('m2', 'agree')
    const first = await intake.accept([item])
    const size = (await database.ledger.read.head()).size
    const again = await intake.accept([item, item])
    expect(again.outcomes.map((o) => o.kind === 'recorded' && o.leaf)).toEqual(
      Array(2).fill(first.outcomes[0]?.kind === 'recorded' && first.outcomes[0].leaf),
    )
    expect((await database.ledger.read.head()).size).toBe(size)
    const other = await answer('m3', 'agree')
    const forged = { id: item.id, sealed: other.sealed }
    expect((await intake.accept([forged])).outcomes).toEqual([
      { kind: 'rejected', id: item.id, reason: 'cannot-unseal' },
    ])
  })

  it('[B1] numbers are given at issue, in series; [B8] silence counts only where delivery is proven', async () => {
    const { intake, issue, answer, deliver, moveTo, deadlineAt, row } = await setUp()
    await issue()
    expect(await row('ballot/b1')).toMatchObject({ number: '0001/PLYK/2026', phase: { state: 'issued' } })
    await intake.accept([await answer('pm', 'agree'), await deliver('m2')])
    moveTo(deadlineAt + 1)
    await intake.tick()
    expect(await row('ballot/b1')).toMatchObject({ phase: { state: 'closed', by: null } })
    expect(await row('tally/b1')).toMatchObject({
      rounds: [
        {
          members: 3,
          issues: [{ explicit: 1, deemed: 1, notReached: 1, inFavour: 2, result: { kind: 'adopted' } }],
        },
      ],
    })
  })

  it('[B8] a downtime counts from the issue of the ballot, and within four hours before its deadline', async () => {
    const asked: number[] = []
    const { intake, issue, moveTo, deadlineAt, row } = await setUp(async (from, to) => {
      asked.push(from, to)
      return null
    })
    await issue()
    moveTo(deadlineAt + 1)
    await intake.tick()
    expect(asked).toEqual([deadlineAt - 4 * hourMs, deadlineAt])
    const short = await setUp(async (from) => (from < monday ? { from, to: monday } : null))
    await short.issue(instant(monday + hourMs))
    short.moveTo(monday + 2 * hourMs)
    await short.intake.tick()
    expect(await row('ballot/b1')).toMatchObject({ phase: { state: 'closed' } })
    expect(await short.row('ballot/b1')).toMatchObject({ phase: { state: 'closed' } })
  })

  it('[B9] an objection that arrives late is held and undoes the silence that was counted', async () => {
    const { intake, issue, answer, deliver, moveTo, deadlineAt, row } = await setUp()
    await issue()
    await intake.accept([await answer('pm', 'agree'), await deliver('m2'), await deliver('m3')])
    const late = await answer('m2', 'disagree')
    moveTo(deadlineAt + hourMs)
    const { outcomes } = await intake.accept([late])
    const entry = outcomes[0]?.kind === 'recorded' ? parseEntry(outcomes[0].leaf) : null
    expect(entry?.kind === 'act' && entry.verdict).toMatchObject({
      kind: 'held',
      reason: { kind: 'late', claimedInTime: true },
    })
    const tally = await row('tally/b1')
    expect(
      tally?.kind === 'tally' && tally.rounds.map(({ replaces, issues }) => [replaces, issues[0]?.deemed]),
    ).toEqual([
      [[], 2],
      [['m2'], 1],
    ])
  })

  it('[B9][O8] an anchor speaks only where its root is that of this ledger at its size', async () => {
    const { intake, issue, answer, moveTo, deadlineAt, database } = await setUp()
    await issue()
    const { epoch, size, frontier } = await database.ledger.read.head()
    const own = { epoch, size, root: Hash.parse(hex(rootOfFrontier(frontier))) }
    const anchors = [own, noAnchor, { ...own, size: size - 1 }, { ...own, size: size + 100 }]
    const items = []
    for (const anchor of anchors) items.push(await answer('m2', 'disagree', anchor))
    moveTo(deadlineAt + 1)
    const { outcomes } = await intake.accept(items)
    const claimed = outcomes.map((outcome) => {
      const entry = outcome.kind === 'recorded' ? parseEntry(outcome.leaf) : null
      const held = entry?.kind === 'act' && entry.verdict.kind === 'held' ? entry.verdict.reason : null
      return held?.kind === 'late' && held.claimedInTime
    })
    expect(claimed).toEqual([true, true, false, false])
  })

  it('[O4] the ledger replays to its rows, its tree and its signed checkpoint', async () => {
    const { intake, issue, answer, moveTo, deadlineAt, database, plain } = await setUp()
    await issue()
    await intake.accept([await answer('pm', 'agree'), await answer('m2', 'other')])
    moveTo(deadlineAt + 1)
    await intake.tick()
    const { server, verifyEd25519 } = plain
    expect((await replayLedger(database.ledger.read, server.ledgerKey, verifyEd25519)).faults).toEqual([])
  })

  it('[O2] when the database fails, an act is neither kept nor answered, and comes again whole', async () => {
    const { intake, issue, answer, database } = await setUp()
    await issue()
    const before = (await database.ledger.read.head()).size
    const item = await answer('m2', 'disagree')
    database.failWrites(2)
    await expect(intake.accept([item])).rejects.toThrow()
    expect((await database.ledger.read.head()).size).toBe(before)
    expect((await intake.accept([item])).outcomes[0]?.kind).toBe('recorded')
  })

  it('[G1][O5] a post that ends with its day takes its rows away at the first tick of the next', async () => {
    const { intake, issue, moveTo, database } = await setUp()
    await issue()
    const appointments = [
      { role: 'minister' as const, title: 'm2', agency: null, from: firstDay, to: dayOf(monday) },
    ]
    const person: Person = { kind: 'person', id: PersonId.parse('m2'), name: 'm2', appointments }
    await intake.appendServer(() => [{ id: 'leaves', events: [{ kind: 'person-set', person }] }], ['person/'])
    const { size } = await database.ledger.read.head()
    moveTo(monday + dayMs)
    await intake.tick()
    const { read } = database.ledger
    expect(await read.scopesOfPerson(person.id)).toEqual([])
    expect((await read.feed({ person: person.id, after: size - 1, limit: 100 })).gone).toContain('ballot/b1')
  })
})
