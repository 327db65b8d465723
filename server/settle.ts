import { readFile } from 'node:fs/promises'
import { isReadOnly } from '../shared/domain/restore.ts'
import { fromBase64 } from '../shared/lib/base64.ts'
import { fail, ok, type Result } from '../shared/lib/result.ts'
import type { ActIntake } from './app/act-intake.ts'
import { type FirstSignIn, loadBootstrap, parseBootstrap } from './app/bootstrap.ts'
import type { Database } from './app/database.ts'
import { ClockBehindLedger } from './app/ledger-clock.ts'
import type { Log, PasswordHasher, ServerCrypto } from './app/ports.ts'
import { storedPhase } from './app/restore.ts'
import type { Configuration } from './configuration.ts'
import { type DemoSignIn, handOutDemoCodes } from './demo/demo-codes.ts'
import { makeDocument } from './demo/documents/make-document.ts'
import { type DemoProgress, demoStateOf, loadDemo } from './demo/load-demo.ts'
import type { StartFault } from './fault-line.ts'
import { inspectPdf } from './intake/inspect-pdf.ts'
import { clock, random } from './machine.ts'
import { createSealEnvelope } from './store/sealing.ts'

/** Whom this start has given first codes. */
export type SignIns =
  | { kind: 'demo'; list: readonly DemoSignIn[] }
  | { kind: 'bootstrap'; list: readonly FirstSignIn[] }

type Needs = {
  configuration: Configuration
  database: Database
  crypto: ServerCrypto
  hasher: PasswordHasher
  intake: ActIntake
  log: Log
}

/** Sees to it that there is somebody who can sign in. */
export async function settle(
  { configuration, database, crypto, hasher, intake, log }: Needs,
  tell: { demo(progress: DemoProgress): void },
  stopping: AbortSignal,
): Promise<Result<SignIns | null, StartFault>> {
  const { appendServer } = intake
  if (configuration.bootstrap !== null) {
    const text = await readFile(configuration.bootstrap, 'utf8').catch(() => '')
    const parsed = parseBootstrap(text, clock.now())
    if (!parsed.ok) return parsed
    const loaded = await loadBootstrap(parsed.value, { database, appendServer, hasher, clock, random })
    return loaded.ok ? ok({ kind: 'bootstrap', list: loaded.value }) : loaded
  }
  const found = await demoStateOf(database.ledger.read)
  const { demo } = configuration
  if (demo === null) {
    if (found.kind === 'empty') return fail({ kind: 'nobody-here' })
    return found.kind === 'foreign' ? ok(null) : fail({ kind: 'demo-data-here' })
  }
  // Where real work lies the usual start goes on with it; the past was asked for by name.
  if (found.kind === 'foreign' && demo === 'history') return fail({ kind: 'no-room-for-history' })
  if ('name' in found && found.name !== demo) return fail({ kind: 'other-demo-here', name: found.name })
  const sealingKey = fromBase64(crypto.keys.sealingKey)
  if (!sealingKey) throw new Error('the sealing key is no base64')
  const state = await loadDemo(demo, {
    database,
    crypto,
    seal: createSealEnvelope(sealingKey),
    hasher,
    // Our own papers need no thread to be stopped in, and starting one for each would double a newcomer's wait.
    checkFile: inspectPdf,
    makeDocument,
    clock,
    random,
    log,
    onProgress: tell.demo,
    stopping,
  })
  // Codes are entries, too: none until a restore has ended.
  if (state.kind !== 'loaded' || isReadOnly(await storedPhase(database.ledger.read))) return ok(null)
  try {
    return ok({ kind: 'demo', list: await handOutDemoCodes({ database, appendServer, clock, random }) })
  } catch (error) {
    // Reading goes on; the codes of an earlier start still hold.
    if (error instanceof ClockBehindLedger) return ok(null)
    throw error
  }
}
