import { settingsOn } from '../../shared/domain/settings.ts'
import { type Period, type StatisticsSource, statisticsOf } from '../../shared/domain/statistics.ts'
import { statisticsFacts } from '../../shared/domain/statistics-facts.ts'
import { type Day, dayOf } from '../../shared/lib/time.ts'
import type { StatisticsReply } from '../../shared/protocol/statistics.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { Clock } from './ports.ts'

/** Figures of any period. The rows are read once for each head of the ledger, however many ask and for whatever period. */
export type StatisticsFor = (period: Period) => Promise<StatisticsReply>

type Reads = Pick<LedgerReads, 'head' | 'rowsOfKind'>

export function createStatistics({ ledger, clock }: { ledger: Reads; clock: Clock }): StatisticsFor {
  let known: { print: string; source: Promise<StatisticsSource> } | null = null
  return async (period) => {
    const { epoch, size } = await ledger.head()
    const print = `${epoch}/${size}`
    if (known?.print !== print) {
      const source = readSource(ledger)
      known = { print, source }
      // What failed is no answer for whoever asks next.
      source.catch(() => {
        if (known?.source === source) known = null
      })
    }
    const at = clock.now()
    const source = await known.source
    const today = dayOf(at)
    return {
      at,
      covered: covered(source),
      statistics: statisticsOf(source, period, today),
      costs: costsIn(source, today),
    }
  }
}

const costsIn = ({ settings }: StatisticsSource, today: Day): StatisticsReply['costs'] => ({
  inForce: settingsOn(settings, today).unitCosts,
  set: (settings?.changes ?? []).flatMap(({ from, values: { unitCosts }, set }) =>
    unitCosts ? [{ from, costs: unitCosts, told: set ?? null }] : [],
  ),
})

/** From the first day to the last one of which there is anything to tell. */
function covered({ facts }: StatisticsSource): Period | null {
  const days = [
    ...facts.ballots.flatMap(({ issuedOn, closedOn }) => [issuedOn, closedOn]),
    ...facts.meetings.map(({ heldOn }) => heldOn),
  ].sort()
  const [from] = days
  const to = days.at(-1)
  return from !== undefined && to !== undefined ? { from, to } : null
}

async function readSource({ rowsOfKind }: Reads): Promise<StatisticsSource> {
  const all = async <K extends Parameters<Reads['rowsOfKind']>[0]>(kind: K) =>
    (await rowsOfKind(kind)).map(({ entity }) => entity)
  const facts = statisticsFacts({
    ballots: await all('ballot'),
    tallies: await all('tally'),
    meetings: await all('meeting'),
    sessions: await all('session'),
    items: await all('agenda-item'),
    pastPapers: await all('past-papers'),
  })
  const [settings] = await all('settings')
  return { facts, tasks: await all('task'), settings }
}
