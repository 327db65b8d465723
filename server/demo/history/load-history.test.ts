import { beforeAll, describe, expect, it } from 'vitest'
import { statisticsOf } from '../../../shared/domain/statistics.ts'
import { statisticsFacts } from '../../../shared/domain/statistics-facts.ts'
import { dayOf, instant } from '../../../shared/lib/time.ts'
import { parseEntry } from '../../../shared/protocol/leaf.ts'
import { createMemoryDatabase } from '../../app/testing/memory-database.ts'
import { testCrypto } from '../../app/testing/test-office.ts'
import { demoStateOf, loadDemo } from '../load-demo.ts'
import { firstDay, lastDay } from './history-days.ts'

const now = instant(Date.parse('2026-11-20T08:20Z'))
const database = createMemoryDatabase().connect()
const { read } = database.ledger
const acts: number[] = []
let dice = 0

beforeAll(async () => {
  await loadDemo('history', {
    database,
    crypto: testCrypto,
    seal: async (plain) => plain,
    hasher: { hash: async (password) => `plain:${password}` },
    makeDocument: () => Promise.reject(new Error('no paper of the past is written')),
    checkFile: () => Promise.reject(new Error('no paper of the past is sent in')),
    clock: { now: () => now },
    random: (length) => {
      dice += 1
      return Uint8Array.from({ length }, (_, i) => (dice * 37 + (dice >> 8) * 11 + i * 5) % 256)
    },
    log: () => undefined,
    onProgress: (progress) => progress.kind === 'acts' && acts.push(progress.done),
    stopping: new AbortController().signal,
  })
}, 900_000)

const rows = async <K extends Parameters<typeof read.rowsOfKind>[0]>(kind: K) =>
  (await read.rowsOfKind(kind)).map(({ entity }) => entity)

const source = async () => ({
  facts: statisticsFacts({
    ballots: await rows('ballot'),
    tallies: await rows('tally'),
    meetings: await rows('meeting'),
    sessions: await rows('session'),
    items: await rows('agenda-item'),
    pastPapers: await rows('past-papers'),
  }),
  tasks: await rows('task'),
  settings: undefined,
})

describe('24/6/2019 - 9/2/2020, loaded', () => {
  it('the official figures, from the rows: 12 meetings, 229 ballots, 6,183 paper ballots, 28,161 and 42,276 documents', async () => {
    const { whole, before } = statisticsOf(await source(), { from: firstDay, to: lastDay }, dayOf(now))
    expect(whole.ballots.closed).toBe(229)
    expect(whole.ballots.onPaper).toBe(6183)
    expect(whole.ballots.documentsOnPaper).toBe(28_161)
    expect(whole.meetings.held).toBe(12)
    expect(whole.meetings.documentsOnPaper).toBe(42_276)
    const { onTime, late, deemed, notReached } = whole.ballots.answers
    expect(onTime + late + deemed + notReached).toBe(6183)
    expect([onTime, late, deemed, notReached].every((count) => count > 20)).toBe(true)
    expect(before.figures.ballots.closed).toBe(0)
  })

  it('[B1][G1][O4] by the same door: hours of those months, numbers of two years, nothing refused, no file', async () => {
    const { size } = await read.head()
    const leaves = await read.leavesFrom(0, size)
    const entries = leaves.map(({ text }) => parseEntry(text))
    expect(entries.some((entry) => entry?.kind === 'act' && entry.verdict.kind === 'refused')).toBe(false)
    expect(entries.filter((entry) => entry?.kind === 'act').length).toBeGreaterThan(12_000)
    expect(leaves.every(({ at }) => firstDay <= dayOf(at) && dayOf(at) <= lastDay)).toBe(true)
    const ballots = await rows('ballot')
    const numbers = ballots.map(({ number }) => number ?? '').sort()
    for (const year of ['2019', '2020']) {
      const ofYear = numbers.filter((number) => number.endsWith(year))
      expect(ofYear[0]).toBe(`0001/PLYK/${year}`)
      expect(ofYear.at(-1)).toBe(`${String(ofYear.length).padStart(4, '0')}/PLYK/${year}`)
    }
    expect(ballots.flatMap(({ files }) => files)).toEqual([])
    expect(acts.at(-1)).toBeGreaterThan(12_000)
    expect(await demoStateOf(read)).toEqual({ kind: 'loaded', name: 'history' })
  }, 120_000)
})
