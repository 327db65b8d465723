import { readerOver } from '../../shared/domain/entity.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import type { Period } from '../../shared/domain/statistics.ts'
import { dayOf, formatDay, formatHour } from '../../shared/lib/time.ts'
import type { TableFormat } from '../../shared/protocol/task-query.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { StatisticsFor } from './statistics.ts'
import { statisticsTables } from './statistics-table.ts'
import type { FileToWrite, WriteTables } from './table-port.ts'

/** The page of figures as a file, with the unit costs by which its money was computed. */
export type StatisticsFiles = { make(period: Period, format: TableFormat): Promise<FileToWrite> }

export const createStatisticsFiles = (deps: {
  statisticsFor: StatisticsFor
  ledger: Pick<LedgerReads, 'rows'>
  write: WriteTables
}): StatisticsFiles => ({
  make: async (period, format) => {
    const reply = await deps.statisticsFor(period)
    const { at, statistics } = reply
    const setters = reply.costs.set.flatMap(({ told }) => (told ? [`person/${told.by}`] : []))
    const rows = setters.length === 0 ? [] : await deps.ledger.rows(setters)
    const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
    const nameOf = (id: PersonId) => reader.get('person', `person/${id}`)?.name ?? id
    const tables = statisticsTables(reply, nameOf)
    return {
      fileName: `so-lieu-${period.from}-${period.to}.${format}`,
      total: tables.reduce((sum, { total }) => sum + total, 0),
      write: async (watch) => {
        const about = [
          `Kỳ ${daysOf(statistics.period)}; kỳ trước ${daysOf(statistics.before.period)}.`,
          `Tính đến ${formatHour(at)} ngày ${formatDay(dayOf(at))}.`,
        ]
        return await deps.write(
          { title: 'Số liệu hoạt động không giấy tờ', about, at, tables },
          format,
          watch,
        )
      },
    }
  },
})

const daysOf = ({ from, to }: Period): string => `${formatDay(from)} - ${formatDay(to)}`
