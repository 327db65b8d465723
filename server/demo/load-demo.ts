import { DeviceId } from '../../shared/domain/id.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { type Day, type Instant, instant, parseDay, yearOf } from '../../shared/lib/time.ts'
import type { SealEnvelope } from '../../shared/protocol/crypto-ports.ts'
import type { Database } from '../app/database.ts'
import type { Clock, Log, PasswordHasher, Random, ServerCrypto } from '../app/ports.ts'
import { type CheckFile, createUploads } from '../app/upload.ts'
import { createDemoCalendar } from './demo-calendar.ts'
import { createDemoCast, type DemoCast } from './demo-cast.ts'
import type { FilesDone, MakeDocument } from './demo-files.ts'
import { createPast, type DemoPast } from './demo-past.ts'
import { demoPerson, demoPosts, peopleEvents } from './demo-people.ts'
import { firstDay, hourOf, inPostSince, storyEnd } from './history/history-days.ts'
import { historyPapers, historyStory } from './history/history-story.ts'
import { playStory } from './play-story.ts'
import { todayStory } from './today-story.ts'

/**
 * Loads the demonstration into an empty ledger, through the same door as everybody: only people and agencies are set by the
 * server; devices sign and seal whatever else happens, at hours of the past days by a clock of its own. Every step has a
 * name, and the last entry says that all is there: what was cut off half-way goes on where it was.
 */

export type DemoProgress =
  | { kind: 'resuming' }
  | { kind: 'people'; count: number }
  | { kind: 'papers'; done: number; of: number; pages: number }
  | { kind: 'acts'; done: number; of: number }
  | { kind: 'ready' }

export type DemoDeps = {
  database: Pick<Database, 'ledger' | 'accounts' | 'blobs' | 'attempts' | 'signals'>
  crypto: ServerCrypto
  seal: SealEnvelope
  hasher: Pick<PasswordHasher, 'hash'>
  checkFile: CheckFile
  makeDocument: MakeDocument
  clock: Clock
  random: Random
  log: Log
  onProgress(progress: DemoProgress): void
  /** Loading then throws its reason at the next step, and is gone on with at the next start. */
  stopping: AbortSignal
}

/** The one password of every account of the demonstration. */
export const demoPassword = 'phonghop2026'

/** Which: around the day on which it is loaded, or the past as it was (history/). */
export type DemoName = 'today' | 'history'

const beginsPrefixes: Readonly<Record<DemoName, string>> = {
  today: 'demo-begins/',
  history: 'history-begins/',
}
const loadedId = 'demo-loaded'

/** `foreign`: the ledger holds something else. */
export type DemoState =
  | { kind: 'empty' }
  | { kind: 'half'; name: DemoName; begunAt: Instant }
  | { kind: 'loaded'; name: DemoName }
  | { kind: 'foreign' }

export async function demoStateOf(ledger: Database['ledger']['read']): Promise<DemoState> {
  const [first] = await ledger.leavesFrom(0, 1)
  if (!first) return { kind: 'empty' }
  const { serverId } = first
  for (const name of ['today', 'history'] as const) {
    const prefix = beginsPrefixes[name]
    if (!serverId?.startsWith(prefix)) continue
    if (await ledger.hasServerEntry(loadedId)) return { kind: 'loaded', name }
    return { kind: 'half', name, begunAt: instant(Number(serverId.slice(prefix.length))) }
  }
  return { kind: 'foreign' }
}

/** Does nothing where the ledger holds anything but this demonstration half-loaded. */
export async function loadDemo(name: DemoName, deps: DemoDeps): Promise<DemoState> {
  const { database, random, onProgress, stopping } = deps
  const ledger = database.ledger.read
  const state = await demoStateOf(ledger)
  if (state.kind === 'loaded' || state.kind === 'foreign') return state
  if (state.kind === 'half' && state.name !== name) return state
  if (state.kind === 'half') onProgress({ kind: 'resuming' })
  const begunAt = state.kind === 'half' ? state.begunAt : deps.clock.now()
  const isPast = name === 'history'
  const now = isPast ? storyEnd : begunAt
  const calendar = createDemoCalendar(now)
  // What does not leave this process needs no sealing, and 13,000 acts would be half as slow again.
  const door = isPast ? unsealed(deps) : deps
  const past = createPast(door, isPast ? hourOf(firstDay, 5) : calendar.at([-12, '08:00']))

  const from = isPast ? inPostSince : parseDay(`${yearOf(now) - 1}-01-01`)
  if (from === null) throw new Error('no first day of last year')
  await setPeople(deps, past, { from, entry: `${beginsPrefixes[name]}${begunAt}` })
  onProgress({ kind: 'people', count: demoPosts.length })
  const uploads = createUploads({ ...deps, ...database, clock: past.clock })
  const onPapers = (files: FilesDone) => onProgress({ kind: 'papers', ...files })
  const story = isPast ? historyStory(random) : await todayStory({ ...deps, calendar, uploads, onPapers })
  past.moveTo(isPast ? hourOf(firstDay, 6) : calendar.at([-12, '09:00']))
  const cast = await createDemoCast({
    ...door,
    ledger,
    intake: past.intake,
    isResumed: state.kind === 'half',
    accounts: [...new Set(story.steps.map(({ by }) => by))],
    at: past.clock.now(),
  })
  await playStory(story, {
    moveTo: past.moveTo,
    tick: past.intake.tick,
    ledger,
    cast,
    onProgress: (done, of) => onProgress({ kind: 'acts', done, of }),
    stopping,
  })
  past.moveTo(now)
  if (isPast) await past.intake.appendServer(historyPapers)
  await leaveDevices(cast, deps, past)
  await past.intake.appendServer(() => [{ id: loadedId, events: [] }])
  onProgress({ kind: 'ready' })
  return { kind: 'loaded', name }
}

const unsealed = <T extends Pick<DemoDeps, 'crypto' | 'seal'>>(deps: T): T => ({
  ...deps,
  seal: async (plain: Bytes) => plain,
  crypto: { ...deps.crypto, unseal: async (sealed: Bytes) => sealed },
})

async function setPeople(
  { database, hasher }: DemoDeps,
  past: DemoPast,
  { from, entry }: { from: Day; entry: string },
): Promise<void> {
  await past.intake.appendServer(() => [{ id: entry, events: peopleEvents(from) }])
  // One hash for all: the password is printed for everybody to read, and each hash costs a newcomer's time.
  const passwordHash = await hasher.hash(demoPassword)
  for (const { account } of demoPosts) {
    await database.accounts.put({ account, person: demoPerson(account), passwordHash })
  }
}

/**
 * Devices stay where they are no hindrance. Whoever is meant for trying enrols a first device by a code alone, so theirs are
 * revoked; and so are those of a loading that was cut off, whose keys are gone. The head of office, who revokes, comes last.
 */
async function leaveDevices(cast: DemoCast, { database }: DemoDeps, past: DemoPast): Promise<void> {
  const officer = 'lanhdao-vp'
  const kept = new Set(
    demoPosts.flatMap(({ account, isForTrying }) => (isForTrying ? [] : (cast.deviceIds.get(account) ?? []))),
  )
  const own = cast.deviceIds.get(officer)
  const active = (await database.ledger.read.rowsOfKind('device')).flatMap(({ entity }) =>
    entity.phase.state === 'active' && !kept.has(entity.id) && entity.id !== own ? [entity.id] : [],
  )
  const revoked = [...active, ...(own === undefined ? [] : [DeviceId.parse(own)])]
  await cast.play(
    revoked.map((device) => ({
      by: officer,
      label: `revoked/${device}`,
      draft: {
        kind: 'revoke-device',
        body: { device, reason: 'Kết thúc nạp dữ liệu trình diễn', wipe: false },
        openings: [],
      },
      prev: [],
      castAt: past.clock.now(),
    })),
  )
}
