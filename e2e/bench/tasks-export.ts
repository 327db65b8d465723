import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Database } from '../../server/app/database.ts'
import type { TaskExports } from '../../server/app/task-export.ts'
import { subjectOn } from '../../shared/domain/access.ts'
import { everyTask } from '../../shared/domain/task-select.ts'
import { instant } from '../../shared/lib/time.ts'
import { TableFormat } from '../../shared/protocol/task-query.ts'
import { chief } from './tasks-register.ts'
import { print, timed } from './tasks-report.ts'

/** Files of the whole register, and for how long the loop that answers all others was busy with them. */
export async function measureExport(
  exports: TaskExports,
  { ledger }: Pick<Database, 'ledger'>,
): Promise<void> {
  const [row] = await ledger.read.rows([`person/${chief}`])
  if (row?.entity.kind !== 'person') throw new Error('nobody')
  const subject = subjectOn(row.entity, null, instant(Date.now()))
  for (const format of TableFormat.options) {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const { value, ms } = await timed(async () => {
      const file = await exports.make({ view: 'list', filter: everyTask, sort: null, subject, format })
      return await file.write()
    })
    delay.disable()
    const what = `whole register as ${format}`
    print({ metric: what, value: ms, unit: 'ms' })
    print({ metric: `${what}, size`, value: value.length, unit: 'bytes' })
    print({ metric: `${what}, others wait p99`, value: delay.percentile(99) / 1e6, unit: 'ms', most: 100 })
    print({ metric: `${what}, others wait at most`, value: delay.max / 1e6, unit: 'ms' })
  }
}
