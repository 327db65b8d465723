import type { ActIntake } from './act-intake.ts'
import { type Challenges, createChallenges } from './challenge.ts'
import type { Database } from './database.ts'
import { createDeviceSignIn, type DeviceSignIn } from './device-sign-in.ts'
import { createDocuments, type Documents } from './document.ts'
import { createEnrolment, type Enrolment } from './enrolment.ts'
import type { FeedFor } from './feed-for.ts'
import { createHealth, type Health } from './health.ts'
import type { LedgerReads } from './ledger-port.ts'
import { createOrderFor, type OrderFor } from './order.ts'
import type { Pause } from './paced-line.ts'
import type { Clock, Log, PasswordHasher, Random, ServerCrypto } from './ports.ts'
import { createMac } from './server-secret.ts'
import { createSessions, type Sessions } from './session.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { type CheckFile, createUploads, type Uploads } from './upload.ts'

/** Everything that a request can ask for, ready to be called. */
export type FrontDesk = {
  sessions: Sessions
  signIn: SignIn
  challenges: Challenges
  deviceSignIn: DeviceSignIn
  enrolment: Enrolment
  orderFor: OrderFor
  uploads: Uploads
  documents: Documents
  health: Health
  feedFor: FeedFor
  accept: ActIntake['accept']
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
  intake: ActIntake
  feedFor: FeedFor
  clock: Clock
  random: Random
  pause: Pause
  log: Log
}): FrontDesk {
  const { database, crypto, intake, clock, random, log } = deps
  const ledger = database.ledger.read
  const sessions = createSessions({ ...database, ledger, clock, random })
  const mac = createMac(crypto.sign, 'front-desk')
  const challenges = createChallenges({ ...database, clock, random, mac })
  const { verifyP256 } = crypto
  return {
    sessions,
    signIn: createSignIn({ ...deps, ...database, sessions, mac }),
    challenges,
    deviceSignIn: createDeviceSignIn({ ledger, challenges, sessions, verifyP256 }),
    enrolment: createEnrolment({ ...deps, ...database, ledger, sessions, appendServer: intake.appendServer }),
    orderFor: createOrderFor({ ledger, crypto }),
    uploads: createUploads({ ...deps, ...database }),
    documents: createDocuments({ ...database, ledger }),
    health: createHealth({ ledger, pause: deps.pause }),
    feedFor: deps.feedFor,
    accept: intake.accept,
    ledger,
    crypto,
    clock,
    log,
  }
}
