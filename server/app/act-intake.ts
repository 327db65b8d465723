import type { ServerEntry } from '../../shared/domain/closing.ts'
import type { EntityReader } from '../../shared/domain/entity.ts'
import type { ActId, DeviceId } from '../../shared/domain/id.ts'
import { isReadOnly } from '../../shared/domain/restore.ts'
import { fromBase64 } from '../../shared/lib/base64.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { type Day, dayOf, type Instant, minuteMs } from '../../shared/lib/time.ts'
import type { ActOutcome, Rejection } from '../../shared/protocol/api.ts'
import { type OpenEnvelope, parseEnvelope, sealedMaxBytes } from '../../shared/protocol/envelope.ts'
import type { HandInOutcome } from '../../shared/protocol/restore.ts'
import { acceptAct, type Decided, rowsFor } from './accept-act.ts'
import { refreshAccess } from './access-refresh.ts'
import { runDueAdmissions } from './admissions.ts'
import { runDueClosings } from './closing.ts'
import { type HandedInBy, keepHandedIn } from './hand-in.ts'
import { createLedgerBatch, type LedgerBatch } from './ledger-batch.ts'
import { ClockBehindLedger, isClockBehind } from './ledger-clock.ts'
import type { LedgerStore, LedgerWrites } from './ledger-port.ts'
import type { Clock, Log, ServerCrypto, Signals, UptimeStore } from './ports.ts'
import { createRateLimit, type Rate } from './rate-limit.ts'
import { receiptsOf } from './receipts.ts'
import { phaseOf, ReadOnlyLedger, storedPhase } from './restore.ts'
import { appendEntry } from './server-entry.ts'
import { createKeptStandingRows } from './standing-rows.ts'
import type { TaskImports } from './task-import.ts'
import { runDueVotes } from './vote-closing.ts'

/**
 * The one door through which anything enters the ledger. Callers that come while a transaction runs share the next one;
 * if a shared transaction fails, its jobs are run one by one, so that only the offender is set aside (trust.md, "Leaf").
 */
export type ActIntake = {
  /** Resolves after the commit. Never rejects for what an act holds, only for a broken machine or a clock behind. */
  accept(acts: readonly SealedAct[], roomUpdates?: readonly RoomWrite[]): Promise<Accepted>
  /** Entries made from the rows of the moment, in a transaction of their own. */
  appendServer(
    make: (reader: EntityReader) => ServerEntry[] | Promise<ServerEntry[]>,
    load?: string[],
  ): Promise<void>
  /** After a restore: what a device holds of the epochs before, each proven already (hand-in.ts). */
  handIn(leaves: HandedInBy): Promise<HandInOutcome[]>
  /** Closings of ballots and votes and ends of admissions that are due, and access that a new day brings; called by the clock job. */
  tick(): Promise<void>
}

export type SealedAct = { id: ActId; sealed: Bytes }
export type RoomWrite = { room: string; update: Uint8Array }
export type Accepted = { outcomes: ActOutcome[]; roomNumbers: number[] }

type Deps = {
  store: LedgerStore
  crypto: ServerCrypto
  clock: Clock
  uptime: Pick<UptimeStore, 'downBetween'>
  signals: Pick<Signals, 'publish'>
  log: Log
  /** Absent where no files are imported: in stories. */
  imports?: TaskImports
  /** A story told with its own hours, perhaps for the second time: its clock may stand behind the ledger. */
  isStory?: boolean
  /** Whether letters go out to people and agencies. */
  writesMail?: boolean
}

type Opened = { id: ActId; opened: OpenEnvelope } | { id: ActId; reason: Rejection }

/** What one caller wants done inside a transaction. */
type Job<T> = (batch: LedgerBatch, ledger: LedgerWrites) => Promise<T>
type Waiting = { job: Job<unknown>; resolve(value: unknown): void; reject(error: unknown): void }

const jobsPerTransaction = 100
/** Of one device's refusals: each is a leaf for ever. What is accepted or held is never counted, so nobody is kept from voting. */
const refusals: Rate = { burst: 100, perMinute: 100 / 60 }
/** More than there are devices: none is forgotten, full again, because of others. */
const countedDevices = 50_000
const clockToldEveryMs = 10 * minuteMs

export function createActIntake(deps: Deps): ActIntake {
  const { store, crypto, clock, log } = deps
  let waiting: Waiting[] = []
  let running = false
  let refreshedOn: Day | null = null
  const kept = createKeptStandingRows()
  let clockToldAt = Number.NEGATIVE_INFINITY
  const limit = createRateLimit({ clock, keys: countedDevices })
  const mayRefuse = (device: DeviceId) => limit(device, refusals) === 0

  const checkClock = async (ledger: LedgerWrites, now: Instant) => {
    const { lastAt } = await ledger.head()
    if (deps.isStory || !isClockBehind(lastAt, now)) return
    const fault = new ClockBehindLedger(lastAt, now)
    if (Math.abs(now - clockToldAt) >= clockToldEveryMs) {
      clockToldAt = now
      const remedy =
        'correct the clock of this machine, or wait until it has caught up, or restore a backup from before it jumped ahead'
      log('error', 'clock-behind-ledger', { behindMs: fault.behindMs, remedy })
    }
    throw fault
  }

  const transact = async (jobs: readonly Job<unknown>[]): Promise<unknown[]> => {
    const { results, head, standing } = await store.write(async (ledger) => {
      const now = clock.now()
      await checkClock(ledger, now)
      const batch = await createLedgerBatch(ledger, crypto, now, kept, deps.writesMail)
      kept.forget()
      if (!isReadOnly(phaseOf(batch))) {
        const due = await ledger.due(batch.at)
        await runDueClosings(batch, due, deps.uptime)
        await runDueVotes(batch, due, deps.uptime)
        await runDueAdmissions(batch, due)
      }
      const done: unknown[] = []
      for (const job of jobs) done.push(await job(batch, ledger))
      await batch.flush()
      return { results: done, head: await ledger.head(), standing: batch.standing() }
    })
    kept.keep(head, standing)
    await deps.signals
      .publish(head.size - 1)
      .catch((error: unknown) => log('warn', 'signal-failed', { error: String(error) }))
    return results
  }

  const runOneByOne = async (group: readonly Waiting[]) => {
    for (const { job, resolve, reject } of group) {
      try {
        const [result] = await transact([job])
        resolve(result)
      } catch (error) {
        log('error', 'transaction-failed', { error: String(error) })
        reject(error)
      }
    }
  }

  const run = async () => {
    running = true
    while (waiting.length > 0) {
      const group = waiting.slice(0, jobsPerTransaction)
      waiting = waiting.slice(jobsPerTransaction)
      try {
        const results = await transact(group.map(({ job }) => job))
        group.forEach(({ resolve }, i) => {
          resolve(results[i])
        })
      } catch (error) {
        if (error instanceof ClockBehindLedger) {
          for (const { reject } of group) reject(error)
          continue
        }
        log('warn', 'batch-replayed', { error: String(error), jobs: group.length })
        await runOneByOne(group)
      }
    }
    running = false
  }

  const submit = <T>(job: Job<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ job, resolve: (value) => resolve(value as T), reject })
      if (!running) void run()
    })

  return {
    accept: async (acts, roomUpdates = []) => {
      const opened = await openActs(acts, deps)
      // Anybody may send garbage: it must not wait for the ledger's lock, nor hold it.
      const turnedAway = opened.flatMap((item) => ('reason' in item ? [item] : []))
      if (turnedAway.length === opened.length && roomUpdates.length === 0) {
        return {
          outcomes: turnedAway.map(({ id, reason }) => ({ kind: 'rejected', id, reason })),
          roomNumbers: [],
        }
      }
      for (const item of opened) {
        if (!('opened' in item) || item.opened.act.kind !== 'import-tasks') continue
        await deps.imports?.warm(item.opened.act.body.file, clock.now()).catch(() => undefined)
      }
      const { decided, roomNumbers, isWaiting } = await submit(async (batch, ledger) => {
        const done: { id: ActId; outcome: Decided }[] = []
        // In one look: a whole meeting may say something at once.
        await batch.load(
          opened.flatMap((item) => ('opened' in item ? rowsFor(item.opened.act, batch.at) : [])),
        )
        for (const item of opened) {
          const outcome: Decided =
            'opened' in item
              ? await acceptAct(item.opened, batch, ledger, mayRefuse, deps.imports)
              : { kind: 'rejected', reason: item.reason }
          done.push({ id: item.id, outcome })
        }
        // What lies in an outbox room has been decided: nothing is stored there that has to wait.
        const isWaiting = done.some(
          ({ outcome }) => outcome.kind === 'rejected' && outcome.reason === 'read-only',
        )
        if (isWaiting || roomUpdates.length === 0) return { decided: done, roomNumbers: [], isWaiting }
        const numbers = await ledger.appendRoomUpdates(roomUpdates)
        return { decided: done, roomNumbers: numbers, isWaiting }
      })
      if (isWaiting && roomUpdates.length > 0) throw new ReadOnlyLedger()
      return { outcomes: await outcomesOf(decided, deps), roomNumbers }
    },
    appendServer: async (make, load = []) => {
      const isDone = await submit(async (batch) => {
        if (isReadOnly(phaseOf(batch))) return false
        await batch.load(load)
        for (const entry of await make(batch.reader)) await appendEntry(entry, batch)
        return true
      })
      if (!isDone) throw new ReadOnlyLedger()
    },
    handIn: (leaves) =>
      submit((batch, ledger) => keepHandedIn(leaves, batch, ledger, { now: clock.now(), mayRefuse })),
    tick: async () => {
      const now = clock.now()
      const day = dayOf(now)
      try {
        if (isReadOnly(await storedPhase(store.read))) return
        if (day !== refreshedOn) {
          await submit(refreshAccess)
          refreshedOn = day
        } else if ((await store.read.due(now)).length > 0) {
          await submit(async () => undefined)
        }
      } catch (error) {
        // Told already; the next tick asks again.
        if (!(error instanceof ClockBehindLedger)) throw error
      }
    },
  }
}

async function openActs(acts: readonly SealedAct[], { crypto, store }: Deps): Promise<Opened[]> {
  const unsealed = await Promise.all(acts.map((act) => unsealAct(act, crypto)))
  // A device's key never changes, so it may be read before the transaction.
  const devices = unsealed.flatMap((item) => ('opened' in item ? [`device/${item.opened.act.device}`] : []))
  const rows = devices.length === 0 ? [] : await store.read.rows([...new Set(devices)])
  const keys = new Map(
    rows.flatMap(({ key, entity }) =>
      entity.kind === 'device' ? [[key, fromBase64(entity.publicKey)] as const] : [],
    ),
  )
  return Promise.all(
    unsealed.map(async (item): Promise<Opened> => {
      if ('reason' in item) return item
      const { act, bytes, sig } = item.opened
      const publicKey = keys.get(`device/${act.device}`)
      if (!publicKey) return { id: item.id, reason: 'unknown-device' }
      return (await crypto.verifyP256(publicKey, sig, bytes))
        ? item
        : { id: item.id, reason: 'bad-signature' }
    }),
  )
}

async function unsealAct({ id, sealed }: SealedAct, crypto: ServerCrypto): Promise<Opened> {
  if (sealed.length > sealedMaxBytes) return { id, reason: 'too-large' }
  const plain = await crypto.unseal(sealed, id)
  if (!plain) return { id, reason: 'cannot-unseal' }
  const envelope = parseEnvelope(plain)
  return envelope.ok && envelope.value.act.id === id
    ? { id, opened: envelope.value }
    : { id, reason: 'malformed' }
}

async function outcomesOf(
  decided: readonly { id: ActId; outcome: Decided }[],
  { store }: Deps,
): Promise<ActOutcome[]> {
  const numbers = decided.flatMap(({ outcome }) => (outcome.kind === 'recorded' ? [outcome.n] : []))
  const receipts = await receiptsOf(numbers, store.read)
  return decided.map(({ id, outcome }): ActOutcome => {
    if (outcome.kind === 'rejected') return { kind: 'rejected', id, reason: outcome.reason }
    const receipt = receipts.get(outcome.n)
    if (!receipt) throw new Error(`no leaf ${outcome.n} after its commit`)
    return { kind: 'recorded', id, ...receipt }
  })
}
