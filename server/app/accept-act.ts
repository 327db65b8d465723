import { subjectOn } from '../../shared/domain/access.ts'
import type { Act } from '../../shared/domain/act.ts'
import { followUps } from '../../shared/domain/closing.ts'
import { decide, readsOf, readsOfProposal } from '../../shared/domain/decide.ts'
import type { Event } from '../../shared/domain/event.ts'
import type { DeviceId } from '../../shared/domain/id.ts'
import { taskKey } from '../../shared/domain/task.ts'
import { lastMomentOf } from '../../shared/domain/task-desk-decide.ts'
import { furtherReadsOfTaskAct, isTaskAct } from '../../shared/domain/task-question.ts'
import { eventsOf } from '../../shared/domain/verdict.ts'
import { voteKey } from '../../shared/domain/vote.ts'
import { actTextOf, parseLeaf } from '../../shared/ledger/entry.ts'
import { fromUtf8 } from '../../shared/lib/bytes.ts'
import type { Json } from '../../shared/lib/canonical-json.ts'
import { type Instant, yearOf } from '../../shared/lib/time.ts'
import type { Rejection } from '../../shared/protocol/api.ts'
import type { OpenEnvelope } from '../../shared/protocol/envelope.ts'
import { passTasks } from './agency-merge.ts'
import { closeOut, closingContext, readsOfClosing } from './closing.ts'
import { filesOf, ownOpenings } from './content.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { LedgerWrites } from './ledger-port.ts'
import { enterAgain } from './re-entry.ts'
import { mayEnter } from './restore.ts'
import { appendEntry } from './server-entry.ts'
import { draftTasks } from './task-drafts.ts'
import { importPlanFor, type TaskImports } from './task-import.ts'
import { countVote } from './vote-closing.ts'

/**
 * One act, decided once. The same id with the same bytes gets its first leaf again; with other bytes it is turned away.
 * What an enrolled device signed enters the ledger whatever the verdict, so that the verdict can be proven; only of refusals
 * there is a measure, since the ledger is for ever.
 */

export type Decided = { kind: 'recorded'; n: number } | { kind: 'rejected'; reason: Rejection }

const rejected = (reason: Rejection): Decided => ({ kind: 'rejected', reason })

/**
 * @param envelope unsealed, its signature verified against the key of the device that it names
 * @param mayRefuse whether this device may write one more refusal into the ledger; asked for nothing else
 */
export async function acceptAct(
  envelope: OpenEnvelope,
  batch: LedgerBatch,
  ledger: Pick<
    LedgerWrites,
    'file' | 'announced' | 'handedIn' | 'putHandedIn' | 'tasksOfPapers' | 'openTasksOf'
  >,
  mayRefuse: (device: DeviceId) => boolean,
  imports?: TaskImports,
): Promise<Decided> {
  const { act } = envelope
  const text = fromUtf8(envelope.bytes)
  const known = await batch.leafOfAct(act.id)
  if (known) {
    const leaf = parseLeaf(known.text)
    return leaf && actTextOf(leaf) === text ? { kind: 'recorded', n: known.n } : rejected('id-taken')
  }
  if (!(await mayEnter(act, batch))) return rejected('read-only')
  await batch.load([`device/${act.device}`])
  const device = batch.reader.get('device', `device/${act.device}`)
  const person = batch.reader.get('person', `person/${act.person}`)
  if (!device || !person || device.person !== act.person || device.phase.state === 'pending') {
    return rejected('unknown-device')
  }
  const openings = ownOpenings(act, envelope.openings)
  await loadFor(act, batch)
  batch.addOpenings(openings)
  const files = await filesOf(act, batch, ledger)
  const first = await firstEntryAfterDeadline(act, batch)
  const root = mayClaim(act) ? await batch.rootAt(act.anchor.size) : null
  const subject = subjectOn(person, act.device, batch.at)
  const importPlan =
    act.kind === 'import-tasks'
      ? await importPlanFor(act, { subject, reader: batch.reader }, batch, ledger, imports)
      : null
  const verdict = decide(act, {
    ...closingContext(batch),
    subject,
    importPlan,
    isDeviceRevoked: device.phase.state === 'revoked',
    file: (hash) => files.get(hash),
    firstEntryAfter: () => first,
    isOwnTree: (anchor) => anchor.root === root,
    announced: await announcedFor(act, ledger),
  })
  if (verdict.kind === 'refused' && !mayRefuse(act.device)) return rejected('too-many-refused')
  const leaf = batch.append({
    content: { act: text, sig: envelope.sigText, verdict: verdict as unknown as Json },
    events: eventsOf(verdict),
    actId: act.id,
    serverId: null,
    person: act.person,
    device: act.device,
    openings: verdict.kind === 'refused' ? [] : openings,
  })
  for (const event of eventsOf(verdict)) {
    if (event.kind === 'restore-ended') await enterAgain(batch, ledger, imports)
    else if (event.kind === 'tasks-imported' && importPlan) await imports?.write(event, importPlan, batch)
    else if (event.kind === 'agency-merged') await passTasks(event, batch, ledger)
    else await followUp(event, batch)
  }
  return { kind: 'recorded', n: leaf.n }
}

/** What may say that it was written before the hour that ended it (B9, T4). */
const mayClaim = ({ kind }: Act): boolean =>
  kind === 'answer-ballot' || kind === 'cast-vote' || kind === 'ask-extension'

const announcedFor = async (act: Act, ledger: Pick<LedgerWrites, 'announced'>) =>
  act.kind === 'propose' || act.kind === 'confirm' ? await ledger.announced() : null

async function followUp(event: Event, batch: LedgerBatch): Promise<void> {
  if (event.kind === 'ballot-closed') await closeOut(event.ballot, batch)
  if (event.kind === 'vote-closed') await countVote(event, batch)
  if (event.kind === 'meeting-concluded') await draftTasks(event.meeting, batch)
  if (event.kind === 'paper-vote-confirmed') {
    // One that is entered while the vote is open is counted when it closes.
    if (batch.reader.get('vote', voteKey(event))?.phase.state === 'closed') await countVote(event, batch)
  }
  if (event.kind !== 'ruled' && event.kind !== 'answered') return
  // An answer to an open ballot changes no count; one that is held after closing makes another round (closing.ts).
  if (batch.reader.get('ballot', `ballot/${event.ballot}`)?.phase.state !== 'closed') return
  await batch.load(readsOfClosing(event.ballot))
  for (const entry of followUps(event, closingContext(batch))) await appendEntry(entry, batch)
}

/** Rows that are named by the act itself, and the numbers of its year. */
export const rowsFor = (act: Act, at: Instant): string[] => [
  `device/${act.device}`,
  ...readsOf(act),
  `numbering/${yearOf(at)}`,
]

async function loadFor(act: Act, batch: LedgerBatch): Promise<void> {
  await batch.load(rowsFor(act, batch.at))
  if (isTaskAct(act)) await batch.load(furtherReadsOfTaskAct(act, batch.reader))
  if (act.kind !== 'confirm') return
  const proposal = batch.reader.get('proposal', `proposal/${act.body.proposal}`)
  if (proposal) await batch.load(readsOfProposal(proposal.body))
}

/** Only what comes after its deadline asks where the ledger stood then (B9, O8). */
async function firstEntryAfterDeadline(act: Act, batch: LedgerBatch): Promise<number | null> {
  if (act.kind === 'cast-vote') {
    const phase = batch.reader.get('vote', voteKey(act.body))?.phase
    return phase?.state === 'closed' ? batch.firstEntryAfter(phase.at) : null
  }
  if (act.kind === 'ask-extension') {
    const deadline = batch.reader.get('task', taskKey(act.body.task))?.deadline
    return deadline ? batch.firstEntryAfter(lastMomentOf(deadline)) : null
  }
  if (act.kind !== 'answer-ballot') return null
  const ballot = batch.reader.get('ballot', `ballot/${act.body.ballot}`)
  return ballot && ballot.deadlineAt < batch.at ? batch.firstEntryAfter(ballot.deadlineAt) : null
}
