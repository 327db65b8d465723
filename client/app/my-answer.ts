import type { ActOf } from '../../shared/domain/act.ts'
import { type HeldReason, headRevisions, type Revision } from '../../shared/domain/answer.ts'
import { type Ballot, currentVersion } from '../../shared/domain/ballot.ts'
import { type OpenAnswer, openAnswers } from '../../shared/domain/choice.ts'
import { decide } from '../../shared/domain/decide.ts'
import type { DecideContext } from '../../shared/domain/decide-context.ts'
import { answersKey } from '../../shared/domain/entity.ts'
import type { ActId, BallotId, DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import type { Refusal, Verdict } from '../../shared/domain/verdict.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { OutboxItem, SettledAct } from './ports.ts'

/**
 * A member's own answer as this tablet may honestly show it (O1): pending acts laid over confirmed rows at the moment of
 * reading. "Saved" is what is on the tablet; "recorded" only what a verified receipt says.
 */

export type SaidAnswer = {
  act: ActId
  versionHash: Hash
  castAt: Instant
  device: DeviceId
  /** Null for an issue whose text this device does not hold. */
  answers: OpenAnswer[]
}

export type MyAnswer =
  | { kind: 'none' }
  /** On this tablet, on its way; `outlook` is what the Office will probably say, `rejected` what it said without proof. */
  | { kind: 'saved'; said: SaidAnswer; storedAt: Instant; outlook: Verdict; rejected: string | null }
  | { kind: 'recorded'; said: SaidAnswer; n: number; at: Instant }
  /** Recorded for a version that has been amended since: asked to confirm or answer again (B5). */
  | { kind: 'former-version'; said: SaidAnswer; n: number; at: Instant }
  | { kind: 'held'; said: SaidAnswer; reason: HeldReason; n: number; at: Instant }
  | { kind: 'refused'; said: SaidAnswer; reason: Refusal; n: number; at: Instant }
  /** Two tablets said different things: shown both, to choose (B12). */
  | { kind: 'conflict'; heads: SaidAnswer[] }

type Sources = {
  outbox: readonly OutboxItem[]
  settled: readonly SettledAct[]
  rowNumber: number | undefined
  context: DecideContext
}

type AnswerAct = ActOf<'answer-ballot'>

const isAnswerTo = (ballot: BallotId) => (item: { act: OutboxItem['act'] }) =>
  item.act.kind === 'answer-ballot' && item.act.body.ballot === ballot

export function myAnswer(ballot: Ballot, person: PersonId, sources: Sources): MyAnswer {
  const { context } = sources
  const pending = sources.outbox.filter(isAnswerTo(ballot.id)).at(-1)
  if (pending?.act.kind === 'answer-ballot') {
    const { storedAt, rejected } = pending
    const outlook = decide(pending.act, context)
    return { kind: 'saved', said: saidBy(pending.act, context), storedAt, outlook, rejected }
  }
  return fresher(ballot, person, sources) ?? ofRow(ballot, person, context)
}

/** A settled act that the row does not tell of yet, or never will (refused). */
function fresher(
  ballot: Ballot,
  person: PersonId,
  { settled, rowNumber, context }: Sources,
): MyAnswer | null {
  // What stands again after a restore has another number now than on its receipt: its row tells of it.
  const row = context.reader.get('answers', answersKey(ballot.id, person))
  const told = new Set(row?.revisions.map(({ act }) => act))
  const untold = settled.filter(isAnswerTo(ballot.id)).filter(({ id }) => !told.has(id))
  const entries = untold.flatMap((item) => {
    const entry = parseEntry(item.receipt.leaf)
    return entry?.kind === 'act' && entry.act.kind === 'answer-ballot' ? [{ entry, act: entry.act }] : []
  })
  const last = entries.sort((a, b) => a.entry.n - b.entry.n).at(-1)
  if (!last || (rowNumber !== undefined && last.entry.n <= rowNumber)) return null
  const { n, at, verdict } = last.entry
  const said = saidBy(last.act, context)
  if (verdict.kind === 'refused') return { kind: 'refused', said, reason: verdict.reason, n, at }
  if (verdict.kind === 'held') return { kind: 'held', said, reason: verdict.reason, n, at }
  return { kind: 'recorded', said, n, at }
}

function ofRow(ballot: Ballot, person: PersonId, context: DecideContext): MyAnswer {
  const row = context.reader.get('answers', answersKey(ballot.id, person))
  if (!row) return { kind: 'none' }
  const heads = headRevisions(row)
  const [only, ...more] = heads
  if (only && more.length > 0) return { kind: 'conflict', heads: heads.map((head) => saidIn(head, context)) }
  if (only) {
    const { n, at } = only
    const isCurrent = only.versionHash === currentVersion(ballot)?.hash
    return { kind: isCurrent ? 'recorded' : 'former-version', said: saidIn(only, context), n, at }
  }
  const last = row.revisions.at(-1)
  if (!last?.held) return { kind: 'none' }
  return { kind: 'held', said: saidIn(last, context), reason: last.held, n: last.n, at: last.at }
}

/** What a new answer revises: every head that this tablet knows of, its own pending acts included. */
export function headsKnown(
  ballot: BallotId,
  person: PersonId,
  { outbox, context }: Pick<Sources, 'outbox' | 'context'>,
): ActId[] {
  const answers = context.reader.get('answers', answersKey(ballot, person))
  const pending = outbox.filter(isAnswerTo(ballot))
  const named = new Set(pending.flatMap(({ act }) => act.prev))
  return [...(answers?.heads ?? []), ...pending.map(({ id }) => id)].filter((id) => !named.has(id))
}

const saidBy = (act: AnswerAct, context: DecideContext): SaidAnswer => ({
  act: act.id,
  versionHash: act.body.versionHash,
  castAt: act.castAt,
  device: act.device,
  answers: openAnswers(act.body.answers, act.body.versionHash, context),
})

const saidIn = (revision: Revision, context: DecideContext): SaidAnswer => ({
  act: revision.act,
  versionHash: revision.versionHash,
  castAt: revision.castAt,
  device: revision.device,
  answers: openAnswers(revision.answers, revision.versionHash, context),
})
