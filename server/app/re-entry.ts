import { keysTouchedBy } from '../../shared/domain/apply.ts'
import { silenceEntries, tallyEntry } from '../../shared/domain/closing.ts'
import type { Event } from '../../shared/domain/event.ts'
import type { BallotId } from '../../shared/domain/id.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import { actTextOf, parseLeaf } from '../../shared/ledger/entry.ts'
import { type Entry, entryEvents, entryStandpoint, parseEntry } from '../../shared/protocol/leaf.ts'
import { passTasks } from './agency-merge.ts'
import { closeOut, closingContext, readsOfClosing } from './closing.ts'
import { ownOpenings } from './content.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { LedgerWrites } from './ledger-port.ts'
import type { HandedIn } from './restore-port.ts'
import { appendEntry } from './server-entry.ts'
import { draftTasks } from './task-drafts.ts'
import type { TaskImports } from './task-import.ts'

/**
 * What devices handed in enters the ledger again when two officers end the restore, all at once and in the order of the former
 * numbers: so every act meets the rows that it met the first time. Each becomes a new leaf that holds the former one and its
 * receipt; its events are applied as they were decided then, its hour is the former one, nothing is decided anew.
 */
export async function enterAgain(
  batch: LedgerBatch,
  ledger: Pick<LedgerWrites, 'handedIn' | 'putHandedIn' | 'tasksOfPapers' | 'openTasksOf'>,
  imports?: TaskImports,
): Promise<void> {
  const waiting = (await ledger.handedIn()).filter(({ state }) => state === 'waiting')
  const uncounted = new Set<BallotId>()
  const closed = new Set<BallotId>()
  const done: HandedIn[] = []
  for (const row of waiting) {
    const entry = parseEntry(row.leaf)
    const state = entry ? await enter(row, entry, batch) : 'apart'
    done.push({ ...row, state })
    if (!entry || state !== 'entered') continue
    follow(entry, batch, { uncounted, closed })
    for (const event of entryEvents(entry)) {
      // At once: what was done with the tasks comes back after it.
      if (event.kind === 'meeting-concluded') await draftTasks(event.meeting, batch)
      if (event.kind === 'agency-merged') await passTasks(event, batch, ledger)
      if (event.kind === 'tasks-imported') await importAgain(entry, event, batch, ledger, imports)
    }
  }
  await ledger.putHandedIn(done)
  await completeClosings(batch, closed, uncounted)
}

/** Whether the ledger holds the very same act or entry; null where it holds another under its id, undefined where none. */
export async function standsAlready(
  { leaf }: Pick<HandedIn, 'leaf'>,
  entry: Entry,
  batch: Pick<LedgerBatch, 'leafOfAct' | 'hasServerEntry'>,
): Promise<true | null | undefined> {
  if (entry.kind === 'server') return (await batch.hasServerEntry(entry.id)) ? true : undefined
  const known = await batch.leafOfAct(entry.act.id)
  if (!known) return undefined
  const [one, other] = [parseLeaf(known.text), parseLeaf(leaf)]
  return one && other && actTextOf(one) === actTextOf(other) ? true : null
}

/** From the file that was signed, where the backup has it, and only what was signed; else the Office imports it again. */
async function importAgain(
  entry: Entry,
  event: Extract<Event, { kind: 'tasks-imported' }>,
  batch: LedgerBatch,
  ledger: Pick<LedgerWrites, 'tasksOfPapers'>,
  imports: TaskImports | undefined,
): Promise<void> {
  if (entry.kind !== 'act' || entry.act.kind !== 'import-tasks') return
  const plan = await imports?.planOf(event.file, entry.act.body, batch, ledger)
  if (plan?.hash === event.planHash) await imports?.write(event, plan, batch)
}

async function enter(row: HandedIn, entry: Entry, batch: LedgerBatch): Promise<HandedIn['state']> {
  const stands = await standsAlready(row, entry, batch)
  if (stands !== undefined) return stands ? 'entered' : 'apart'
  const events = entryEvents(entry)
  await batch.load(events.flatMap((event) => [...keysTouchedBy(event), ...objectOf(event)]))
  const isAct = entry.kind === 'act'
  const openings = isAct ? ownOpenings(entry.act, row.openings) : []
  batch.addOpenings(openings)
  const append = (effect: boolean) =>
    batch.append({
      content: { again: { leaf: row.leaf, proof: row.proof, effect } },
      events: effect ? events : [],
      actId: isAct ? entry.act.id : null,
      serverId: isAct ? null : entry.id,
      person: isAct ? entry.act.person : null,
      device: isAct ? entry.act.device : null,
      openings,
      recordedAt: entryStandpoint(entry).at,
    })
  const undo = batch.mark()
  try {
    // What speaks of a ballot or meeting that nobody handed in is kept as it was said, and changes no row.
    if (!events.every((event) => hasObject(event, batch))) throw new Error('its object is missing')
    append(true)
  } catch {
    undo()
    append(false)
  }
  return 'entered'
}

const objectOf = (event: Event): string[] => [
  ...('ballot' in event ? [`ballot/${event.ballot}`] : []),
  ...('meeting' in event ? [meetingKey(event.meeting)] : []),
]

function hasObject(event: Event, { reader }: LedgerBatch): boolean {
  if (event.kind === 'ballot-drafted' || event.kind === 'meeting-drafted') return true
  if ('meeting' in event) return reader.get('meeting', meetingKey(event.meeting)) !== undefined
  return !('ballot' in event) || reader.get('ballot', `ballot/${event.ballot}`) !== undefined
}

/** Which ballots were closed by what came back, and which were answered after closing without the count that followed. */
function follow(
  entry: Entry,
  { reader }: LedgerBatch,
  { uncounted, closed }: { uncounted: Set<BallotId>; closed: Set<BallotId> },
): void {
  for (const event of entryEvents(entry)) {
    if (event.kind === 'ballot-closed') closed.add(event.ballot)
    if (event.kind === 'tallied') uncounted.delete(event.ballot)
    if (event.kind !== 'answered' && event.kind !== 'ruled') continue
    if (reader.get('ballot', `ballot/${event.ballot}`)?.phase.state === 'closed') uncounted.add(event.ballot)
  }
}

/** What the server once wrote by itself and no device holds: made again where it is missing. A count that stands is not touched. */
async function completeClosings(
  batch: LedgerBatch,
  closed: ReadonlySet<BallotId>,
  uncounted: ReadonlySet<BallotId>,
): Promise<void> {
  for (const id of closed) {
    await batch.load(readsOfClosing(id))
    const ballot = batch.reader.get('ballot', `ballot/${id}`)
    if (!ballot) continue
    if (!batch.reader.get('tally', `tally/${id}`)) await closeOut(id, batch)
    else for (const silent of silenceEntries(ballot, closingContext(batch))) await appendEntry(silent, batch)
  }
  for (const id of uncounted) {
    await batch.load(readsOfClosing(id))
    const ballot = batch.reader.get('ballot', `ballot/${id}`)
    const entry = ballot && tallyEntry(ballot, closingContext(batch), [])
    if (entry) await appendEntry(entry, batch)
  }
}
