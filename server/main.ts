import { parseConfiguration } from './configuration.ts'
import { bootstrapPage, databaseLine, demoLine, demoPage, helpPage, readyPage } from './console-page.ts'
import { demoPassword } from './demo/load-demo.ts'
import { faultLine, type StartFault } from './fault-line.ts'
import { gatheredLines } from './gathered-lines.ts'
import { createLog } from './log.ts'
import { startServer } from './start-server.ts'

/** The process: settings in, one line for whatever keeps the server from starting, an orderly end. */

const say = (line: string) => process.stdout.write(`${line}\n`)
const sayIf = (line: string | null) => void (line !== null && say(line))
const endingMs = 30_000
const closers: (() => Promise<void>)[] = []
let ending: Promise<void> | null = null

async function closeAll(): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) await close()
}

/** Ends the process once everything is put away; neither a second signal nor a broken machine waits for that for ever. */
function end(code: number): Promise<void> {
  if (!ending) setTimeout(() => process.exit(1), endingMs).unref()
  ending ??= closeAll()
    .catch((error: unknown) => {
      process.stderr.write(`${faultLine({ kind: 'unexpected', detail: String(error) })}\n`)
      process.exit(1)
    })
    .then(() => process.exit(code))
  return ending
}

async function refuse(fault: StartFault): Promise<void> {
  process.stderr.write(`${faultLine(fault)}\n`)
  await end(1)
}

function onSignal(): void {
  if (ending) process.exit(130)
  say('Đang dừng … / Stopping …')
  void end(0)
}

async function main(): Promise<void> {
  const parsed = parseConfiguration(process.env, process.argv.slice(2), process.cwd())
  if (!parsed.ok) return await refuse(parsed.error)
  if (parsed.value.kind === 'help') return void say(helpPage)
  const { configuration } = parsed.value
  const isTerminal = process.stdout.isTTY === true
  const lines = gatheredLines((text) => process.stdout.write(text), setImmediate)
  process.on('exit', lines.flush)
  const log = createLog({
    level: configuration.logLevel ?? (isTerminal ? 'warn' : 'info'),
    isPretty: isTerminal,
    write: lines.add,
  })
  const onBug = (error: unknown) => {
    log('error', 'uncaught', { error: error instanceof Error ? error.stack : String(error) })
    void end(1)
  }
  process.on('uncaughtException', onBug)
  process.on('unhandledRejection', onBug)
  // Whoever read the output has gone; the server serves on.
  process.stdout.on('error', () => undefined)
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)

  const started = await startServer(
    configuration,
    log,
    {
      database: (progress) => sayIf(databaseLine(progress)),
      demo: (progress) => sayIf(demoLine(progress)),
    },
    { add: (close) => closers.push(close) },
  ).catch((error: unknown) => {
    if (ending) return null
    log('error', 'start-failed', { error: error instanceof Error ? error.stack : String(error) })
    return { ok: false as const, error: { kind: 'unexpected' as const, detail: String(error) } }
  })
  if (started === null || ending) return
  if (!started.ok) return await refuse(started.error)
  const { address, signIns } = started.value
  say(readyPage(address))
  if (signIns?.kind === 'demo') say(demoPage(signIns.list, demoPassword))
  if (signIns?.kind === 'bootstrap') say(bootstrapPage(signIns.list))
}

await main()
