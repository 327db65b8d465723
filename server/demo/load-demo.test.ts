import { beforeAll, describe, expect, it } from 'vitest'
import { standingFor } from '../../shared/domain/answer.ts'
import { type Ballot, openStates } from '../../shared/domain/ballot.ts'
import { membersOn } from '../../shared/domain/people.ts'
import { statusOf } from '../../shared/domain/task-status.ts'
import { weekendsOnly, workingDaysBetween } from '../../shared/domain/working-day.ts'
import { fromUtf8, utf8 } from '../../shared/lib/bytes.ts'
import { ok } from '../../shared/lib/result.ts'
import { dayOf, hourMs, instant } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { replayLedger } from '../app/replay.ts'
import { createMemoryDatabase, type MemoryConnection } from '../app/testing/memory-database.ts'
import { createTestOffice, testCrypto } from '../app/testing/test-office.ts'
import { verifyEd25519 } from '../store/verify-signature.ts'
import { demoMembers, demoPosts } from './demo-people.ts'
import { leftForTrying } from './left-for-trying.ts'
import { type DemoDeps, type DemoProgress, demoStateOf, loadDemo } from './load-demo.ts'

/** In Viet Nam: Sunday before dawn, Monday just after midnight, the first hour of a year. */
const oddHours = ['2026-11-21T19:56Z', '2026-11-22T17:01Z', '2026-12-31T18:00Z']
const friday = '2026-11-20T08:20Z'

let dice = 0

function depsOver(database: MemoryConnection, now: string, told: DemoProgress[] = []): DemoDeps {
  return {
    database,
    crypto: testCrypto,
    seal: async (plain) => plain,
    hasher: { hash: async (password) => `plain:${password}` },
    // A file that says how many pages it has stands for a PDF.
    makeDocument: async ({ pages, seed }) => utf8(`${seed} ${pages}`),
    checkFile: async (bytes) => ok({ pages: Number(fromUtf8(bytes).split(' ')[1]) }),
    clock: { now: () => instant(Date.parse(now)) },
    random: (length) => {
      dice += 1
      return Uint8Array.from({ length }, (_, i) => (dice * 37 + (dice >> 8) * 11 + i * 5) % 256)
    },
    log: () => undefined,
    onProgress: (progress) => told.push(progress),
    stopping: new AbortController().signal,
  }
}

const rowsOf = async (database: MemoryConnection) => {
  const { read } = database.ledger
  const ballots = (await read.rowsOfKind('ballot')).map(({ entity }) => entity)
  const tallies = (await read.rowsOfKind('tally')).map(({ entity }) => entity)
  return { ballots, tallies, read }
}

const stateOf = ({ id, phase, number, versions }: Ballot) => [id, phase.state, number, versions.length]

describe('loading the demonstration', () => {
  const database = createMemoryDatabase().connect()
  beforeAll(async () => {
    expect(await loadDemo('today', depsOver(database, friday))).toEqual({ kind: 'loaded', name: 'today' })
  })

  it.each([...oddHours, friday])(
    '[G1][B1][O4] loaded at %s: 27 members, two closed and five open ballots, a ledger without fault',
    async (now) => {
      const own = now === friday ? database : createMemoryDatabase().connect()
      const { clock } = depsOver(own, now)
      await loadDemo('today', depsOver(own, now))
      const { ballots, read } = await rowsOf(own)
      expect(ballots.map(stateOf)).toEqual([
        ['demo-1', 'closed', '0001/PLYK/2026', 1],
        ['demo-2', 'closed', '0002/PLYK/2026', 1],
        ['demo-3', 'issued', '0003/PLYK/2026', 1],
        ['demo-4', 'issued', '0005/PLYK/2026', 1],
        ['demo-5', 'issued', '0004/PLYK/2026', 2],
        ['demo-6', 'issued', '0006/PLYK/2026', 1],
        ['demo-7', 'issued', '0007/PLYK/2026', 1],
      ])
      const people = (await read.rowsOfKind('person')).map(({ entity }) => entity)
      expect(membersOn(people, dayOf(clock.now())).length).toBe(27)
      const left = ballots
        .filter(({ phase }) => openStates.has(phase.state))
        .map(({ deadlineAt }) => workingDaysBetween(weekendsOnly, clock.now(), deadlineAt))
      expect(Math.min(...left)).toBeGreaterThanOrEqual(5 / 24)
      expect(Math.max(...left)).toBeLessThanOrEqual(5)
      expect(new Set(left.map((days) => Math.round(days * 10))).size).toBe(5)

      const { size, lastAt } = await read.head()
      expect(await replayLedger(read, testCrypto.ledgerKey, verifyEd25519)).toEqual({ size, faults: [] })
      expect(lastAt).toBe(clock.now())
      const entries = (await read.leavesFrom(0, size)).map(({ text }) => parseEntry(text))
      expect(entries.every((entry) => entry?.kind === 'server' || entry?.verdict.kind !== 'refused')).toBe(
        true,
      )
      expect(entries.filter((entry) => entry?.kind === 'act').length).toBeGreaterThan(300)
    },
  )

  it('[M1][M3][D2][D3] a meeting to come: in time, one item for a few, one on paper, two changed since, a guest and a substitute let in', async () => {
    const { read } = await rowsOf(database)
    const meetings = (await read.rowsOfKind('meeting')).map(({ entity }) => entity)
    expect(meetings.map(({ id, phase }) => [id, phase.state]).sort()).toEqual([
      ['demo-meeting-1', 'invited'],
      ['demo-meeting-2', 'invited'],
    ])
    const meeting = meetings.find(({ id }) => id === 'demo-meeting-1')
    if (!meeting || meeting.invitedAt === null) throw new Error('no meeting was sent out')
    expect(meeting.startsAt - meeting.invitedAt).toBeGreaterThan(3 * 24 * hourMs)
    const isOfIt = ({ entity }: { entity: { meeting: string } }) => entity.meeting === meeting.id
    const items = (await read.rowsOfKind('agenda-item')).filter(isOfIt).map(({ entity }) => entity)
    const shown = items.map(({ id, versions, files, readers, admissions }) => [
      id,
      versions.length,
      files.length > 0,
      readers?.length ?? 'all',
      admissions.map(({ person, as }) => `${as} ${person}`),
    ])
    const substitute = 'substitute tt-xaydung'
    expect(shown.sort()).toEqual([
      ['du-phong', 1, true, 10, []],
      ['hoc-phi', 1, true, 'all', ['guest khachmoi1', substitute]],
      ['kinh-te-xa-hoi', 1, true, 'all', [substitute]],
      ['quoc-phong', 1, false, 'all', []],
      ['tri-tue-nhan-tao', 2, true, 'all', [substitute]],
      ['y-te-co-so', 2, true, 'all', [substitute]],
    ])
    const said = (await read.rowsOfKind('attendance')).filter(isOfIt).map(({ entity }) => entity.person)
    expect(said.length).toBe(15)
    expect(said.filter((person) => leftForTrying.includes(person))).toEqual([])
  })

  it('[G3][M5] a meeting about to begin, with more than the two thirds that its chair needs', async () => {
    const { read } = await rowsOf(database)
    const meeting = (await read.rowsOfKind('meeting')).find(({ entity }) => entity.id === 'demo-meeting-2')
    const { lastAt } = await read.head()
    const minutes = ((meeting?.entity.startsAt ?? 0) - (lastAt ?? 0)) / 60_000
    expect([minutes >= 30, minutes <= 60]).toEqual([true, true])
    const present = (await read.rowsOfKind('presence')).map(({ entity }) => entity.person)
    expect(present.length).toBeGreaterThanOrEqual(18)
    expect(present).toContain('thutuong')
  })

  it('[G2][B8][B9] the closed ones show adopted, not adopted and undecided, and every kind of silence apart', async () => {
    const { tallies } = await rowsOf(database)
    const last = tallies.flatMap(({ ballot, rounds }) =>
      (rounds.at(-1)?.issues ?? []).map((issue) => {
        const { result, explicit, deemed, against, other, notReached, held, byOption } = issue
        return [ballot, result.kind, explicit, deemed, against, other, notReached, held, byOption]
      }),
    )
    expect(last).toEqual([
      ['demo-1', 'adopted', 18, 4, 1, 1, 2, 1, {}],
      ['demo-1', 'not-adopted', 8, 4, 9, 3, 2, 1, {}],
      ['demo-2', 'undecided', 23, 3, 0, 0, 1, 0, { a: 11, b: 6, c: 6 }],
      ['demo-2', 'adopted', 22, 3, 0, 1, 1, 0, {}],
    ])
  })

  it('[B5][B8] open ones show answers, answers to a former version and silence, and nothing of who is to try', async () => {
    const { ballots, read } = await rowsOf(database)
    const progress = (await read.rowsOfKind('progress')).map(({ entity }) => entity)
    const counts = ballots.slice(2).map(({ id, versions }) => {
      const hash = versions.at(-1)?.hash
      const rows = progress.filter(({ ballot }) => ballot === id)
      const count = (standing: string) =>
        rows.filter((row) => hash !== undefined && standingFor(row, hash) === standing).length
      return [id, count('answered'), count('former'), count('silent')]
    })
    expect(counts).toEqual([
      ['demo-3', 14, 0, 7],
      ['demo-4', 14, 0, 7],
      ['demo-5', 12, 2, 7],
      ['demo-6', 8, 0, 12],
      ['demo-7', 2, 0, 14],
    ])
    const open = progress.filter(({ ballot }) => ballot !== 'demo-1' && ballot !== 'demo-2')
    expect(open.filter(({ person }) => leftForTrying.includes(person))).toEqual([])
  })

  it('[O3] whoever is meant for trying has no device left; the others keep theirs', async () => {
    const devices = (await database.ledger.read.rowsOfKind('device')).map(({ entity }) => entity)
    const active = devices.filter(({ phase }) => phase.state === 'active').map(({ person }) => person)
    const expected = demoMembers.flatMap(({ account, isForTrying }) => (isForTrying ? [] : [account]))
    expect([...active].sort()).toEqual([...expected].sort())
    expect(await database.accounts.byName('thutuong')).toMatchObject({ person: 'thutuong' })
    expect(demoPosts.length).toBe(38)
  })

  it.each([1, 12, 120])(
    '[O2] killed at write %i, the next start goes on to the same picture',
    async (count) => {
      const disk = createMemoryDatabase()
      let writes = 0
      const doomed = disk.connect(async (step) => {
        if (step === 'commit') writes += 1
        if (writes === count) throw new Error('the process is no more')
      })
      await expect(loadDemo('today', depsOver(doomed, friday))).rejects.toThrow('the process is no more')
      doomed.kill()
      const later = disk.connect()
      const told: DemoProgress[] = []
      const at = new Date(Date.parse(friday) + 3 * hourMs).toISOString()
      expect(await loadDemo('today', depsOver(later, at, told))).toEqual({ kind: 'loaded', name: 'today' })
      expect(told[0]?.kind).toBe(count === 1 ? 'people' : 'resuming')
      expect(await demoStateOf(later.ledger.read)).toEqual({ kind: 'loaded', name: 'today' })
      expect((await rowsOf(later)).ballots.map(stateOf)).toEqual(
        (await rowsOf(database)).ballots.map(stateOf),
      )
    },
  )

  it('[O6] a demonstration that is there, and a ledger that holds something else, are left alone', async () => {
    const { size } = await database.ledger.read.head()
    expect(await loadDemo('today', depsOver(database, friday))).toEqual({ kind: 'loaded', name: 'today' })
    expect((await database.ledger.read.head()).size).toBe(size)
    const { database: foreign } = await createTestOffice()
    expect(await loadDemo('today', depsOver(foreign, friday))).toEqual({ kind: 'foreign' })
  })

  it('[T2][T3][T4] tasks of every kind: done in time and late, overdue, awaiting confirmation, an extension asked, a draft', async () => {
    const { read } = await rowsOf(database)
    const today = dayOf(depsOver(database, friday).clock.now())
    const tasks = (await read.rowsOfKind('task')).map(({ entity }) => entity)
    const told = tasks.map((task) => [
      task.id.slice('demo-task-'.length),
      task.phase.state,
      statusOf(task, today),
    ])
    expect(told.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      ['1', 'confirmed', 'done-on-time'],
      ['2', 'confirmed', 'done-late'],
      ['3', 'in-progress', 'overdue'],
      ['4', 'in-progress', 'in-time'],
      ['5', 'received', 'in-time'],
      ['6', 'reported-done', 'in-time'],
      ['7', 'in-progress', 'in-time'],
      ['8', 'returned', 'overdue'],
      ['9', 'in-progress', 'in-time'],
      ['10', 'assigned', 'overdue'],
      ['11', 'draft', null],
    ])
    const asked = tasks.flatMap(({ extensions }) => extensions.map(({ decision }) => decision?.to ?? null))
    expect(asked).toEqual([null, null])
  })
})
