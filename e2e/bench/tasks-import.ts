import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock } from '../../client/system-time.ts'
import type { ActIntake } from '../../server/app/act-intake.ts'
import type { Database } from '../../server/app/database.ts'
import type { TaskImports } from '../../server/app/task-import.ts'
import { createSoftwareDevice } from '../../server/demo/software-device.ts'
import { createWorkbookWriter } from '../../server/reports/write-workbook.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { Hash } from '../../shared/domain/id.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import type { SealEnvelope } from '../../shared/protocol/crypto-ports.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { quantile } from './reader-report.ts'
import { importAsUsual } from './tasks-import-peer.ts'
import { chief, head } from './tasks-register.ts'
import { print, timed } from './tasks-report.ts'

const rowCount = 5000
const noAnchor = { epoch: 0, size: 0, root: Hash.parse(sha256Hex(new Uint8Array())) }

const heads = [
  ...['Số, ký hiệu văn bản', 'Ngày văn bản', 'Trích yếu', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì'],
  ...['Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm'],
]

/** Papers that the register does not know yet. */
async function workbook(): Promise<Uint8Array> {
  const columns = heads.map((head) => ({ head, width: 20, kind: 'text' as const }))
  const { add, finish } = createWorkbookWriter(null, [{ name: 'Sổ', notes: [], columns }])
  const rows = Array.from({ length: rowCount }, (_, at) => [
    ...[`${Math.floor(at / 4)}/NQ-CP`, '01/02/2026', `Về nhiệm vụ, giải pháp năm 2026, phần ${at % 40}`],
    `Rà soát, trình đề án thứ ${at} về phát triển hạ tầng; báo cáo Thủ tướng Chính phủ`,
    ...[`Bộ số ${(at % 60) + 1}`, `Bộ số ${((at + 7) % 60) + 1}`, '31/12/2030', 'Tờ trình, dự thảo đề án'],
  ])
  add(0, rows)
  return await finish()
}

/** A register from a file: seen and signed through the server's own door, and what everybody else waits meanwhile. */
export async function measureImport(deps: {
  database: Database
  intake: ActIntake
  imports: TaskImports
  seal: SealEnvelope
  /** An empty folder for the other's database. */
  peerDir: string
}): Promise<void> {
  const { database, intake, imports } = deps
  const bytes = new Uint8Array(await workbook())
  const file = Hash.parse(sha256Hex(bytes))
  await database.blobs.begin(file, bytes.length, head, systemClock.now())
  await database.blobs.write(file, 0, bytes)
  await database.blobs.markReady(file, 0)
  const device = await enrolled(head, deps)
  // Assigned at once: that writes most.
  const choices = { assign: true, assigner: chief, withoutProblems: false }

  const meanwhile = watchOthers(deps)
  const seen = await timed(() => imports.preview(file, choices, systemClock.now()))
  const plan = seen.value?.plan
  if (plan?.writes.length !== rowCount) throw new Error(`${plan?.writes.length} rows would be written`)
  const told = new Set<number>()
  const looking = setInterval(() => told.add(imports.progress(file)?.done ?? 0), 20)
  const written = await timed(async () => {
    const body = { file, planHash: plan.hash, rows: rowCount, ...choices }
    const draft = { kind: 'import-tasks' as const, body, openings: [] }
    const castAt = systemClock.now()
    const act = await device.sign({ label: 'bench/import', draft, prev: [], castAt, anchor: noAnchor })
    return verdictOf(await intake.accept([act]))
  })
  clearInterval(looking)
  if (written.value !== 'accepted') throw new Error(`the import was ${written.value}`)
  const others = await meanwhile.end()
  const whole = seen.ms + written.ms
  const what = `import of ${rowCount} rows`
  print({ metric: `${what}, preview`, value: seen.ms, unit: 'ms' })
  print({ metric: `${what}, commit`, value: written.ms, unit: 'ms' })
  print({ metric: `${what}, both`, value: whole, unit: 'ms', most: 20_000 })
  print({ metric: `${what}, times that progress was told`, value: told.size, unit: '1' })
  print({ metric: `${what}, others’ reads wait p95`, value: quantile(others.reads, 0.95), unit: 'ms' })
  print({
    metric: `${what}, others’ reads wait p99`,
    value: quantile(others.reads, 0.99),
    unit: 'ms',
    most: 250,
  })
  print({ metric: `${what}, the loop is busy p99`, value: others.loop, unit: 'ms', most: 100 })
  print({ metric: `${what}, others’ acts wait at most`, value: Math.max(...others.acts), unit: 'ms' })

  const usual = await importAsUsual(bytes, deps.peerDir)
  if (usual.rows !== rowCount) throw new Error(`the other wrote ${usual.rows} rows`)
  const subject = 'usual' as const
  print({ subject, metric: what, value: usual.ms, unit: 'ms' })
  print({ subject, metric: `${what}, the loop is busy p99`, value: usual.loop, unit: 'ms' })
  print({
    subject: 'ratio',
    metric: `${what}, commit to the usual`,
    value: written.ms / usual.ms,
    unit: 'ratio',
  })
  print({ subject: 'ratio', metric: `${what}, both to the usual`, value: whole / usual.ms, unit: 'ratio' })
}

async function enrolled(person: PersonId, { intake, seal }: { intake: ActIntake; seal: SealEnvelope }) {
  const made = await createSoftwareDevice({
    ...{ id: `bench-${person}`, person, askedAt: systemClock.now(), seal },
  })
  await intake.appendServer(() => [
    {
      id: `bench/device-${person}`,
      events: [
        { kind: 'device-asked', device: made.device },
        { kind: 'device-enrolled', device: made.device.id },
      ],
    },
  ])
  return made
}

function verdictOf({ outcomes: [outcome] }: Awaited<ReturnType<ActIntake['accept']>>): string {
  if (outcome?.kind !== 'recorded') return outcome?.reason ?? 'not answered'
  const entry = parseEntry(outcome.leaf)
  return entry?.kind === 'act' ? entry.verdict.kind : 'no act'
}

/** Somebody opens a task every few milliseconds, and somebody else signs something every second. */
function watchOthers({ database, intake }: { database: Database; intake: ActIntake }) {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const [reads, acts]: [number[], number[]] = [[], []]
  let isOver = false
  const read = async () => {
    for (let at = 0; !isOver; at++) {
      reads.push((await timed(() => database.ledger.read.rows([`task/task-${at % 1000}`]))).ms)
      await wait(10)
    }
  }
  const sign = async () => {
    for (let at = 0; !isOver; at++) {
      const entry = { id: `bench/other-${at}`, events: [] }
      acts.push((await timed(() => intake.appendServer(() => [entry]))).ms)
      await wait(1000)
    }
  }
  const all = [read(), read(), sign()]
  return {
    end: async () => {
      isOver = true
      await Promise.all(all)
      delay.disable()
      return { reads, acts, loop: delay.percentile(99) / 1e6 }
    },
  }
}
