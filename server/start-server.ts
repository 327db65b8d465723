import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, ok, type Result } from '../shared/lib/result.ts'
import { secondMs } from '../shared/lib/time.ts'
import { type ActIntake, createActIntake } from './app/act-intake.ts'
import type { Database } from './app/database.ts'
import { createDocumentIntake } from './app/document-intake.ts'
import { createFeedFor } from './app/feed-for.ts'
import { createFileSweep } from './app/file-sweep.ts'
import { createFrontDesk } from './app/front-desk.ts'
import { createNews } from './app/news.ts'
import { createOutboxIntake } from './app/outbox-intake.ts'
import type { Log, PasswordHasher, ServerCrypto } from './app/ports.ts'
import { createRecentLedger } from './app/recent-ledger.ts'
import { announceRestore } from './app/restore.ts'
import { createRoomGate } from './app/room-gate.ts'
import { createAreSettled } from './app/settled-acts.ts'
import { createSignOfLife } from './app/sign-of-life.ts'
import { createTaskImports, type TaskImports } from './app/task-import.ts'
import { createUrging } from './app/urging.ts'
import { createVersionComparison } from './app/version-comparison.ts'
import type { Configuration } from './configuration.ts'
import type { DemoProgress } from './demo/load-demo.ts'
import type { StartFault } from './fault-line.ts'
import { clientAddress } from './http/client-address.ts'
import { createHttp } from './http/create-http.ts'
import { listen, portFault } from './http/listen.ts'
import { isOwnOrigin } from './http/same-site.ts'
import { securityHeaders } from './http/security-headers.ts'
import { createCheckPdf } from './intake/check-pdf.ts'
import { createCheckUpload } from './intake/check-upload.ts'
import { createTableReader } from './intake/create-table-reader.ts'
import { createProcessDocument } from './intake/process-document.ts'
import { checkLedger } from './jobs/ledger-check.ts'
import { createServerJobs } from './jobs/server-jobs.ts'
import { createLiveServer } from './live/live-server.ts'
import { createOutboxSweep } from './live/outbox-sweep.ts'
import { attachWebSockets } from './live/web-socket.ts'
import { clock, pause, random, timers } from './machine.ts'
import { openMail } from './open-mail.ts'
import { createPaperWriters } from './reports/create-paper-writers.ts'
import { writeTemplateInThread } from './reports/create-template-writer.ts'
import { roomLog } from './room-log.ts'
import { type SignIns, settle } from './settle.ts'
import type { DatabaseProgress } from './store/database-fault.ts'
import { openDatabase } from './store/open-database.ts'
import { createPasswordHasher } from './store/password-hasher.ts'
import { openServerKeys } from './store/server-keys.ts'
import { verifyEd25519 } from './store/verify-signature.ts'

/** Puts the server together, from the database outwards; nobody is let in before everything stands. */

export type Tell = {
  database(progress: DatabaseProgress): void
  demo(progress: DemoProgress): void
}

export type RunningServer = {
  address: string
  /** Whom this start has given first codes; null where it was neither a demonstration nor a first start. */
  signIns: SignIns | null
}

/** Run in reverse order by whoever ends the server, also while it is still starting. */
export type Closers = { add(close: () => Promise<void>): void }

const socketPath = '/rooms/'

type Foundation = {
  configuration: Configuration
  database: Database
  crypto: ServerCrypto
  hasher: PasswordHasher
  intake: ActIntake
  imports: TaskImports
  log: Log
}

export async function startServer(
  configuration: Configuration,
  log: Log,
  tell: Tell,
  closers: Closers,
): Promise<Result<RunningServer, StartFault>> {
  const { databaseUrl, dataDir, keysDir } = configuration
  // A newcomer would hear only after the whole demonstration that the port is another's.
  const taken = await portFault(configuration)
  if (taken) return fail(taken)
  const opened = await openDatabase({ databaseUrl, dataDir, onProgress: tell.database, log })
  if (!opened.ok) return opened
  const database = opened.value
  closers.add(() => database.close())
  const ledger = database.ledger.read
  const { size } = await ledger.head()
  const keys = await openServerKeys(keysDir, { size, note: (await ledger.checkpoint())?.note ?? null })
  if (!keys.ok) return keys
  const crypto = keys.value
  if (configuration.restored !== null) {
    const announced = await announceRestore(configuration.restored, { store: database.ledger, crypto })
    if (!announced.ok) return announced
    log('warn', 'restore-announced', announced.value)
  }
  const life = createSignOfLife({ uptime: database.uptime, clock, random })
  const imports = createTaskImports({ ...database, ledger, readTable: createTableReader(), pause })
  const intake = createActIntake({
    ...{ store: database.ledger, signals: database.signals, crypto, clock, uptime: life, log, imports },
    writesMail: configuration.mail !== null,
  })
  const hasher = createPasswordHasher()
  const foundation: Foundation = { configuration, database, crypto, hasher, intake, imports, log }
  const stopping = new AbortController()
  const settling = settle(foundation, tell, stopping.signal)
  closers.add(async () => {
    stopping.abort()
    await settling.catch(() => undefined)
  })
  const signIns = await settling
  if (!signIns.ok) return signIns
  const served = await serve(foundation, life, closers)
  return served.ok ? ok({ address: served.value, signIns: signIns.value }) : served
}

async function serve(
  { configuration, database, crypto, hasher, intake, imports, log }: Foundation,
  life: ReturnType<typeof createSignOfLife>,
  closers: Closers,
): Promise<Result<string, StartFault>> {
  const { port, tls, proxies, unusedUploadDays: keptDays } = configuration
  const ledger = database.ledger.read
  const recent = createRecentLedger(ledger)
  const mail = openMail(configuration.mail, database, { clock, log })
  const desk = createFrontDesk({
    database,
    crypto,
    hasher,
    checkFile: createCheckUpload({ checkPdf: createCheckPdf(), readTable: createTableReader() }),
    taskImports: imports,
    writeTemplate: writeTemplateInThread,
    paperWriters: createPaperWriters(),
    mailSender: mail.sender,
    intake,
    feedFor: createFeedFor({ ledger, recent, clock, log }),
    recent,
    clock,
    random,
    pause,
    onRightsChanged: (person) => {
      live
        .recheck(person)
        .catch((error: unknown) => log('error', 'recheck-failed', { person, error: String(error) }))
    },
    log,
  })
  const live = createLiveServer({
    gate: createRoomGate({ ledger: recent, clock, sessionOf: desk.sessions.sessionOf }),
    store: database.rooms,
    intake: createOutboxIntake(intake),
    clock,
    timers,
    log: roomLog(log),
  })
  const unsubscribe = database.roomNews.subscribe(live.onRemoteUpdate)
  const news = createNews({ ...database, ledger, live, timers, log })
  const { appendServer } = intake
  const documents = createDocumentIntake({
    ...database,
    process: createProcessDocument(),
    appendServer,
    clock,
    log,
  })
  const comparison = createVersionComparison({ ...database, ledger, appendServer, clock })
  const sweepOutboxes = createOutboxSweep({
    store: { load: database.rooms.load, ...database.outboxRooms },
    areSettled: createAreSettled(ledger),
    openRooms: live.openRooms,
    clock,
    log: roomLog(log),
  })
  const sweepFiles = createFileSweep({ ...database, keptDays, clock, log })
  const jobs = createServerJobs({
    tick: intake.tick,
    beat: life.beat,
    urge: createUrging({ ledger, appendServer, clock }),
    ...mail.jobs,
    sweep: async () => {
      await desk.sweep()
      await sweepOutboxes()
      await sweepFiles()
    },
    checkLedger: () =>
      checkLedger({ store: database.ledger, key: crypto.ledgerKey, verify: verifyEd25519, log }),
    processDocuments: async (stopping) => {
      await documents.work(stopping)
      await comparison.work(stopping)
    },
    timers,
    log,
  })
  const isTls = tls.kind !== 'none'
  const onServer = (server: Server) => {
    attachWebSockets(server, live, {
      path: socketPath,
      allowOrigin: (origin, host) => origin === null || isOwnOrigin(origin, host ?? undefined, isTls),
      addressOf: (request) => clientAddress(request, proxies),
      refusalHeaders: securityHeaders(undefined, isTls),
    })
  }
  const app = createHttp(desk, { clientDir: clientDir(), isTls, proxies })
  await life.beat()
  await news.start()
  const listening = await listen({ port, tls, app, onServer, now: clock.now })
  if (!listening.ok) return listening
  jobs.start()
  // Nobody waits for it, and the first who asks for a list finds it made.
  const warming = Promise.all([
    desk.taskExports.warm().catch((error: unknown) => {
      log('warn', 'held-tasks-failed', { error: String(error) })
    }),
    desk.directiveSearch.warm().catch((error: unknown) => {
      log('warn', 'directive-search-failed', { error: String(error) })
    }),
  ])
  closers.add(async () => {
    desk.health.beginStopping()
    desk.roomScreens.beginStopping()
    await jobs.stop()
    mail.sender?.close()
    // What the sockets still bring is stored before anything under them is taken away.
    await live.stop()
    unsubscribe()
    await listening.value.close(5 * secondMs)
    await news.stop()
    await warming
  })
  return ok(listening.value.address)
}

/** The built client; null where it was not built, or another server hands it out. */
function clientDir(): string | null {
  const folder = fileURLToPath(new URL('../dist/client', import.meta.url))
  return existsSync(join(folder, 'index.html')) ? folder : null
}
