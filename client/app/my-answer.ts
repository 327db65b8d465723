import type { Act } from '../../shared/domain/act.ts'
import {
  type BallotAnswers,
  type HeldReason,
  headRevisions,
  type Revision,
} from '../../shared/domain/answer.ts'
import { type BallotContent, currentVersion } from '../../shared/domain/ballot.ts'
import { type OpenAnswer, openAnswers } from '../../shared/domain/choice.ts'
import { decide } from '../../shared/domain/decide.ts'
import type { DecideContext } from '../../shared/domain/decide-context.ts'
import { answersKey } from '../../shared/domain/entity.ts'
import type { ActId, BallotId, DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import type { Refusal, Verdict } from '../../shared/domain/verdict.ts'
import { castKey, type Vote } from '../../shared/domain/vote.ts'
import { nameOfVote } from '../../shared/domain/vote-count.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { OutboxItem, SettledAct } from './ports.ts'

/**
 * A member's own answer to a ballot, or to a vote in session, as this tablet may honestly show it (O1): pending acts laid over
 * confirmed rows at the moment of reading. "Saved" is what is on the tablet; "recorded" only what a verified receipt says.
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

/** A ballot or a vote that is put to this member. */
export type Asked = {
  /** What an act says to it; null for any other act. */
  saidIn(act: Act): Pick<Revision, 'versionHash' | 'answers'> | null
  /** The member's own row of it. */
  row: Pick<BallotAnswers, 'revisions' | 'heads'> | undefined
  /** The version now in force. */
  current: Hash | undefined
  /** The words of a version, where this device holds them. */
  content(hash: Hash): Pick<BallotContent, 'issues'> | undefined
}

type Sources = {
  outbox: readonly OutboxItem[]
  settled: readonly SettledAct[]
  rowNumber: number | undefined
  context: DecideContext
}

export function askedByBallot(id: BallotId, person: PersonId, context: DecideContext): Asked {
  const ballot = context.reader.get('ballot', `ballot/${id}`)
  return {
    saidIn: (act) => (act.kind === 'answer-ballot' && act.body.ballot === id ? act.body : null),
    row: context.reader.get('answers', answersKey(id, person)),
    current: ballot && currentVersion(ballot)?.hash,
    content: context.content,
  }
}

export function askedByVote(vote: Vote, person: PersonId, context: DecideContext): Asked {
  const name = nameOfVote(vote)
  return {
    saidIn: (act) =>
      act.kind === 'cast-vote' && act.body.meeting === vote.meeting && act.body.vote === vote.id
        ? { versionHash: act.body.contentHash, answers: [act.body.answer] }
        : null,
    row: context.reader.get('cast', castKey(name, person)),
    current: vote.contentHash,
    content: (hash) => {
      const issue = context.voteContent(hash)?.issue
      return issue && { issues: [issue] }
    },
  }
}

export function myAnswer(asked: Asked, sources: Sources): MyAnswer {
  const { context } = sources
  const pending = sources.outbox.findLast(({ act }) => asked.saidIn(act) !== null)
  const said = pending && saidBy(pending.act, asked, context)
  if (pending && said) {
    const { storedAt, rejected } = pending
    return { kind: 'saved', said, storedAt, outlook: decide(pending.act, context), rejected }
  }
  return fresher(asked, sources) ?? ofRow(asked, context)
}

/** A settled act that the row does not tell of yet, or never will (refused). */
function fresher(asked: Asked, { settled, rowNumber, context }: Sources): MyAnswer | null {
  // What stands again after a restore has another number now than on its receipt: its row tells of it.
  const told = new Set(asked.row?.revisions.map(({ act }) => act))
  const entries = settled.flatMap(({ id, act, receipt }) => {
    const said = told.has(id) ? null : saidBy(act, asked, context)
    const entry = said && parseEntry(receipt.leaf)
    return said && entry?.kind === 'act' ? [{ entry, said }] : []
  })
  const last = entries.sort((a, b) => a.entry.n - b.entry.n).at(-1)
  if (!last || (rowNumber !== undefined && last.entry.n <= rowNumber)) return null
  const { said } = last
  const { n, at, verdict } = last.entry
  if (verdict.kind === 'refused') return { kind: 'refused', said, reason: verdict.reason, n, at }
  if (verdict.kind === 'held') return { kind: 'held', said, reason: verdict.reason, n, at }
  return { kind: 'recorded', said, n, at }
}

function ofRow(asked: Asked, context: DecideContext): MyAnswer {
  const { row } = asked
  if (!row) return { kind: 'none' }
  const said = (revision: Revision) => saidIn(revision, asked, context)
  const heads = headRevisions(row)
  const [only, ...more] = heads
  if (only && more.length > 0) return { kind: 'conflict', heads: heads.map(said) }
  if (only) {
    const { n, at } = only
    const isCurrent = only.versionHash === asked.current
    return { kind: isCurrent ? 'recorded' : 'former-version', said: said(only), n, at }
  }
  const last = row.revisions.at(-1)
  if (!last?.held) return { kind: 'none' }
  return { kind: 'held', said: said(last), reason: last.held, n: last.n, at: last.at }
}

/** What a new answer revises: every head that this tablet knows of, its own pending acts included. */
export function headsKnown(asked: Asked, outbox: readonly OutboxItem[]): ActId[] {
  const pending = outbox.filter(({ act }) => asked.saidIn(act) !== null)
  const named = new Set(pending.flatMap(({ act }) => act.prev))
  return [...(asked.row?.heads ?? []), ...pending.map(({ id }) => id)].filter((id) => !named.has(id))
}

function saidBy(act: Act, asked: Asked, context: DecideContext): SaidAnswer | null {
  const { id, castAt, device } = act
  const said = asked.saidIn(act)
  return (
    said && { act: id, versionHash: said.versionHash, castAt, device, answers: opened(said, asked, context) }
  )
}

function saidIn(revision: Revision, asked: Asked, context: DecideContext): SaidAnswer {
  const { act, versionHash, castAt, device } = revision
  return { act, versionHash, castAt, device, answers: opened(revision, asked, context) }
}

const opened = (
  { answers, versionHash }: Pick<Revision, 'versionHash' | 'answers'>,
  { content }: Asked,
  { opened: open }: DecideContext,
): OpenAnswer[] => openAnswers(answers, versionHash, { opened: open, content })
