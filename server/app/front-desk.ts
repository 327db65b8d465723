import type { DeviceId, PersonId } from '../../shared/domain/id.ts'
import { dayMs, instant } from '../../shared/lib/time.ts'
import type { HandInOutcome, HandInRequest, RestoreReport } from '../../shared/protocol/restore.ts'
import type { ActIntake } from './act-intake.ts'
import { type BallotReports, createBallotReports } from './ballot-report.ts'
import { type Bundles, createBundles } from './bundle.ts'
import { type Challenges, createChallenges } from './challenge.ts'
import { type ConclusionNotices, createConclusionNotices } from './conclusion-notice.ts'
import type { Database } from './database.ts'
import { createDeviceSignIn, type DeviceSignIn } from './device-sign-in.ts'
import { createDirectiveSearch, type DirectiveSearch } from './directive-search.ts'
import { createDocuments, type Documents } from './document.ts'
import { createEnrolment, type Enrolment } from './enrolment.ts'
import type { FeedFor } from './feed-for.ts'
import { proveLeaves } from './hand-in.ts'
import { createHealth, type Health } from './health.ts'
import { createHeldTasks } from './held-tasks.ts'
import { createInvitations, type Invitations } from './invitation.ts'
import type { LedgerReads } from './ledger-port.ts'
import { createMailDesk, type MailDesk } from './mail-desk.ts'
import type { MailSender } from './mail-port.ts'
import { createMinutesPapers, type MinutesPapers } from './minutes-paper.ts'
import { createOrderFor, type OrderFor } from './order.ts'
import type { Pause } from './paced-line.ts'
import type { PaperWriters } from './paper-port.ts'
import { createPointsFor, type PointsFor } from './point.ts'
import type { Clock, Log, PasswordHasher, Random, ServerCrypto } from './ports.ts'
import type { RecentLedger } from './recent-ledger.ts'
import { restoreReport } from './restore-report.ts'
import { createRoomScreens, type RoomScreens } from './room-screen.ts'
import { createMac } from './server-secret.ts'
import { createSessions, type Sessions } from './session.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { createStatistics, type StatisticsFor } from './statistics.ts'
import { createStatisticsFiles, type StatisticsFiles } from './statistics-file.ts'
import { createTaskExports, type TaskExports } from './task-export.ts'
import { createTaskFileArrival, type TaskFileArrival } from './task-file-arrival.ts'
import type { TaskImports } from './task-import.ts'
import { createTaskTemplates, type TaskTemplates, type WriteTemplate } from './task-template.ts'
import { type CheckFile, createUploads, type Uploads } from './upload.ts'

/** Longer than any window in which attempts are counted. */
const attemptsKeptMs = 2 * dayMs

/** Everything that a request can ask for, ready to be called. */
export type FrontDesk = {
  sessions: Sessions
  signIn: SignIn
  challenges: Challenges
  deviceSignIn: DeviceSignIn
  enrolment: Enrolment
  orderFor: OrderFor
  uploads: Uploads
  taskImports: TaskImports
  taskFiles: TaskFileArrival
  taskTemplates: TaskTemplates
  documents: Documents
  directiveSearch: DirectiveSearch
  bundles: Bundles
  ballotReports: BallotReports
  conclusionNotices: ConclusionNotices
  invitations: Invitations
  roomScreens: RoomScreens
  minutesPapers: MinutesPapers
  taskExports: TaskExports
  statisticsFor: StatisticsFor
  statisticsFiles: StatisticsFiles
  pointsFor: PointsFor
  mail: MailDesk
  health: Health
  feedFor: FeedFor
  accept: ActIntake['accept']
  /** After a restore (hand-in.ts). */
  handIn(device: DeviceId, request: HandInRequest): Promise<HandInOutcome[]>
  restoreReport(): Promise<RestoreReport>
  /** Whose sockets must be judged again. */
  onRightsChanged(person: PersonId): void
  /** For a job: forgets expired sessions, abandoned uploads and old attempts. */
  sweep(): Promise<void>
  ledger: LedgerReads
  crypto: ServerCrypto
  clock: Clock
  log: Log
}

export function createFrontDesk(deps: {
  database: Database
  crypto: ServerCrypto
  hasher: PasswordHasher
  checkFile: CheckFile
  taskImports: TaskImports
  writeTemplate: WriteTemplate
  paperWriters: PaperWriters
  /** Null where no e-mail is configured. */
  mailSender: MailSender | null
  intake: ActIntake
  feedFor: FeedFor
  recent: RecentLedger
  clock: Clock
  random: Random
  pause: Pause
  onRightsChanged(person: PersonId): void
  log: Log
}): FrontDesk {
  const { database, crypto, intake, recent, clock, random, log } = deps
  const ledger = database.ledger.read
  const sessions = createSessions({ ...database, ledger: recent, clock, random })
  const mac = createMac(crypto.sign, 'front-desk')
  const challenges = createChallenges({ ...database, clock, random, mac })
  const { verifyP256 } = crypto
  const uploads = createUploads({ ...deps, ...database })
  const statisticsFor = createStatistics({ ledger, clock })
  const write = deps.paperWriters.tables
  const mail = createMailDesk({ store: database.mail, sender: deps.mailSender, ledger, clock, random })
  return {
    sessions,
    signIn: createSignIn({ ...deps, ...database, sessions, mac }),
    challenges,
    deviceSignIn: createDeviceSignIn({ ledger: recent, challenges, sessions, verifyP256 }),
    enrolment: createEnrolment({ ...deps, ...database, ledger, sessions, appendServer: intake.appendServer }),
    orderFor: createOrderFor({ ledger, crypto }),
    uploads,
    taskImports: deps.taskImports,
    taskFiles: createTaskFileArrival({ ...database, ledger, appendServer: intake.appendServer, log }),
    taskTemplates: createTaskTemplates({ ledger, write: deps.writeTemplate }),
    documents: createDocuments({ ...database, ledger }),
    bundles: createBundles({ ledger, crypto }),
    ballotReports: createBallotReports({ ledger, clock, write: deps.paperWriters.ballotReport }),
    conclusionNotices: createConclusionNotices({
      ...{ ledger, clock, write: deps.paperWriters.conclusionNotice },
    }),
    minutesPapers: createMinutesPapers({ ledger, clock, write: deps.paperWriters.minutes }),
    taskExports: createTaskExports({ index: createHeldTasks(ledger), ledger, clock, write }),
    invitations: createInvitations({ ledger, clock, write: deps.paperWriters.invitation }),
    roomScreens: createRoomScreens({ ledger, signals: database.signals, clock, pause: deps.pause }),
    statisticsFor,
    statisticsFiles: createStatisticsFiles({ statisticsFor, ledger, write }),
    pointsFor: createPointsFor(ledger),
    directiveSearch: createDirectiveSearch({ ledger, derived: database.derived, pause: deps.pause, log }),
    mail,
    health: createHealth({ ledger, clock, pause: deps.pause }),
    feedFor: deps.feedFor,
    accept: intake.accept,
    handIn: async (device, request) => {
      const leaves = await proveLeaves(request, crypto)
      const outcomes = await intake.handIn({ device, seen: request.seen, left: request.left, leaves })
      log('info', 'leaves-handed-in', { device, leaves: outcomes.length, left: request.left })
      return outcomes
    },
    restoreReport: () => restoreReport(ledger),
    onRightsChanged: deps.onRightsChanged,
    sweep: async () => {
      await sessions.sweep()
      await uploads.sweep()
      await mail.sweep()
      await database.attempts.removeBefore(instant(clock.now() - attemptsKeptMs))
    },
    ledger,
    crypto,
    clock,
    log,
  }
}
