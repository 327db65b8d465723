import type { Period } from '../../shared/domain/statistics.ts'
import type { UnitCosts } from '../../shared/domain/unit-costs.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { Day } from '../../shared/lib/time.ts'
import { StatisticsReply } from '../../shared/protocol/statistics.ts'
import type { TableFormat } from '../../shared/protocol/task-query.ts'
import type { Perform, PerformFault } from './perform.ts'
import type { Api, NetworkFault, WatchFile } from './ports.ts'
import type { WorkingCopy } from './working-copy.ts'

/** The page of figures. They are computed by the server from all rows; the last ones are kept here for when it is away. */
export type StatisticsDesk = {
  /** Null where none were ever asked for on this device. */
  kept(): StatisticsReply | null
  ask(period: Period): Promise<Result<StatisticsReply, NetworkFault>>
  /** In Vietnamese, made by the server at this moment. */
  file(period: Period, format: TableFormat, watch?: WatchFile): ReturnType<Api['exportStatistics']>
  setUnitCosts(from: Day, costs: UnitCosts): Promise<Result<Verdict, PerformFault>>
}

export function createStatisticsDesk({
  copy,
  api,
  perform,
}: {
  copy: Pick<WorkingCopy, 'local' | 'setLocal'>
  api: Pick<Api, 'statistics' | 'exportStatistics'>
  perform: Perform
}): StatisticsDesk {
  return {
    kept: () => StatisticsReply.safeParse(copy.local('statistics')).data ?? null,
    ask: async (period) => {
      const reply = await api.statistics(period)
      // A full device shows them all the same.
      if (reply.ok) await copy.setLocal('statistics', reply.value).catch(() => undefined)
      return reply
    },
    file: (period, format, watch) => api.exportStatistics(period, format, watch),
    setUnitCosts: (from, costs) => perform({ kind: 'set-unit-costs', body: { from, costs } }),
  }
}
