import { documentKey, type ProcessedFacts, rangesOf } from '../../shared/domain/document.ts'
import { Hash } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { instant, secondMs } from '../../shared/lib/time.ts'
import type { ActIntake } from './act-intake.ts'
import {
  type DerivedStore,
  type IntakeJobs,
  type IntakeStep,
  type MadeFiles,
  mostAttempts,
  type ProcessDocument,
} from './document-intake-port.ts'
import type { LedgerStore } from './ledger-port.ts'
import type { BlobStore, Clock, Log } from './ports.ts'

/**
 * Makes of each uploaded file what helps to read it. One at a time, whenever there is nothing else to do; whatever comes of
 * it, the file itself stays as it is and can be read. What was cut off is begun again, by this server or another.
 */
export type DocumentIntake = {
  /** For a job: works until nothing waits or the server stops. @returns how many documents were done with */
  work(stopping: AbortSignal): Promise<number>
}

/** Renewed every few seconds: after so long without a word, whoever took it is no more. */
const leaseMs = 30 * secondMs
const tellEveryMs = secondMs

/** The results of this program; a better one makes new ones under another number. */
const generation = 1

type Deps = {
  intakeJobs: IntakeJobs
  blobs: Pick<BlobStore, 'state' | 'read'>
  ledger: Pick<LedgerStore, 'read'>
  derived: Pick<DerivedStore, 'put' | 'size'>
  process: ProcessDocument
  appendServer: ActIntake['appendServer']
  clock: Clock
  log: Log
}

const crashed: MadeFiles = {
  files: [],
  noText: [],
  broken: [],
  faults: [{ kind: 'pages', fault: 'crashed' }],
}

export function createDocumentIntake(deps: Deps): DocumentIntake {
  const { intakeJobs: jobs, clock, log } = deps

  const make = async (document: Hash, attempt: number, stopping: AbortSignal): Promise<MadeFiles> => {
    if (attempt > mostAttempts) return crashed
    let told = 0
    const onProgress = (progress: IntakeStep) => {
      const now = clock.now()
      if (now - told < tellEveryMs) return
      told = now
      jobs
        .keep(document, instant(now + leaseMs), progress)
        .catch((error: unknown) => log('warn', 'intake-lease-lost', { document, error: String(error) }))
    }
    return await deps.process(await wholeFile(document, deps.blobs), { onProgress, stopping })
  }

  const one = async (document: Hash, attempt: number, stopping: AbortSignal): Promise<void> => {
    const from = clock.now()
    const made = await make(document, attempt, stopping)
    const facts = await keep(document, made, deps)
    const id = await entryId(document, facts, deps)
    await deps.appendServer(() => [
      {
        id,
        events: [{ kind: 'document-processed', ...facts }],
      },
    ])
    const failed = made.faults.find(({ kind }) => kind === 'pages')
    await jobs.end(document, failed?.fault ?? null)
    log(made.faults.length === 0 ? 'info' : 'warn', 'document-processed', {
      document,
      tookMs: clock.now() - from,
      files: made.files.length,
      faults: made.faults,
    })
  }

  return {
    work: async (stopping) => {
      let done = 0
      while (!stopping.aborted) {
        const now = clock.now()
        const taken = await jobs.take(now, instant(now + leaseMs))
        if (!taken) return done
        try {
          await one(taken.document, taken.attempt, stopping)
          done += 1
        } catch (error) {
          if (!stopping.aborted) throw error
          await jobs.release(taken.document)
        }
      }
      return done
    },
  }
}

async function wholeFile(document: Hash, blobs: Deps['blobs']): Promise<Uint8Array> {
  const state = await blobs.state(document)
  if (state?.kind !== 'ready') throw new Error(`${documentKey(document)} has no file`)
  const bytes = new Uint8Array(state.size)
  let at = 0
  for await (const piece of blobs.read(document, 0, state.size)) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/**
 * The same whoever makes it. Only where the row names a failure, which was tried again, or files that are no longer there,
 * since the document was forgotten and came again, it says so anew.
 */
async function entryId(document: Hash, facts: ProcessedFacts, { ledger, derived }: Deps): Promise<string> {
  const id = `document-processed/${document}/${generation}`
  const [row] = await ledger.read.rows([documentKey(document)])
  const known = row?.entity.kind === 'document' ? row.entity : null
  const sizes = await Promise.all((known?.derived ?? []).map(({ hash }) => derived.size(hash)))
  const isOld = sizes.includes(null) || (known !== null && known.faults.length > 0)
  return isOld ? `${id}/${sha256Hex(utf8(canonicalJson(facts)))}` : id
}

/** The files first: the ledger names only what is there. */
async function keep(document: Hash, made: MadeFiles, { derived, clock }: Deps): Promise<ProcessedFacts> {
  const files: ProcessedFacts['derived'] = []
  for (const { kind, bytes } of made.files) {
    const hash = Hash.parse(sha256Hex(bytes))
    await derived.put(hash, bytes, clock.now())
    files.push({ kind, hash, size: bytes.length })
  }
  const { noText, broken, faults } = made
  return {
    hash: document,
    derived: files,
    noText: rangesOf(noText),
    broken: rangesOf(broken),
    faults: [...faults],
  }
}
