import { expect, it } from 'vitest'
import { DayField } from '../../shared/domain/id.ts'
import { statisticsOf } from '../../shared/domain/statistics.ts'
import { assumedCosts } from '../../shared/domain/unit-costs.ts'
import { fail, ok } from '../../shared/lib/result.ts'
import { instant } from '../../shared/lib/time.ts'
import type { StatisticsReply } from '../../shared/protocol/statistics.ts'
import { createStatisticsDesk } from './statistics.ts'

const period = { from: DayField.parse('2026-03-01'), to: DayField.parse('2026-03-31') }
const reply: StatisticsReply = {
  at: instant(1_775_000_000_000),
  covered: period,
  costs: { inForce: assumedCosts, set: [] },
  statistics: statisticsOf(
    { facts: { ballots: [], meetings: [] }, tasks: [], settings: undefined },
    period,
    DayField.parse('2026-04-01'),
  ),
}

function deskOver(local: Map<string, unknown>, isAway = false, isFull = false) {
  return createStatisticsDesk({
    copy: {
      local: (name) => local.get(name),
      setLocal: async (name, value) => {
        if (isFull) throw new Error('storage-full')
        local.set(name, JSON.parse(JSON.stringify(value)))
      },
    },
    api: {
      statistics: async () => (isAway ? fail({ kind: 'unreachable' }) : ok(reply)),
      exportStatistics: async () => fail({ kind: 'unreachable' }),
    },
    perform: async () => fail({ kind: 'outcome-unknown' }),
  })
}

it('keeps the last figures for when the server is away, also after a restart', async () => {
  const local = new Map<string, unknown>()
  expect(deskOver(local).kept()).toBeNull()
  await deskOver(local).ask(period)
  const later = deskOver(local, true)
  expect(await later.ask(period)).toEqual({ ok: false, error: { kind: 'unreachable' } })
  expect(later.kept()).toEqual(reply)
})

it('[O6] shows figures though the device is full, and takes what is kept in another form for nothing', async () => {
  const local = new Map<string, unknown>([['statistics', { at: 'yesterday' }]])
  const desk = deskOver(local, false, true)
  expect(await desk.ask(period)).toEqual({ ok: true, value: reply })
  expect(desk.kept()).toBeNull()
})
