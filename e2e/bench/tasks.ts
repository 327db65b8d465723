/**
 * npm run bench:tasks: the register of tasks on a real PostgreSQL, as large as the official one. Every view of it as the server
 * first shows it after a change, filters and orders beside the same question put to the database, the share of one agency's
 * desk, files of all of it, and a register brought in from a workbook, with what others wait meanwhile. One JSON line a figure. Settings: TASKS, AGENCIES, PROGRESS.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../client/system-time.ts'
import { createActIntake } from '../../server/app/act-intake.ts'
import { createHeldTasks } from '../../server/app/held-tasks.ts'
import { createTaskExports } from '../../server/app/task-export.ts'
import { createTaskImports } from '../../server/app/task-import.ts'
import { createTableReader } from '../../server/intake/create-table-reader.ts'
import { pause } from '../../server/machine.ts'
import { createTableWriter } from '../../server/reports/create-table-writer.ts'
import { openDatabase } from '../../server/store/open-database.ts'
import { createSealEnvelope } from '../../server/store/sealing.ts'
import { openServerKeys } from '../../server/store/server-keys.ts'
import { fromBase64 } from '../../shared/lib/base64.ts'
import { dayOf } from '../../shared/lib/time.ts'
import { measureExport } from './tasks-export.ts'
import { measureImport } from './tasks-import.ts'
import { agencyAt, clerk, writeRegister } from './tasks-register.ts'
import { print, timed } from './tasks-report.ts'
import { measureShare } from './tasks-share.ts'
import { measureViews } from './tasks-views.ts'

const number = (name: string, standard: number) => Number(process.env[name] ?? standard)
const size = {
  tasks: number('TASKS', 22_000),
  agencies: number('AGENCIES', 60),
  progress: number('PROGRESS', 200_000),
}
const say = (line: string) => void process.stderr.write(`${line}\n`)

// Short and open: the path of a Unix socket is limited, and PostgreSQL may run as another user.
const folder = await mkdtemp(join(tmpdir(), 'tasks-'))
await chmod(folder, 0o755)
const log = () => {}
const opened = await openDatabase({
  databaseUrl: null,
  dataDir: join(folder, 'data'),
  onProgress: () => {},
  log,
})
if (!opened.ok) throw new Error(`no database: ${JSON.stringify(opened.error)}`)
const database = opened.value
try {
  await run()
} finally {
  await database.close()
  await rm(folder, { recursive: true, force: true })
}

async function run(): Promise<void> {
  const keys = await openServerKeys(join(folder, 'keys'), { size: 0, note: null })
  if (!keys.ok) throw new Error(`no keys: ${keys.error.kind}`)
  const ledger = database.ledger.read
  const imports = createTaskImports({ ...database, ledger, readTable: createTableReader(), pause })
  const intake = createActIntake({
    imports,
    store: database.ledger,
    crypto: keys.value,
    clock: systemClock,
    uptime: { downBetween: async () => null },
    signals: database.signals,
    log,
  })
  const today = dayOf(systemClock.now())
  say(`writing ${size.tasks} tasks of ${size.agencies} agencies, ${size.progress} reports`)
  const written = await timed(() => writeRegister(intake, size, today))
  print({ metric: 'register written through the ledger', value: written.ms, unit: 'ms' })

  const index = createHeldTasks(ledger)
  const cold = await timed(() => index.tasks(today))
  print({ metric: 'register read at a start, in the background', value: cold.ms, unit: 'ms' })
  if (cold.value.length !== size.tasks) throw new Error(`${cold.value.length} tasks`)
  say('views')
  await measureViews({ index, intake, ledger, today })
  say('share of a desk')
  await measureShare({ ledger, clerk, agency: agencyAt(6), tasks: cold.value })
  say('files')
  const write = createTableWriter()
  await measureExport(createTaskExports({ index, ledger, clock: systemClock, write }), database)
  say('import')
  const sealingKey = fromBase64(keys.value.keys.sealingKey)
  if (!sealingKey) throw new Error('the sealing key is no base64')
  const seal = createSealEnvelope(sealingKey)
  await measureImport({ database, intake, imports, seal, peerDir: join(folder, 'usual') })
}
