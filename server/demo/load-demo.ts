import { DeviceId } from '../../shared/domain/id.ts'
import { type Instant, instant, minuteMs, parseDay, secondMs, yearOf } from '../../shared/lib/time.ts'
import type { SealEnvelope } from '../../shared/protocol/crypto-ports.ts'
import { createActIntake } from '../app/act-intake.ts'
import type { Database } from '../app/database.ts'
import type { Clock, Log, PasswordHasher, Random, ServerCrypto } from '../app/ports.ts'
import { type CheckFile, createUploads } from '../app/upload.ts'
import { closedBallots } from './ballots-closed.ts'
import { ballotsDueLater } from './ballots-due-later.ts'
import { ballotsDueSoon } from './ballots-due-soon.ts'
import type { DemoBallot } from './demo-ballot.ts'
import { createDemoCalendar, type DemoCalendar } from './demo-calendar.ts'
import { createDemoCast, type DemoCast } from './demo-cast.ts'
import { contentOf } from './demo-content.ts'
import { type DemoDossier, loadFiles, type MakeDocument } from './demo-files.ts'
import type { DemoMeeting } from './demo-meeting.ts'
import { demoPerson, demoPosts, peopleEvents } from './demo-people.ts'
import { type DemoStep, deadlineOf, stepsOf } from './demo-steps.ts'
import { demoTasks } from './demo-tasks.ts'
import { invitedStepsOf } from './invited-steps.ts'
import { meetingNextWeek } from './meeting-next-week.ts'
import { officeStepsOf, prepareMeeting } from './meeting-steps.ts'
import { meetingToday } from './meeting-today.ts'
import { taskStepsOf } from './task-steps.ts'

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

const beginsPrefix = 'demo-begins/'
const loadedId = 'demo-loaded'

const ballots = [...closedBallots, ...ballotsDueSoon, ...ballotsDueLater]

const dossierOf = ({ id, handlers, issuedOn, words, amendment }: DemoBallot): DemoDossier => ({
  id,
  handlers,
  issuedOn,
  versions: [words.documents, ...(amendment ? [amendment.words.documents] : [])],
})

const meetings = [meetingToday, meetingNextWeek]

const itemDossiersOf = ({ handlers, preparedOn, items }: DemoMeeting): DemoDossier[] =>
  items.map(({ id, documents, change }) => ({
    id,
    handlers,
    issuedOn: [preparedOn, '14:00'],
    versions: [documents, ...(change ? [change.documents] : [])],
  }))

/** `foreign`: the ledger holds something else. */
export type DemoState =
  | { kind: 'empty' }
  | { kind: 'half'; begunAt: Instant }
  | { kind: 'loaded' }
  | { kind: 'foreign' }

export async function demoStateOf(ledger: Database['ledger']['read']): Promise<DemoState> {
  const [first] = await ledger.leavesFrom(0, 1)
  if (!first) return { kind: 'empty' }
  if (!first.serverId?.startsWith(beginsPrefix)) return { kind: 'foreign' }
  if (await ledger.hasServerEntry(loadedId)) return { kind: 'loaded' }
  return { kind: 'half', begunAt: instant(Number(first.serverId.slice(beginsPrefix.length))) }
}

/** Does nothing where the ledger holds anything but a half-loaded demonstration. */
export async function loadDemo(deps: DemoDeps): Promise<DemoState> {
  const { database, random, onProgress } = deps
  const ledger = database.ledger.read
  const state = await demoStateOf(ledger)
  if (state.kind === 'loaded' || state.kind === 'foreign') return state
  if (state.kind === 'half') onProgress({ kind: 'resuming' })
  const now = state.kind === 'half' ? state.begunAt : deps.clock.now()
  const calendar = createDemoCalendar(now)
  const past = createPast(deps, calendar.at([-12, '08:00']))

  await setPeople(deps, past, now)
  onProgress({ kind: 'people', count: demoPosts.length })
  const uploads = createUploads({ ...deps, ...database, clock: past.clock })
  const documents = await loadFiles({
    ...deps,
    dossiers: [...ballots.map(dossierOf), ...meetings.flatMap(itemDossiersOf)],
    calendar,
    uploads,
    onProgress: (files) => onProgress({ kind: 'papers', ...files }),
  })
  const ballotSteps = ballots.flatMap((ballot) => {
    const papers = documents.get(ballot.id) ?? []
    const words = [ballot.words, ...(ballot.amendment ? [ballot.amendment.words] : [])]
    return stepsOf(
      ballot,
      words.map((version, i) => contentOf(version, papers[i] ?? [])),
      calendar,
      random,
    )
  })
  const meetingSteps = meetings.flatMap((demo) => {
    const meeting = prepareMeeting(demo, ({ id }) => documents.get(id) ?? [], calendar)
    return [...officeStepsOf(meeting, calendar), ...invitedStepsOf(meeting, calendar, random)]
  })
  const taskSteps = demoTasks.flatMap((task) => taskStepsOf(task, calendar, random))
  const steps = [...ballotSteps, ...meetingSteps, ...taskSteps]
  past.moveTo(calendar.at([-12, '09:00']))
  const cast = await createDemoCast({
    ...deps,
    ledger,
    intake: past.intake,
    accounts: [...new Set(steps.map(({ by }) => by))],
    at: past.clock.now(),
  })
  await playAll(steps, calendar, past, cast, deps)
  past.moveTo(now)
  await leaveDevices(cast, deps, past)
  await past.intake.appendServer(() => [{ id: loadedId, events: [] }])
  onProgress({ kind: 'ready' })
  return { kind: 'loaded' }
}

type Past = ReturnType<typeof createPast>

/** The intake of the past days: its clock stands where the story is. No server was down in a story. */
function createPast({ database, crypto, log }: DemoDeps, from: Instant) {
  let at = from
  const clock: Clock = { now: () => at }
  const intake = createActIntake({
    store: database.ledger,
    crypto,
    clock,
    uptime: { downBetween: async () => null },
    signals: database.signals,
    log,
    isStory: true,
  })
  return {
    clock,
    intake,
    moveTo: (hour: Instant) => {
      at = hour
    },
  }
}

async function setPeople({ database, hasher }: DemoDeps, past: Past, now: Instant): Promise<void> {
  const from = parseDay(`${yearOf(now) - 1}-01-01`)
  if (from === null) throw new Error('no first day of last year')
  await past.intake.appendServer(() => [{ id: `${beginsPrefix}${now}`, events: peopleEvents(from) }])
  // One hash for all: the password is printed for everybody to read, and each hash costs a newcomer's time.
  const passwordHash = await hasher.hash(demoPassword)
  for (const { account } of demoPosts) {
    await database.accounts.put({ account, person: demoPerson(account), passwordHash })
  }
}

async function playAll(
  steps: readonly DemoStep[],
  calendar: DemoCalendar,
  past: Past,
  cast: DemoCast,
  { onProgress, stopping }: DemoDeps,
): Promise<void> {
  const closings = ballots
    .map((ballot) => instant(deadlineOf(ballot, calendar) + secondMs))
    .filter((at) => at < calendar.now)
  const story: Moment[] = [
    ...steps.map((step) => ({ at: step.at, step })),
    ...closings.map((at) => ({ at, step: null })),
  ].sort((a, b) => a.at - b.at)
  let done = 0
  for (const scene of scenesOf(story)) {
    stopping.throwIfAborted()
    past.moveTo(scene.at(-1)?.at ?? calendar.now)
    const acts = scene.flatMap(({ at, step }) => (step ? [{ ...step, castAt: at }] : []))
    if (acts.length > 0) await cast.play(acts)
    else await past.intake.tick()
    const before = Math.floor(done / 100)
    done += scene.length
    if (Math.floor(done / 100) > before || done === story.length) {
      onProgress({ kind: 'acts', done, of: story.length })
    }
  }
}

type Moment = { at: Instant; step: DemoStep | null }

/** What came within a quarter of an hour is taken in together, as it is on a busy day; a closing stands alone. */
function scenesOf(story: readonly Moment[]): Moment[][] {
  const scenes: Moment[][] = []
  for (const moment of story) {
    const scene = scenes.at(-1)
    const first = scene?.[0]
    const isTogether = first?.step && moment.step && moment.at - first.at < 15 * minuteMs
    if (scene && isTogether) scene.push(moment)
    else scenes.push([moment])
  }
  return scenes
}

/**
 * Devices stay where they are no hindrance. Whoever is meant for trying enrols a first device by a code alone, so theirs are
 * revoked; and so are those of a loading that was cut off, whose keys are gone. The head of office, who revokes, comes last.
 */
async function leaveDevices(cast: DemoCast, { database }: DemoDeps, past: Past): Promise<void> {
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
