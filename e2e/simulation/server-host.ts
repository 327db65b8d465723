import { createActIntake } from '../../server/app/act-intake.ts'
import { createFeedFor } from '../../server/app/feed-for.ts'
import { createFrontDesk } from '../../server/app/front-desk.ts'
import { createNews } from '../../server/app/news.ts'
import { createOutboxIntake } from '../../server/app/outbox-intake.ts'
import type { Clock } from '../../server/app/ports.ts'
import { createRecentLedger } from '../../server/app/recent-ledger.ts'
import { createRoomGate } from '../../server/app/room-gate.ts'
import { createSignOfLife } from '../../server/app/sign-of-life.ts'
import { createTaskImports } from '../../server/app/task-import.ts'
import type { MemoryDatabase } from '../../server/app/testing/memory-database.ts'
import { readTaskTable } from '../../server/intake/read-task-table.ts'
import { checkLedger } from '../../server/jobs/ledger-check.ts'
import { createServerJobs } from '../../server/jobs/server-jobs.ts'
import { createLiveServer } from '../../server/live/live-server.ts'
import { createPaperWriters } from '../../server/reports/create-paper-writers.ts'
import { writeTemplateInThread } from '../../server/reports/create-template-writer.ts'
import { ok } from '../../shared/lib/result.ts'
import type { PlainCrypto } from '../../shared/testing/plain-crypto.ts'
import type { Dice } from './dice.ts'
import { createHttpDoor } from './http-door.ts'
import { createProcessTimers, type VirtualTime, wait } from './virtual-time.ts'

/** One server process over a database that outlives it: put together as server/start-server.ts does, killed wherever asked. */
export type ServerHost = ReturnType<typeof createServerHost>

export type HostLog = (level: string, event: string, facts: Record<string, unknown>) => void

/** The ticks of a second would be most of what happens in virtual days. Beats stay closer than what counts as asleep. */
const jobStretch = 5

export function createServerHost(parts: {
  database: MemoryDatabase
  time: VirtualTime
  clock: Clock
  dice: Dice
  crypto: PlainCrypto
  /** Share of steps in the database that take some milliseconds. */
  slowShare: number
  log: HostLog
  onDeath(): void
}) {
  const { time, clock, dice, crypto, log } = parts
  const timers = createProcessTimers(time)
  const jobTimers = createProcessTimers(time, jobStretch)
  let isAlive = true
  let stepsToDeath: number | null = null
  let sayDied = () => {}
  const died = new Promise<void>((resolve) => {
    sayDied = resolve
  })

  const pause = async (step: string): Promise<void> => {
    if (stepsToDeath !== null && stepsToDeath-- <= 0) kill()
    if (!isAlive || step === 'uptime.beat' || !dice.chance(parts.slowShare)) return
    await wait(time, dice.between(1, 40))
  }
  const database = parts.database.connect(pause)

  function kill(): void {
    if (!isAlive) return
    isAlive = false
    timers.end()
    jobTimers.end()
    database.kill()
    sayDied()
    parts.onDeath()
  }

  const ledger = database.ledger.read
  const random = (length: number) => dice.bytes(length)
  const facts = (level: string, event: string, more: Record<string, unknown> = {}) => log(level, event, more)
  const life = createSignOfLife({ uptime: database.uptime, clock, random })
  const { signals } = database
  const pauseFor = (ms: number) => new Promise<void>((resolve) => timers.after(ms, resolve))
  const taskImports = createTaskImports({
    ...database,
    ledger,
    readTable: async (bytes) => readTaskTable(bytes),
    pause: pauseFor,
  })
  const intake = createActIntake({
    store: database.ledger,
    crypto: crypto.server,
    clock,
    uptime: life,
    signals,
    log: facts,
  })
  const recent = createRecentLedger(ledger)
  const desk = createFrontDesk({
    database,
    crypto: crypto.server,
    hasher: {
      hash: async (password) => `plain:${password}`,
      verify: async (hash, password) => hash === `plain:${password}`,
    },
    checkFile: async () => ok({ pages: 1 }),
    paperWriters: createPaperWriters(),
    mailSender: null,
    intake,
    feedFor: createFeedFor({ ledger, recent, clock, log: facts }),
    recent,
    clock,
    random,
    pause: pauseFor,
    taskImports,
    writeTemplate: writeTemplateInThread,
    onRightsChanged: (person) => void live.recheck(person),
    log: facts,
  })
  const live = createLiveServer({
    gate: createRoomGate({ ledger, clock, sessionOf: desk.sessions.sessionOf }),
    store: database.rooms,
    intake: createOutboxIntake(intake),
    clock,
    timers,
    log: ({ kind, ...more }) => facts('info', kind, more),
  })
  database.roomNews.subscribe(live.onRemoteUpdate)
  const news = createNews({ ledger, signals, sessions: database.sessions, live, timers, log: facts })
  const jobs = createServerJobs({
    tick: intake.tick,
    beat: life.beat,
    sweep: desk.sweep,
    checkLedger: () =>
      checkLedger({
        store: database.ledger,
        key: crypto.server.ledgerKey,
        verify: crypto.verifyEd25519,
        log: facts,
      }),
    // Nobody has a task in this government.
    urge: async () => {},
    remind: async () => {},
    sendMail: async () => {},
    // Papers are opened in processes of their own, which no simulated clock moves.
    processDocuments: async () => {},
    timers: jobTimers,
    log: facts,
  })
  const door = createHttpDoor(desk)

  return {
    intake,
    live,
    door,
    database,
    beat: life.beat,
    isAlive: () => isAlive,
    died,
    kill,
    /** Dies at the so-manieth step in its database from now. */
    killAfter: (steps: number) => {
      stepsToDeath = steps
    },
    start: async () => {
      await life.beat()
      await news.start()
      jobs.start()
    },
    /** As on SIGTERM: what was received is stored, everybody is sent away to come back. */
    stop: async () => {
      await jobs.stop()
      await live.stop()
      await news.stop()
      kill()
    },
  }
}
