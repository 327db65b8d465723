import { monitorEventLoopDelay } from 'node:perf_hooks'
import readXlsxFile from 'read-excel-file/node'
import { startEmbeddedPostgres } from '../../server/store/embedded-postgres.ts'
import { openPostgres } from '../../server/store/postgres.ts'
import { timed } from './tasks-report.ts'

/**
 * What one would write without much thought: a library reads the whole workbook, and each row is inserted in one transaction. No
 * plan is shown, no agency or paper is looked up, nothing is found again, nothing can be proven.
 */
export async function importAsUsual(
  bytes: Uint8Array,
  dataDir: string,
): Promise<{ ms: number; rows: number; loop: number }> {
  const log = () => {}
  const started = await startEmbeddedPostgres({ dataDir, onProgress: () => {}, log })
  if (!started.ok) throw new Error(`no database: ${started.error.kind}`)
  const { pool, close } = openPostgres(started.value.owner, 2, log)
  try {
    await pool.query(`create table usual_task (id bigint generated always as identity primary key, number text, day text,
      abstract text, words text, lead text, supporting text, deadline text, product text)`)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const { ms } = await timed(async () => {
      const [sheet] = await readXlsxFile(Buffer.from(bytes))
      const client = await pool.connect()
      await client.query('begin')
      for (const cells of (sheet?.data ?? []).slice(1)) {
        await client.query(
          `insert into usual_task (number, day, abstract, words, lead, supporting, deadline, product)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          cells.slice(0, 8),
        )
      }
      await client.query('commit')
      client.release()
    })
    delay.disable()
    const { rows } = await pool.query<{ count: string }>('select count(*) from usual_task')
    return { ms, rows: Number(rows[0]?.count), loop: delay.percentile(99) / 1e6 }
  } finally {
    await close()
    await started.value.stop()
  }
}
